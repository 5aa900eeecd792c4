// The four files of a network, from a folder of this computer.
import { createHash } from "node:crypto"
import { join } from "node:path"
import type { NetworkFiles } from "../read/network/index.ts"
import { readPart } from "./read-part.ts"

/** An ONNX file, and what it has to be: SHA-256, hexadecimal. Goes from thread to thread. */
export interface ModelFile {
  readonly path: string
  readonly sha256: string
}

/** Reads the small files of weights/ or another such folder. Throws an `InputError` with code "weights-missing" when one cannot be read. */
export async function readWeights(folder: string): Promise<NetworkFiles> {
  const [manifest, heads, vocabulary] = await Promise.all([
    readPart(join(folder, "reading.json")),
    readPart(join(folder, "heads.bin")),
    readPart(join(folder, "vocab.txt")),
  ])
  return { "reading.json": manifest, "heads.bin": heads, "vocab.txt": vocabulary }
}

/** The network of such a folder. */
export function modelIn(folder: string, sha256: string): ModelFile {
  return { path: join(folder, "reading.onnx"), sha256 }
}

/** The bytes of a network, some 36 MB. Throws an `InputError` "weights-missing" or, when they are others than expected, "weights-damaged". */
export async function readModel({ path, sha256 }: ModelFile): Promise<Uint8Array> {
  // Loaded when it is asked for: `sayso --help` needs this folder for the version alone.
  const [model, { checkHash }] = await Promise.all([readPart(path), import("../read/network/index.ts")])
  checkHash("reading.onnx", createHash("sha256").update(model).digest("hex"), sha256)
  return model
}
