// One file of the package, or of a folder with a network. In: its path. Out: its bytes.
import { readFile } from "node:fs/promises"
import { inputError } from "../base/input-error.ts"

/** Throws an `InputError` “weights-missing” where it cannot be read. */
export async function readPart(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw inputError(
      "weights-missing",
      `${path} cannot be read. Install Sayso again: npm install sayso`,
      cause,
    )
  }
}
