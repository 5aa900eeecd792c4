// The last stage: what was read, as the record that is kept. In: a `Reading`. Out: plain data with ids, in a fixed
// order, every line with the exact words it rests on. Nothing is read anew here, and nobody is resolved.
import { hashText, type Sha256 } from "../base/hash.ts"
import { makeEvidence, makeEvidencePart } from "../document/evidence.ts"
import type { Doc } from "../schema/doc.ts"
import type { Evidence, Score, Sourced } from "../schema/evidence.ts"
import { type AttributionId, type EntityId, type StatementId, toDocId } from "../schema/ids.ts"
import type { NonEmpty, Span } from "../schema/positions.ts"
import type { Problem } from "../schema/problem.ts"
import type { Attribution, Reading } from "../schema/reading.ts"
import type { DocRecord, Statement } from "../schema/record.ts"
import { listSpeakers, type Speakers } from "./list-speakers.ts"
import { orderAttributions } from "./order-attributions.ts"

/**
 * The record of one report. The same reading gives the same record, key for
 * key, so that whoever prints it gets the same bytes.
 *
 * Statements are numbered in text order (see `orderAttributions`), entities by
 * their place: one for each mention that is the source of a statement. Throws
 * when the reading contradicts itself, which is a bug in an earlier stage.
 */
export function toRecord(reading: Reading, madeBy: DocRecord["madeBy"], sha256: Sha256): DocRecord {
  const { doc } = reading
  const { version, weights, lexicons } = madeBy
  const attributions = orderAttributions(
    reading.attributions,
    new Map(reading.mentions.map((mention) => [mention.id, mention])),
  )
  const ids = new Map(attributions.map(({ id }, index) => [id, `s${index + 1}` as StatementId]))
  const speakers = listSpeakers(reading)
  return {
    format: 1,
    doc: toRecordedDoc(doc, sha256),
    entities: speakers.entities,
    statements: attributions.map((attribution) => toStatement(doc, attribution, ids, speakers)),
    problems: orderProblems(reading.problems),
    madeBy: { version, weights, lexicons },
  }
}

function toRecordedDoc(doc: Doc, sha256: Sha256): DocRecord["doc"] {
  const textSha256 = hashText(doc.text, sha256)
  if (doc.id !== toDocId(textSha256)) {
    throw new Error(`${doc.id} is not the id of its text. This is a bug in Sayso: please report it.`)
  }
  const { source, published } = doc
  // Written out key by key: the order is part of the format, and a field that a stage adds must not slip in.
  return {
    id: doc.id,
    source: {
      sha256: source.sha256,
      mediaType: source.mediaType,
      charset: source.charset,
      url: source.url,
      retrieved: source.retrieved,
    },
    title: doc.title,
    authors: [...doc.authors],
    outlet: doc.outlet,
    published: published === null ? null : { edtf: published.edtf, anchor: published.anchor },
    language: doc.language,
    textSha256,
    textLength: doc.text.length,
  }
}

function toStatement(
  doc: Doc,
  attribution: Attribution,
  ids: ReadonlyMap<AttributionId, StatementId>,
  speakers: Speakers,
): Statement {
  const { kind, mode, cue, venue, addressee, inside, readBy } = attribution
  const speaker = attribution.speaker === null ? null : require(speakers.ofMention, attribution.speaker)
  const source = speaker === null ? null : makeEvidence(doc, [speaker.mention.span])
  return {
    id: require(ids, attribution.id),
    kind,
    mode,
    source,
    speaker:
      speaker === null || source === null ? null : toStated(speaker.entity, source, speaker.mention.score),
    cue: cue === null ? null : makeEvidence(doc, cue),
    content: makeEvidence(doc, attribution.content),
    quoted: attribution.quoted.map((span) => makeEvidencePart(doc, span)),
    venue: toEvidence(doc, venue),
    addressee: toEvidence(doc, addressee),
    inside: inside === null ? null : require(ids, inside),
    readBy: { reader: readBy.reader, rule: readBy.rule },
    score: roundScore(attribution.score),
  }
}

function toEvidence(doc: Doc, span: Span | null): Evidence | null {
  const spans: NonEmpty<Span> | null = span === null ? null : [span]
  return spans === null ? null : makeEvidence(doc, spans)
}

/** The speaker is who the words name: without resolving, nothing is implied or inferred. */
function toStated(entity: EntityId, source: Evidence, score: Score): Sourced<EntityId> {
  return { value: entity, basis: "stated", evidence: [source], score: roundScore(score) }
}

/**
 * In hundredths, from 0.01 to 0.99: finer steps are not measured, differ
 * between machines, and no line is certain.
 */
function roundScore(score: Score): Score {
  return Math.min(Math.max(Math.round(score * 100) / 100, 0.01), 0.99)
}

/** Problems of the whole report first, the others in text order; otherwise as they were met. */
function orderProblems(problems: readonly Problem[]): readonly Problem[] {
  const place = ({ span }: Problem): number => span?.start ?? -1
  return [...problems]
    .sort((one, other) => place(one) - place(other))
    .map(({ code, severity, message, span }) => ({
      code,
      severity,
      message,
      span: span === null ? null : { start: span.start, end: span.end },
    }))
}

function require<Key extends string, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) {
    throw new Error(
      `The reading points to ${key}, which it does not have. This is a bug in Sayso: please report it.`,
    )
  }
  return value
}
