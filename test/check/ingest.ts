// The only test code that calls ingest. In: a file as text or bytes. Out: what was read, after the checks that hold for every file.
import { createHash } from "node:crypto"
import { TextDecoder } from "@exodus/bytes/encoding.js"
import {
  type Ingested,
  type IngestOptions,
  type IngestPlatform,
  ingest,
  NO_OPTIONS,
} from "../../src/ingest/index.ts"

export const testPlatform: IngestPlatform = {
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  decode: (bytes, charset) => new TextDecoder(charset).decode(bytes),
}

/** Reads `file` and throws when a promise that holds for every file is broken (`findBrokenPromise`). */
export function read(file: string | Uint8Array, options: Partial<IngestOptions> = {}): Ingested {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file
  const ingested = ingest(bytes, { ...NO_OPTIONS, ...options }, testPlatform)
  const broken = findBrokenPromise(ingested)
  if (broken !== null) throw new Error(broken)
  return ingested
}

/**
 * What must hold whatever the file: origin covers the text in order without
 * gaps, verbatim stretches equal the source unit for unit, blocks are in order,
 * apart, and hold everything but white space. Null when all of it holds.
 */
export function findBrokenPromise({ doc, source }: Ingested): string | null {
  let position = 0
  for (const { kind, span, sourceStart, sourceEnd } of doc.origin) {
    if (span.start !== position) return `origin has a gap: ${position} to ${span.start}`
    if (span.end <= span.start) return `origin has an empty stretch at ${span.start}`
    if (sourceStart < 0 || sourceEnd < sourceStart || sourceEnd > source.length) {
      return `origin points outside the source: ${sourceStart} to ${sourceEnd} of ${source.length}`
    }
    position = span.end
    if (kind === "added" && sourceStart !== sourceEnd) return `added text has a source at ${sourceStart}`
    if (kind === "decoded" && sourceStart === sourceEnd) return `decoded text has no source at ${span.start}`
    if (kind !== "verbatim") continue
    const printed = doc.text.slice(span.start, span.end)
    const written = source.slice(sourceStart, sourceEnd)
    if (printed !== written)
      return `not verbatim: ${JSON.stringify(printed)} is ${JSON.stringify(written)} in the source`
  }
  if (position !== doc.text.length) return `origin ends at ${position} of ${doc.text.length}`
  let blockEnd = 0
  for (const { span } of doc.blocks) {
    if (span.start < blockEnd || span.end <= span.start) return `blocks overlap at ${span.start}`
    if (doc.text.slice(blockEnd, span.start).trim() !== "") return `text outside blocks before ${span.start}`
    blockEnd = span.end
  }
  if (doc.text.slice(blockEnd).trim() !== "") return `text outside blocks after ${blockEnd}`
  return null
}

/** One line for each block: its kind and its words. */
export function blockLines({ doc }: Ingested): readonly string[] {
  return doc.blocks.map(({ kind, span }) => `${kind}: ${doc.text.slice(span.start, span.end)}`)
}

/**
 * What was read, as the cases of test/cases/ingest write it: a line with media
 * type, day, outlet, authors and the language where the page states one other
 * than plain "en"; then the blocks. ⏎ is a line break, · a hard space.
 */
export function drawReport(ingested: Ingested): readonly string[] {
  const { source, published, outlet, authors, language } = ingested.doc
  const about = [
    source.mediaType,
    published?.edtf ?? "no date",
    outlet,
    authors.join("; "),
    language === "en" || language === "und" ? null : language,
  ]
  return [
    about.filter((part) => part !== null && part !== "").join(" · "),
    ...blockLines(ingested).map((line) => line.replace(/\r?\n/g, "⏎").replace(/\u00a0/g, "·")),
  ]
}

/** Processor time of one reading, in milliseconds: what other programs do meanwhile does not count. */
export function readWithTime(file: string): number {
  const bytes = new TextEncoder().encode(file)
  const start = process.cpuUsage()
  ingest(bytes, NO_OPTIONS, testPlatform)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
