// Does a record still say what its source says? In: a record, and the text that its source gives today. Out: how
// many of its anchors stand in that text character for character, and what is wrong with the others.
import { hashText, type Sha256 } from "../base/hash.ts"
import { contains, joinIntervals } from "../base/intervals.ts"
import { findPartFault, findSpanFault } from "../document/evidence.ts"
import { findInconsistencies, findRecordShapeFaults } from "../schema/check-record.ts"
import type { DocRecord, Statement } from "../schema/record.ts"
import type { Fault } from "../schema/shape.ts"
import { type Anchor, listAnchors } from "./list-anchors.ts"

export interface Verification {
  /** Places at which the record points into the text. */
  readonly anchors: number
  /** Those where the text has exactly the record's words; a problem's place has none and only must lie in the text. */
  readonly exact: number
  /** Empty when the record fits the text in every way. */
  readonly faults: readonly Fault[]
}

/** What a record is compared with. */
export interface VerifiedSource {
  /** The report's text, taken from its source by `ingest` anew. */
  readonly text: string
  /** SHA-256 of the source's bytes; null when only the text is at hand. */
  readonly sha256: string | null
}

/**
 * Compares every anchor of a record with the text, and the record with itself.
 *
 * Compared are the hashes of source and text, the words of each anchor, the
 * order of the parts of a line, ids and what they lead to, and that a statement
 * inside another lies within its content. A value that is no record of format 2
 * has 0 anchors and its faults. Never throws on plain data.
 */
export function verifyRecord(value: unknown, source: VerifiedSource, sha256: Sha256): Verification {
  const shapeFaults = findRecordShapeFaults(value)
  if (shapeFaults.length > 0) return { anchors: 0, exact: 0, faults: shapeFaults }
  const record = value as DocRecord
  const faults: Fault[] = [...findDocFaults(record, source, sha256)]
  const wrongPlaces = new Set<string>()
  let anchors = 0
  for (const anchor of listAnchors(record)) {
    anchors++
    const message = findAnchorFault(source.text, anchor)
    if (message === null) continue
    wrongPlaces.add(anchor.path)
    faults.push({ path: anchor.path, message })
  }
  for (const fault of findInconsistencies(record)) {
    // An anchor that the text has shown to be wrong is not told of twice.
    if (!wrongPlaces.has(fault.path.replace(/\.span$/, ""))) faults.push(fault)
  }
  faults.push(...findNestingFaults(record.statements))
  return { anchors, exact: anchors - wrongPlaces.size, faults }
}

function* findDocFaults({ doc }: DocRecord, source: VerifiedSource, sha256: Sha256): Generator<Fault> {
  if (source.sha256 !== null && source.sha256 !== doc.source.sha256) {
    yield {
      path: "doc.source.sha256",
      message: `the source has the hash ${source.sha256}, the record ${doc.source.sha256}`,
    }
  }
  const textSha256 = hashText(source.text, sha256)
  if (textSha256 !== doc.textSha256) {
    yield {
      path: "doc.textSha256",
      message: `the text has the hash ${textSha256}, the record ${doc.textSha256}`,
    }
  }
  if (source.text.length !== doc.textLength) {
    yield {
      path: "doc.textLength",
      message: `the text has ${source.text.length} UTF-16 units, the record ${doc.textLength}`,
    }
  }
}

function findAnchorFault(text: string, { span, exact }: Anchor): string | null {
  return exact === null ? findSpanFault(text.length, span) : findPartFault(text, { span, exact })
}

function* findNestingFaults(statements: readonly Statement[]): Generator<Fault> {
  const contents = new Map(statements.map(({ id, content }) => [id, content.parts.map(({ span }) => span)]))
  for (const [index, { inside, content }] of statements.entries()) {
    const outer = inside === null ? undefined : contents.get(inside)
    if (outer === undefined) continue
    // Joined first: the inner words may run on over two parts of the outer ones that touch.
    const stretches = joinIntervals(outer)
    if (!content.parts.every(({ span }) => stretches.some((stretch) => contains(stretch, span)))) {
      yield {
        path: `statements[${index}].inside`,
        message: `the content of ${inside} does not hold this one`,
      }
    }
  }
}
