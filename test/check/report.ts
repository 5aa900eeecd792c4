// The whole path as tests call it, from a file's bytes to its printed record. In: bytes, what the caller says of
// them, a network. Out: report and record, after all checks that hold whatever the file and whatever the network says.
import { createHash } from "node:crypto"
import { overlaps } from "../../src/base/intervals.ts"
import { CodePoints } from "../../src/document/code-points.ts"
import {
  checkRecord,
  type DocRecord,
  listAnchors,
  printJson,
  type ReadOptions,
  type ReportText,
  readText,
  toSource,
  verifyRecord,
} from "../../src/node.ts"
import { readDoc } from "../../src/pipeline.ts"
import type { Network } from "../../src/read/network/index.ts"
import { type OpenLexicons, openLexicons } from "../../src/runtime/index.ts"
import { MADE_BY } from "../helpers/example-reading.ts"
import { openFakeNetwork } from "../helpers/fake-network.ts"
import type { RandomReport } from "../helpers/random-report.ts"
import { findBrokenPromise } from "./ingest.ts"

/** From a report to its record; `bytes` and `options` are what the report was made from. */
export type Read = (report: ReportText, bytes: Uint8Array, options: ReadOptions) => Promise<DocRecord>

/** Reads with a network of the caller's, and the package's own lexicons. */
export async function readerWith(network: Network): Promise<Read> {
  opened ??= openLexicons()
  const { lexicons, coreference } = await opened
  const needs = { network, lexicons, coreference, madeBy: MADE_BY, sha256 }
  return (report) => readDoc(report, needs, null)
}

let opened: Promise<OpenLexicons> | null = null

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}

export interface ReadReport {
  readonly report: ReportText
  readonly record: DocRecord
  /** `record` as the command prints it. */
  readonly printed: string
  /** Milliseconds for taking the file apart and for the rest, of the first of two readings. */
  readonly ingestMs: number
  readonly readMs: number
}

/**
 * Reads the file twice. Throws what the reader throws, and an error that names
 * the promise when one is broken: origin map and blocks (`findBrokenPromise`), a
 * record that the checker takes, also after a way through JSON, every anchor in
 * its place, no character cut in two, and the same bytes the second time.
 */
export async function readTwice(bytes: Uint8Array, options: ReadOptions, read: Read): Promise<ReadReport> {
  const began = performance.now()
  const report = readText(bytes, options)
  const ingested = performance.now()
  const record = await read(report, bytes, options)
  const ended = performance.now()
  const printed = printJson(record)
  const fault =
    findTextFault(report) ?? findBrokenPromise(report) ?? findRecordFault(report, record, bytes, printed)
  if (fault !== null) throw new Error(fault)
  const again = printJson(await read(readText(bytes, options), bytes, options))
  if (again !== printed) throw new Error(`the second reading differs: ${firstDifference(printed, again)}`)
  return { report, record, printed, ingestMs: ingested - began, readMs: ended - ingested }
}

/** Reads a file with a network that says anything. Throws at the first promise that is broken. */
export async function checkReport({ bytes, options, networkSeed }: RandomReport): Promise<DocRecord> {
  const { record } = await readTwice(bytes, options, await readerWith(openFakeNetwork(networkSeed)))
  return record
}

/** The text of a plain file is the file itself. */
function findTextFault({ doc, source, problems }: ReportText): string | null {
  if (doc.source.mediaType !== "text/plain" || doc.text === source) return null
  const codes = problems.map(({ code }) => code)
  if (codes.includes("truncated") && source.startsWith(doc.text)) return null
  if (codes.includes("no-text") && doc.text === "") return null
  return `plain text was changed: ${firstDifference(source, doc.text)}`
}

function findRecordFault(
  { doc, source }: ReportText,
  record: DocRecord,
  bytes: Uint8Array,
  printed: string,
): string | null {
  const checked = checkRecord(record)
  if (!checked.ok) return `the checker does not take the record: ${JSON.stringify(checked.faults[0])}`
  const parsed: unknown = JSON.parse(printed)
  const { anchors, exact, faults } = verifyRecord(parsed, { text: doc.text, sha256: sha256(bytes) }, sha256)
  if (faults.length > 0) return `does not verify: ${JSON.stringify(faults[0])}`
  if (exact !== anchors) return `${exact} of ${anchors} anchors are exact`
  const codePoints = new CodePoints(doc.text)
  let found = 0
  for (const { path, span, exact } of listAnchors(record)) {
    found += 1
    if (exact === null) continue
    if (doc.text.slice(span.start, span.end) !== exact) return `${path} is not ${JSON.stringify(exact)}`
    if (isInsidePair(doc.text, span.start) || isInsidePair(doc.text, span.end))
      return `${path} cuts a character in two: ${JSON.stringify(exact)}`
    if (codePoints.toUtf16(codePoints.fromUtf16(span.start)) !== span.start)
      return `${path}: code points do not come back to ${span.start}`
    const place = toSource(doc, span)
    if (place !== null && (place.start < 0 || place.end > source.length || place.start >= place.end))
      return `${path} stands at ${place.start}–${place.end} of a source of ${source.length}`
  }
  if (found !== anchors) return `${anchors} anchors verified, ${found} listed`
  for (const { id, source, cue, content } of record.statements) {
    for (const frame of [source, cue]) {
      const both = content.parts.find((part) => frame?.parts.some((each) => overlaps(part.span, each.span)))
      if (both !== undefined)
        return `${id}: ${JSON.stringify(frame?.parts[0].exact)} is also in the content ${JSON.stringify(both.exact)}`
    }
  }
  return null
}

function isInsidePair(text: string, offset: number): boolean {
  return (
    offset > 0 && /[\ud800-\udbff]/.test(text[offset - 1] ?? "") && /[\udc00-\udfff]/.test(text[offset] ?? "")
  )
}

function firstDifference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return `at ${at} ${JSON.stringify(one.slice(at, at + 60))} became ${JSON.stringify(other.slice(at, at + 60))}`
}
