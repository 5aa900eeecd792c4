// What is thrown when the caller or the input is wrong. A plain `Error` with a code, so that it survives being
// made in one copy of the package and met in another, where `instanceof` would say no.

/** Each is explained, with what to do, in docs/reference/errors.md. */
export const INPUT_ERROR_CODES = [
  "no-input",
  "no-such-file",
  "no-reports",
  "not-readable",
  "is-folder",
  "too-large",
  "empty",
  "not-text",
  "is-record",
  "bad-date",
  "bad-url",
  "bad-charset",
  "bad-option",
  "bad-lexicon",
  "not-a-record",
  "newer-record",
  "older-record",
  "no-such-line",
  "source-not-found",
  "source-differs",
  "needs-network",
  "cannot-write",
  "weights-missing",
  "weights-damaged",
  "no-runtime",
] as const

export type InputErrorCode = (typeof INPUT_ERROR_CODES)[number]

export interface InputError extends Error {
  readonly name: "InputError"
  readonly code: InputErrorCode
}

/** An error to throw. `message`: what was wrong, where, and what to do next, in plain sentences; keep the `cause` when there is one. */
export function inputError(code: InputErrorCode, message: string, cause?: unknown): InputError {
  const error = cause === undefined ? new Error(message) : new Error(message, { cause })
  return Object.assign(error, { name: "InputError" as const, code })
}

/** Whether something caught is one of ours, and so has a message fit for the user. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === "InputError" && "code" in error
}
