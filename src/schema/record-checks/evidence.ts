// What is wrong with the places of a record, without looking at its text: stretches outside the text, words of
// another length, evidence from another report, parts out of order.
import { areInOrder } from "../../base/intervals.ts"
import type { Evidence, EvidencePart } from "../evidence.ts"
import { objectsWithin } from "../objects-within.ts"
import type { Span } from "../positions.ts"
import type { DocRecord } from "../record.ts"
import type { Fault } from "../shape.ts"

/** Looks at all evidence of the record, wherever it stands. */
export function* findEvidenceFaults(record: DocRecord): Generator<Fault> {
  for (const { path, value } of objectsWithin(record)) {
    if ("parts" in value) yield* findOneEvidenceFaults(record, value as unknown as Evidence, path)
    if ("exact" in value) yield* findPartFaults(record, value as unknown as EvidencePart, path)
    else if ("span" in value && value["span"] !== null)
      yield* findSpanFaults(record, value["span"] as Span, `${path}.span`)
  }
}

function* findOneEvidenceFaults(record: DocRecord, { doc, parts }: Evidence, path: string): Generator<Fault> {
  if (doc !== record.doc.id) {
    yield { path: `${path}.doc`, message: `is ${doc}, but the record is of ${record.doc.id}` }
  }
  yield* findOrderFaults(parts, `${path}.parts`)
}

/** For lists of stretches that must follow each other. */
export function* findOrderFaults(parts: readonly EvidencePart[], path: string): Generator<Fault> {
  if (!areInOrder(parts.map((part) => part.span)))
    yield { path, message: "are out of text order, or overlap" }
}

function* findPartFaults(record: DocRecord, { span, exact }: EvidencePart, path: string): Generator<Fault> {
  yield* findSpanFaults(record, span, `${path}.span`)
  if (span.end - span.start !== exact.length) {
    yield {
      path,
      message: `span covers ${span.end - span.start} UTF-16 units, exact has ${exact.length}`,
    }
  }
}

function* findSpanFaults(record: DocRecord, { start, end }: Span, path: string): Generator<Fault> {
  if (end < start) yield { path, message: `ends (${end}) before it starts (${start})` }
  if (end > record.doc.textLength) {
    yield { path, message: `ends at ${end}, after the text's last character at ${record.doc.textLength}` }
  }
}
