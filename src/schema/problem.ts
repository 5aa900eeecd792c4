// What went wrong, or could not be told, while reading. A problem is data beside the result; reading never throws.
import type { Span } from "./positions.ts"

export type ProblemCode =
  | "no-text"
  | "no-date"
  | "date-contradicted"
  | "other-language"
  | "truncated"
  | "charset-guessed"
  | "undecodable-bytes"
  | "quote-not-closed"
  | "speaker-not-found"
  | "offset-mismatch"

export interface Problem {
  readonly code: ProblemCode
  readonly severity: "note" | "warning"
  /** One sentence: what, where, what it means for the record. */
  readonly message: string
  readonly span: Span | null
}
