// Positions in a text and in its tokens. Two kinds of range, named apart so that neither passes for the other.

/**
 * A half-open range `[start, end)` in one document's `text`, counted in UTF-16
 * code units, so that `doc.text.slice(start, end)` is the text it covers.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A half-open range `[from, to)` of token indexes. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

export type NonEmpty<T> = readonly [T, ...T[]]
