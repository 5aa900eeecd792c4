// The last stage: what was read and resolved, as the record that is kept. In: a `Reading` and its `Resolution`. Out:
// plain data with ids, in a fixed order, every line with the exact words it rests on. Nothing is read anew here.
import { hashText, type Sha256 } from "../base/hash.ts"
import { makeEvidence, makeEvidencePart } from "../document/evidence.ts"
import type { Doc } from "../schema/doc.ts"
import type { Evidence } from "../schema/evidence.ts"
import { type AttributionId, type EntityId, type StatementId, toDocId } from "../schema/ids.ts"
import type { NonEmpty, Span } from "../schema/positions.ts"
import type { Problem } from "../schema/problem.ts"
import type { Attribution, Reading } from "../schema/reading.ts"
import type { DocRecord, Statement } from "../schema/record.ts"
import type { Participant, Resolution } from "../schema/resolution.ts"
import { sparedIn, toClaims } from "./claims.ts"
import { lookUp } from "./look-up.ts"
import { numberVoices } from "./number-voices.ts"
import { orderAttributions } from "./order-attributions.ts"
import { roundScore } from "./round-score.ts"
import { type Entities, toEntities, toParticipant, toSourcedEntity } from "./to-entities.ts"
import { eventIdOf, toEvents, toQuantities, toTimes } from "./to-events.ts"

/**
 * The record of one report. The same reading gives the same record, key for
 * key, so that whoever prints it gets the same bytes.
 *
 * Statements are numbered in text order (see `orderAttributions`), entities and
 * events by their first mention. Throws when reading or resolution contradict
 * themselves, which is a bug in an earlier stage.
 */
export function toRecord(
  reading: Reading,
  resolution: Resolution,
  madeBy: DocRecord["madeBy"],
  sha256: Sha256,
): DocRecord {
  const { doc } = reading
  const { version, weights, lexicons } = madeBy
  const attributions = orderAttributions(
    reading.attributions,
    new Map(reading.mentions.map((mention) => [mention.id, mention])),
  )
  const ids = new Map(attributions.map(({ id }, index) => [id, `s${index + 1}` as StatementId]))
  const entities = toEntities(reading, resolution)
  const venuePlaces = new Map(
    [...resolution.venuePlaces].map(([index, place]) => [reading.attributions[index]!.id, place]),
  )
  return {
    format: 2,
    doc: toRecordedDoc(doc, resolution.dateline === null ? null : entities.idOf(resolution.dateline), sha256),
    entities: entities.entities,
    statements: attributions.map((attribution) =>
      toStatement(doc, attribution, ids, entities, venuePlaces.get(attribution.id) ?? null),
    ),
    events: toEvents(reading, resolution, entities),
    claims: toClaims({
      doc,
      attributions,
      voices: [...reading.voices, ...numberVoices(reading, resolution)],
      spared: sparedIn(reading.events, reading.tokens),
      events: resolution.happenings.map(({ mentions }, index) => ({ id: eventIdOf(index), mentions })),
      statements: ids,
      speakers: new Map(
        attributions.flatMap(({ id, speaker }) =>
          speaker === null ? [] : [[id, entities.ofMention(speaker).entity] as const],
        ),
      ),
    }),
    times: toTimes(doc, resolution.times),
    quantities: toQuantities(doc, resolution.quantities),
    problems: orderProblems([...reading.problems, ...resolution.problems]),
    madeBy: { version, weights, lexicons },
  }
}

function toRecordedDoc(doc: Doc, dateline: EntityId | null, sha256: Sha256): DocRecord["doc"] {
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
    dateline,
    textSha256,
    textLength: doc.text.length,
  }
}

function toStatement(
  doc: Doc,
  attribution: Attribution,
  ids: ReadonlyMap<AttributionId, StatementId>,
  entities: Entities,
  venuePlace: Participant | null,
): Statement {
  const { kind, mode, cue, venue, addressee, inside, readBy } = attribution
  const { speaker } = attribution
  const source = speaker === null ? null : makeEvidence(doc, [entities.ofMention(speaker).mention.span])
  return {
    id: lookUp(ids, attribution.id, "reading"),
    kind,
    mode,
    source,
    speaker: speaker === null || source === null ? null : toSourcedEntity(entities, speaker, source),
    cue: cue === null ? null : makeEvidence(doc, cue),
    content: makeEvidence(doc, attribution.content),
    quoted: attribution.quoted.map((span) => makeEvidencePart(doc, span)),
    venue: toEvidence(doc, venue),
    addressee: toEvidence(doc, addressee),
    venuePlace:
      venuePlace === null || venue === null
        ? null
        : toParticipant(entities, venuePlace, makeEvidence(doc, [venue])),
    inside: inside === null ? null : lookUp(ids, inside, "reading"),
    readBy: { reader: readBy.reader, rule: readBy.rule },
    score: roundScore(attribution.score),
  }
}

function toEvidence(doc: Doc, span: Span | null): Evidence | null {
  const spans: NonEmpty<Span> | null = span === null ? null : [span]
  return spans === null ? null : makeEvidence(doc, spans)
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
