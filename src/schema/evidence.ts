// The exact characters that a line of the record rests on.
import type { DocId } from "./ids.ts"
import type { NonEmpty, Span } from "./positions.ts"

/**
 * How likely the line is to be right, 0 to 1: of the lines scored 0.8, eight in
 * ten were right on the development set. Never a raw softmax output.
 */
export type Score = number

export interface Evidence {
  readonly doc: DocId
  /** More than one when the words are interrupted: “A,” said X, “B.” */
  readonly parts: NonEmpty<EvidencePart>
}

/** Invariant: `doc.text.slice(span.start, span.end) === exact`, checked when a record is made, stored and loaded. */
export interface EvidencePart {
  readonly span: Span
  readonly exact: string
}

/** A value, and where it comes from. */
export interface Sourced<T> {
  readonly value: T
  /** `stated`: the evidence says it. `implied`: it follows from the evidence and the report's date or an earlier mention. `inferred`: the model chose it. */
  readonly basis: "stated" | "implied" | "inferred"
  readonly evidence: readonly Evidence[]
  readonly score: Score
}
