import { expect, test } from "vitest"
import { asItStands } from "../../../../src/lexicon/index.ts"
import { type NetworkFiles, openNetwork } from "../../../../src/read/network/index.ts"
import { fakeFiles, fakePlatform, sha256 } from "./fake-network.ts"

test("tells which network it is", async () => {
  const files = fakeFiles()
  const platform = fakePlatform()
  const network = await openNetwork(files, platform)
  expect(network.info).toEqual({
    name: "fake",
    made: "2026-11-24",
    polnear: false,
    sha256: sha256(files["reading.json"]),
  })
  await network.close()
  expect(platform.closed).toBe(true)
})

test.each(["heads.bin", "vocab.txt"] as const)("refuses a changed %s before it is used", async (name) => {
  const files = fakeFiles()
  const changed = files[name].slice()
  changed[changed.length - 1]! ^= 1
  const platform = fakePlatform()
  let opened = false
  const createSession = (model: string) => {
    opened = true
    return platform.createSession(model)
  }
  await expect(
    openNetwork({ ...files, [name]: changed }, { ...platform, createSession }),
  ).rejects.toMatchObject({
    name: "InputError",
    code: "weights-damaged",
    message: expect.stringContaining(name),
  })
  expect(opened).toBe(false)
})

test("asks for the network that reading.json names", async () => {
  const files = fakeFiles()
  const platform = fakePlatform()
  const asked: string[] = []
  const createSession = (model: string) => {
    asked.push(model)
    return platform.createSession(model)
  }
  await openNetwork(files, { ...platform, createSession })
  const { files: hashes } = JSON.parse(new TextDecoder().decode(files["reading.json"]))
  expect(asked).toEqual([hashes["reading.onnx"]])
})

test("says what to do about damaged weights", async () => {
  const files: NetworkFiles = { ...fakeFiles(), "heads.bin": new Uint8Array(3) }
  await expect(openNetwork(files, fakePlatform())).rejects.toThrow(/Install Sayso again/)
})

test.each([
  ["another format", { format: 2 }, "its format is 2"],
  ["no format", { format: undefined }, "its format is undefined"],
  ["no labels", { labels: {} }, "labels"],
  ["no hashes", { files: { "reading.onnx": "abc" } }, "files"],
  ["a window too small for two words", { window: { pieces: 7, overlapWords: 3 } }, "window"],
  ["a place without an offset", { tensors: { "relation.bias": { shape: [2] } } }, "tensors"],
  ["no tensors", { tensors: {} }, "heads.bin"],
])("refuses a manifest with %s", async (_, change, message) => {
  const files = fakeFiles(16, (manifest) => ({ ...manifest, ...change }))
  await expect(openNetwork(files, fakePlatform())).rejects.toMatchObject({
    code: "weights-damaged",
    message: expect.stringContaining(message),
  })
})

test("refuses a manifest that is not JSON", async () => {
  const files: NetworkFiles = { ...fakeFiles(), "reading.json": new TextEncoder().encode("{") }
  await expect(openNetwork(files, fakePlatform())).rejects.toMatchObject({ code: "weights-damaged" })
})

test("refuses a graph without the outputs it needs", async () => {
  const platform = fakePlatform()
  const createSession = async () => ({
    ...(await platform.createSession("")),
    outputNames: ["start"],
    runsAtOnce: 1,
  })
  await expect(openNetwork(fakeFiles(), { ...platform, createSession })).rejects.toMatchObject({
    code: "weights-damaged",
    message: expect.stringContaining("span_words"),
  })
})

test("refuses a graph whose outputs have another number of classes than the labels", async () => {
  const files = fakeFiles(16, (manifest) => ({
    ...manifest,
    labels: { ...(manifest["labels"] as object), kind: ["a", "b", "c"] },
  }))
  const network = await openNetwork(files, fakePlatform())
  const words = { length: 1, start: () => 0, end: () => 2 }
  await expect(
    network.score({ text: "he", words, quote: new Uint8Array(1), standIns: asItStands }),
  ).rejects.toMatchObject({
    code: "weights-damaged",
    message: expect.stringContaining("kind"),
  })
})
