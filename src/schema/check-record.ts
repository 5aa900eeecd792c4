// The checker for records from outside: files, stores, other programs. In: any value. Out: the same value as a
// `DocRecord`, or what is wrong with it and where. It needs no text; `record/verify-record.ts` compares the words.
import { areInOrder, contains } from "../base/intervals.ts"
import type { Evidence, EvidencePart } from "./evidence.ts"
import { type StatementId, toDocId } from "./ids.ts"
import type { Span } from "./positions.ts"
import type { DocRecord } from "./record.ts"
import { recordShape } from "./record-shape.ts"
import { type Fault, findFaults } from "./shape.ts"

export type CheckedRecord =
  | { readonly ok: true; readonly record: DocRecord }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** After so many the value is no record with a mistake but something else. */
const MOST_FAULTS = 100

/**
 * Whether `value`, e.g. from `JSON.parse`, is a record of format 1.
 *
 * Checks each field, then what the fields say of each other: stretches lie in
 * the text, in order, as long as their words; ids occur once and lead
 * somewhere; no statement lies inside itself. Stops at 100 faults. Never
 * throws on plain data, however deep; time grows with the size of `value`.
 */
export function checkRecord(value: unknown): CheckedRecord {
  const shapeFaults = findRecordShapeFaults(value)
  if (shapeFaults.length > 0) return { ok: false, faults: shapeFaults }
  const record = value as DocRecord
  const faults: Fault[] = []
  for (const fault of findInconsistencies(record)) {
    faults.push(fault)
    if (faults.length >= MOST_FAULTS) break
  }
  return faults.length === 0 ? { ok: true, record } : { ok: false, faults }
}

/** Fields that are missing, of another type or not known; at most 100. None: `value` has the shape of a `DocRecord`. */
export function findRecordShapeFaults(value: unknown): readonly Fault[] {
  const faults: Fault[] = []
  findFaults(recordShape, value, "", { faults, most: MOST_FAULTS })
  return faults
}

/** What a record of the right shape says that cannot be true together, without looking at its text. */
export function* findInconsistencies(record: DocRecord): Generator<Fault> {
  const { doc, entities, statements, problems } = record
  if (doc.id !== toDocId(doc.textSha256)) {
    yield { path: "doc.id", message: `is ${doc.id}, but doc.textSha256 makes ${toDocId(doc.textSha256)}` }
  }
  const entityIds = new Set<string>()
  for (const [index, entity] of entities.entries()) {
    const path = `entities[${index}]`
    if (entityIds.has(entity.id))
      yield { path: `${path}.id`, message: `${entity.id} is the id of an earlier entity` }
    entityIds.add(entity.id)
    yield* findPartFaults(record, entity.mentions, `${path}.mentions`)
  }
  const statementIds = new Set<string>()
  for (const [index, statement] of statements.entries()) {
    const path = `statements[${index}]`
    if (statementIds.has(statement.id)) {
      yield { path: `${path}.id`, message: `${statement.id} is the id of an earlier statement` }
    }
    statementIds.add(statement.id)
    for (const role of ["source", "cue", "content", "venue", "addressee"] as const) {
      const evidence = statement[role]
      if (evidence !== null) yield* findEvidenceFaults(record, evidence, `${path}.${role}`)
    }
    yield* findQuotationFaults(record, index)
    if (statement.speaker !== null) {
      const { value, evidence } = statement.speaker
      if (!entityIds.has(value)) {
        yield { path: `${path}.speaker.value`, message: `${value} is no entity of this record` }
      }
      for (const [each, words] of evidence.entries()) {
        yield* findEvidenceFaults(record, words, `${path}.speaker.evidence[${each}]`)
      }
    }
  }
  yield* findNestingFaults(record)
  for (const [index, problem] of problems.entries()) {
    if (problem.span !== null) yield* findSpanFaults(record, problem.span, `problems[${index}].span`)
  }
}

function* findEvidenceFaults(record: DocRecord, evidence: Evidence, path: string): Generator<Fault> {
  if (evidence.doc !== record.doc.id) {
    yield { path: `${path}.doc`, message: `is ${evidence.doc}, but the record is of ${record.doc.id}` }
  }
  yield* findPartFaults(record, evidence.parts, `${path}.parts`)
}

function* findPartFaults(record: DocRecord, parts: readonly EvidencePart[], path: string): Generator<Fault> {
  for (const [index, { span, exact }] of parts.entries()) {
    yield* findSpanFaults(record, span, `${path}[${index}].span`)
    if (span.end - span.start !== exact.length) {
      yield {
        path: `${path}[${index}]`,
        message: `span covers ${span.end - span.start} UTF-16 units, exact has ${exact.length}`,
      }
    }
  }
  if (!areInOrder(parts.map((part) => part.span)))
    yield { path, message: "are out of text order, or overlap" }
}

function* findSpanFaults(record: DocRecord, span: Span, path: string): Generator<Fault> {
  const { start, end } = span
  if (end < start) yield { path, message: `ends (${end}) before it starts (${start})` }
  if (end > record.doc.textLength) {
    yield { path, message: `ends at ${end}, after the text's last character at ${record.doc.textLength}` }
  }
}

function* findQuotationFaults(record: DocRecord, index: number): Generator<Fault> {
  const { mode, quoted, content } = record.statements[index] as DocRecord["statements"][number]
  const path = `statements[${index}].quoted`
  if (mode === "indirect" && quoted.length > 0) yield { path, message: "is not empty, but mode is indirect" }
  if (mode !== "indirect" && quoted.length === 0) yield { path, message: `is empty, but mode is ${mode}` }
  yield* findPartFaults(record, quoted, path)
  for (const [each, { span }] of quoted.entries()) {
    if (!content.parts.some((part) => contains(part.span, span))) {
      yield { path: `${path}[${each}].span`, message: "lies outside the statement's content" }
    }
  }
}

function* findNestingFaults(record: DocRecord): Generator<Fault> {
  const outer = new Map(record.statements.map(({ id, inside }) => [id, inside]))
  // Statements from which the way outwards has been walked, so that each is walked over once.
  const walked = new Set<StatementId>()
  for (const [index, { id, inside }] of record.statements.entries()) {
    const path = `statements[${index}].inside`
    if (inside !== null && !outer.has(inside))
      yield { path, message: `${inside} is no statement of this record` }
    const way = new Set<StatementId>()
    let here: StatementId | null = id
    while (here !== null && !walked.has(here) && !way.has(here)) {
      way.add(here)
      here = outer.get(here) ?? null
    }
    if (here !== null && way.has(here)) yield { path, message: `${here} lies inside itself` }
    for (const each of way) walked.add(each)
  }
}
