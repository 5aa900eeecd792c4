import { expect, test, vi } from "vitest"
import { openRuntime, wishedRuntime } from "../../../src/runtime/index.ts"

// A graph of one line, opset 17: doubled = float(ids) + float(ids), rows and columns open.
const MODEL = Buffer.from(
  "CAgSADqhAQohCgNpZHMSCWRvdWJsZWRfZiIEQ2FzdCoJCgJ0bxgBoAECCiQKCWRvdWJsZWRfZgoJZG91YmxlZF9mEgdkb3VibGVkIgNBZGQSAWda" +
    "FwoDaWRzEhAKDggHEgoKAxIBYgoDEgFwYhsKB2RvdWJsZWQSEAoOCAESCgoDEgFiCgMSAXBiHQoJZG91YmxlZF9mEhAKDggBEgoKAxIBYgoDEgFw" +
    "QgQKABAR",
  "base64",
)

test.each(["node", "web"] as const)("opens and runs a network with onnxruntime-%s", async (only) => {
  const runtime = await openRuntime({ only, threads: 2 })
  expect(runtime).toMatchObject({ name: only, threads: 2, fallbackReason: null })
  expect(runtime.version).toMatch(/^1\.\d+\.\d+/)
  const session = await runtime.createSession(new Uint8Array(MODEL))
  expect(session.inputNames).toEqual(["ids"])
  expect(session.outputNames).toContain("doubled")
  // A part of a larger buffer, as the reader gives it.
  const memory = BigInt64Array.of(9n, 1n, 2n, 3n, 4n, 9n)
  const outputs = await session.run({ ids: { data: memory.subarray(1, 5), dims: [2, 2] } }, ["doubled"])
  expect(Object.keys(outputs)).toEqual(["doubled"])
  expect([...outputs["doubled"]!.data]).toEqual([2, 4, 6, 8])
  expect([...outputs["doubled"]!.dims]).toEqual([2, 2])
  await session.close()
})

test("takes the first runtime that loads when none is asked for", async () => {
  const runtime = await openRuntime({ only: null, threads: null })
  expect(runtime.threads).toBeGreaterThan(0)
  // Where the native one does not load, the reason is kept for `sayso doctor`.
  expect(runtime.fallbackReason === null).toBe(runtime.name === "node")
})

test("falls back to WebAssembly, and tells why, where the native runtime does not load", async () => {
  vi.doMock("onnxruntime-node", () => {
    throw new Error("no binary for this system")
  })
  try {
    const runtime = await openRuntime({ only: null, threads: 1 })
    expect(runtime.name).toBe("web")
    expect(runtime.fallbackReason).not.toBeNull()
    await expect(openRuntime({ only: "node", threads: 1 })).rejects.toMatchObject({
      name: "InputError",
      code: "no-runtime",
      message: expect.stringContaining("SAYSO_RUNTIME"),
    })
  } finally {
    vi.doUnmock("onnxruntime-node")
  }
})

test("reads the wish for a runtime from the environment", () => {
  expect(wishedRuntime({})).toBeNull()
  expect(wishedRuntime({ SAYSO_RUNTIME: "" })).toBeNull()
  expect(wishedRuntime({ SAYSO_RUNTIME: "web" })).toBe("web")
  expect(wishedRuntime({ SAYSO_RUNTIME: "node" })).toBe("node")
  expect(() => wishedRuntime({ SAYSO_RUNTIME: "gpu" })).toThrow(/Set it to node or web/)
})
