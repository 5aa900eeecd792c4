// Where results go: standard output, or the file given with -o. In: text, piece by piece. A file appears when it is
// finished, or not at all.
import { inputError } from "../base/input-error.ts"
import type { Effects, NewFile, Output } from "./effects.ts"
import { errorCode } from "./inputs.ts"

export type Sink = NewFile

/** Thrown when whoever read our output has gone (`sayso read … | head`): nothing is wrong, and nobody is left to tell. */
export const READER_GONE = Symbol("the reader of standard output has gone")

/** Opens `path`, or standard output for null and "-". Throws `cannot-write`. */
export async function openSink(
  path: string | null,
  { files, stdout }: Pick<Effects, "files" | "stdout">,
): Promise<Sink> {
  if (path === null || path === "-") {
    return {
      write: stdout.write,
      finish: async () => {},
      discard: async () => {},
    }
  }
  const explain = (error: unknown): never => {
    throw inputError("cannot-write", `${path} could not be written: ${reasonOf(error)}.`, error)
  }
  const file = await files.create(path).catch(explain)
  return {
    write: (text) => file.write(text).catch(explain),
    finish: () => file.finish().catch(explain),
    discard: () => file.discard().catch(explain),
  }
}

/** `stdout` with the system's errors turned into what is thrown here: `READER_GONE` or `cannot-write`. */
export function explained(stdout: Output): Output {
  return {
    ...stdout,
    write: (text) =>
      stdout.write(text).catch((error: unknown) => {
        if (errorCode(error) === "EPIPE") throw READER_GONE
        throw inputError("cannot-write", `Standard output could not be written: ${reasonOf(error)}.`, error)
      }),
  }
}

/** `stderr` whose errors nobody hears of: nothing can be said to somebody who has closed it. */
export function forgiving(stderr: Output): Output {
  return { ...stderr, write: (text) => stderr.write(text).catch(() => {}) }
}

function reasonOf(error: unknown): string {
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return "the disk is full. Make room and run it again"
    case "ENOENT":
    case "ENOTDIR":
      return "its folder does not exist. Make the folder first"
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "you may not write there. Choose another place"
    case "EISDIR":
      return "it is a folder. Name a file in it"
    default:
      return errorCode(error) ?? String(error)
  }
}
