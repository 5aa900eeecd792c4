// What is said when something goes wrong, and the exit code that goes with it. In: anything that was thrown.
import { type InputErrorCode, isInputError } from "../base/input-error.ts"
import { unreachable } from "../base/unreachable.ts"
import { painter, wantsColour } from "./colours.ts"
import type { Effects } from "./effects.ts"
import { EXIT, type ExitCode } from "./exit-codes.ts"
import { READER_GONE } from "./sink.ts"

/** Prints an error on standard error, as “sayso: <what, where, what next> [code]”. `path`: the input that it came of, for errors that do not tell. */
export type ErrorPrinter = (error: unknown, path?: string) => Promise<void>

export function errorPrinter({ stderr, env }: Effects, colour: boolean): ErrorPrinter {
  const paint = painter(wantsColour(stderr, env, colour))
  return async (error, path) => {
    if (error === READER_GONE) return
    const text = isInputError(error) ? `${error.message} [${error.code}]` : describeBug(error, path)
    await stderr.write(`${paint("red", "sayso:")} ${text}\n`)
  }
}

function describeBug(error: unknown, path: string | undefined): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${path === undefined ? "" : `${path}: `}something went wrong that should not. This is a bug in Sayso: please report it with these lines.\n${trace}`
}

/** The exit code for an error that ended the command. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error === READER_GONE) return EXIT.ok
  return isInputError(error) ? exitCodeOfInputError(error.code) : EXIT.failure
}

function exitCodeOfInputError(code: InputErrorCode): ExitCode {
  switch (code) {
    case "no-input":
    case "bad-date":
    case "bad-url":
    case "bad-charset":
    case "bad-option":
    case "bad-lexicon":
    case "no-such-line":
      return EXIT.usage
    case "no-such-file":
    case "no-reports":
    case "not-readable":
    case "is-folder":
    case "too-large":
    case "empty":
    case "not-text":
    case "is-record":
    case "not-a-record":
    case "newer-record":
    case "older-record":
    case "source-not-found":
      return EXIT.unreadable
    case "source-differs":
      return EXIT.mismatch
    case "needs-network":
      return EXIT.network
    case "cannot-write":
    case "weights-missing":
    case "weights-damaged":
    case "no-runtime":
      return EXIT.failure
    default:
      return unreachable(code)
  }
}
