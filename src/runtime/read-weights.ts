// The four files of a network, from a folder of this computer.
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { inputError } from "../base/input-error.ts"
import type { NetworkFiles } from "../read/network/index.ts"

/** Reads weights/ or another folder of the same files, some 30 MB. Throws an `InputError` with code "weights-missing" when one cannot be read. */
export async function readWeights(folder: string): Promise<NetworkFiles> {
  const read = async (name: keyof NetworkFiles): Promise<Uint8Array> => {
    try {
      return await readFile(join(folder, name))
    } catch (cause) {
      throw inputError(
        "weights-missing",
        `${join(folder, name)} cannot be read. Install Sayso again: npm install sayso`,
        cause,
      )
    }
  }
  const [manifest, model, heads, vocabulary] = await Promise.all([
    read("reading.json"),
    read("reading.onnx"),
    read("heads.bin"),
    read("vocab.txt"),
  ])
  return {
    "reading.json": manifest,
    "reading.onnx": model,
    "heads.bin": heads,
    "vocab.txt": vocabulary,
  }
}
