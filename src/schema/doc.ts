// One report as text, and where that text came from.
import type { DocId } from "./ids.ts"
import type { Span } from "./positions.ts"

/** What came in, byte for byte. */
export interface Source {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string
  readonly mediaType: "text/html" | "text/plain" | "application/json"
  /** WHATWG name of the encoding the bytes were decoded with, e.g. "windows-1252". */
  readonly charset: string
  readonly url: string | null
  /** When it was fetched, ISO 8601; null for a local file. */
  readonly retrieved: string | null
}

/** One report as text. Every `Span` in the product indexes into `text`, which never changes once made. */
export interface Doc {
  readonly id: DocId
  readonly source: Source
  readonly text: string
  readonly blocks: readonly Block[]
  /** Where stretches of `text` stand in the decoded source; ordered by `span.start`; together they cover `text`. */
  readonly origin: readonly Origin[]
  readonly title: string | null
  readonly authors: readonly string[]
  readonly outlet: string | null
  readonly published: TimeValue | null
  /** BCP 47, e.g. "en"; "und" when it cannot be told. */
  readonly language: string
}

export interface Block {
  readonly kind: "headline" | "byline" | "dateline" | "paragraph" | "blockquote" | "caption" | "listItem"
  readonly span: Span
}

/**
 * `verbatim`: copied unit for unit. `decoded`: an entity, white space or a break
 * was rewritten. `added`: not in the source at all.
 */
export interface Origin {
  readonly kind: "verbatim" | "decoded" | "added"
  readonly span: Span
  /** UTF-16 offset in the decoded source where the stretch begins. */
  readonly sourceStart: number
  readonly sourceEnd: number
}

/** A stretch of calendar time, as wide as the text leaves it. */
export interface TimeValue {
  /** EDTF: "2018-04-14", "2018-04", "2018-22" (a summer), "2018-04-14/2018-04-16", open "2018-12-22/..". */
  readonly edtf: string
  /** The date a relative expression (“on Friday”) was counted from; null when the date was absolute. */
  readonly anchor: string | null
}
