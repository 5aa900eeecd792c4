// All places at which a record points into its text, as one list.
import type { Evidence, EvidencePart } from "../schema/evidence.ts"
import type { Span } from "../schema/positions.ts"
import type { DocRecord } from "../schema/record.ts"

export interface Anchor {
  /** Where in the record: `statements[3].content.parts[0]`. */
  readonly path: string
  readonly span: Span
  /** The words that must stand there; null for the span of a problem, which only has to lie in the text. */
  readonly exact: string | null
}

/** The anchors of entities, statements and problems, in the order of the record. */
export function* listAnchors(record: DocRecord): Generator<Anchor> {
  for (const [index, { mentions }] of record.entities.entries()) {
    yield* ofParts(`entities[${index}].mentions`, mentions)
  }
  for (const [index, statement] of record.statements.entries()) {
    const path = `statements[${index}]`
    const { source, speaker, cue, content, quoted, venue, addressee } = statement
    yield* ofEvidence(`${path}.source`, source)
    for (const [each, words] of (speaker?.evidence ?? []).entries()) {
      yield* ofEvidence(`${path}.speaker.evidence[${each}]`, words)
    }
    yield* ofEvidence(`${path}.cue`, cue)
    yield* ofEvidence(`${path}.content`, content)
    yield* ofParts(`${path}.quoted`, quoted)
    yield* ofEvidence(`${path}.venue`, venue)
    yield* ofEvidence(`${path}.addressee`, addressee)
  }
  for (const [index, { span }] of record.problems.entries()) {
    if (span !== null) yield { path: `problems[${index}]`, span, exact: null }
  }
}

function* ofEvidence(path: string, evidence: Evidence | null): Generator<Anchor> {
  if (evidence !== null) yield* ofParts(`${path}.parts`, evidence.parts)
}

function* ofParts(path: string, parts: readonly EvidencePart[]): Generator<Anchor> {
  for (const [index, { span, exact }] of parts.entries()) yield { path: `${path}[${index}]`, span, exact }
}
