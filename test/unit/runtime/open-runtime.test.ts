import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test, vi } from "vitest"
import {
  type ModelFile,
  openRuntime,
  openRuntimeInThreads,
  wishedRuntime,
} from "../../../src/runtime/index.ts"
import { temporaryFolder } from "../../helpers/temporary-folder.ts"

// A graph of one line, opset 17: doubled = float(ids) + float(ids), rows and columns open.
const BYTES = Buffer.from(
  "CAgSADqhAQohCgNpZHMSCWRvdWJsZWRfZiIEQ2FzdCoJCgJ0bxgBoAECCiQKCWRvdWJsZWRfZgoJZG91YmxlZF9mEgdkb3VibGVkIgNBZGQSAWda" +
    "FwoDaWRzEhAKDggHEgoKAxIBYgoDEgFwYhsKB2RvdWJsZWQSEAoOCAESCgoDEgFiCgMSAXBiHQoJZG91YmxlZF9mEhAKDggBEgoKAxIBYgoDEgFw" +
    "QgQKABAR",
  "base64",
)

/** The file that a runtime reads it from; to be called within a test. */
function modelOf(bytes: Uint8Array): ModelFile {
  const path = join(temporaryFolder("sayso-runtime-"), "reading.onnx")
  writeFileSync(path, bytes)
  return { path, sha256: createHash("sha256").update(bytes).digest("hex") }
}

test.each([
  ["node", "the caller's thread", openRuntime],
  ["web", "the caller's thread", openRuntime],
  ["node", "threads of its own", openRuntimeInThreads],
  ["web", "threads of its own", openRuntimeInThreads],
] as const)("opens and runs a network with onnxruntime-%s in %s", async (only, _where, open) => {
  const runtime = await open({ only, threads: 2 })
  expect(runtime).toMatchObject({ name: only, threads: 2, fallbackReason: null })
  expect(runtime.version).toMatch(/^1\.\d+\.\d+/)
  const session = await runtime.createSession(modelOf(BYTES))
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

test.each([
  ["the caller's thread", openRuntime],
  ["threads of its own", openRuntimeInThreads],
] as const)("refuses in %s a network that is missing or another than expected", async (_where, open) => {
  const runtime = await open({ only: "node", threads: 1 })
  const model = modelOf(BYTES)
  const nowhere = `${model.path}.none`
  await expect(runtime.createSession({ ...model, path: nowhere })).rejects.toMatchObject({
    name: "InputError",
    code: "weights-missing",
    message: expect.stringContaining(nowhere),
  })
  await expect(runtime.createSession({ ...model, sha256: "0".repeat(64) })).rejects.toMatchObject({
    name: "InputError",
    code: "weights-damaged",
    message: expect.stringContaining("reading.onnx"),
  })
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

test("tells in the caller's thread what went wrong in the network's", async () => {
  const runtime = await openRuntimeInThreads({ only: "node", threads: 1 })
  await expect(runtime.createSession(modelOf(Uint8Array.of(1, 2, 3)))).rejects.toThrow(/protobuf/i)
  const session = await runtime.createSession(modelOf(BYTES))
  const ids = { data: BigInt64Array.of(1n), dims: [1, 1] } as const
  await expect(session.run({ other: ids }, ["doubled"])).rejects.toThrow(/ids/)
  // Several at once: each gets its own answer.
  const answers = await Promise.all(
    [1n, 2n, 3n].map((id) => session.run({ ids: { data: BigInt64Array.of(id), dims: [1, 1] } }, ["doubled"])),
  )
  expect(answers.map((answer) => answer["doubled"]!.data[0])).toEqual([2, 4, 6])
  // What is given back is written into again, and what is too small for the next is made larger.
  const [first, second] = answers
  session.giveBack!(first!)
  const more = { data: BigInt64Array.of(7n, 8n, 9n), dims: [1, 3] } as const
  const again = await session.run({ ids: more }, ["doubled"])
  expect([...again["doubled"]!.data]).toEqual([14, 16, 18])
  expect(first!["doubled"]!.data.length).toBe(0)
  expect(second!["doubled"]!.data[0]).toBe(4)
  await session.close()
  await expect(session.run({ ids }, ["doubled"])).rejects.toThrow(/thread/)
})

test("reads the wish for a runtime from the environment", () => {
  expect(wishedRuntime({})).toBeNull()
  expect(wishedRuntime({ SAYSO_RUNTIME: "" })).toBeNull()
  expect(wishedRuntime({ SAYSO_RUNTIME: "web" })).toBe("web")
  expect(wishedRuntime({ SAYSO_RUNTIME: "node" })).toBe("node")
  expect(() => wishedRuntime({ SAYSO_RUNTIME: "gpu" })).toThrow(/Set it to node or web/)
})
