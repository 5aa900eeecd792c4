// All places at which a record points into its text, as one list.
import { objectsWithin } from "../schema/objects-within.ts"
import type { Span } from "../schema/positions.ts"
import type { DocRecord } from "../schema/record.ts"

export interface Anchor {
  /** Where in the record: `statements[3].content.parts[0]`. */
  readonly path: string
  readonly span: Span
  /** The words that must stand there; null for the span of a problem, which only has to lie in the text. */
  readonly exact: string | null
}

/** The anchors of all lines, in the order of the record. */
export function* listAnchors(record: DocRecord): Generator<Anchor> {
  for (const { path, value } of objectsWithin(record)) {
    const { span, exact } = value
    if (span === undefined || span === null) continue
    yield { path, span: span as Span, exact: typeof exact === "string" ? exact : null }
  }
}
