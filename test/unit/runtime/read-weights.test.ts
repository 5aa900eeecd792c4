import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { readWeights } from "../../../src/runtime/index.ts"

test("reads the small files of a network, and names the one that is missing", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sayso-weights-"))
  try {
    for (const name of ["reading.json", "heads.bin"]) await writeFile(join(folder, name), name)
    await expect(readWeights(folder)).rejects.toMatchObject({
      name: "InputError",
      code: "weights-missing",
      message: expect.stringContaining(join(folder, "vocab.txt")),
    })
    await writeFile(join(folder, "vocab.txt"), "[UNK]")
    const files = await readWeights(folder)
    expect(new TextDecoder().decode(files["heads.bin"])).toBe("heads.bin")
    expect(new TextDecoder().decode(files["vocab.txt"])).toBe("[UNK]")
  } finally {
    await rm(folder, { recursive: true })
  }
})
