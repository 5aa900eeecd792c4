// The events of a record. In: the happenings, with who took part, when and where. Out: coded events in text order, each
// with the words that name it. Who says so is `claims.ts`.
import { makeEvidence } from "../document/evidence.ts"
import type { Doc, TimeValue } from "../schema/doc.ts"
import type { Evidence, Score, Sourced } from "../schema/evidence.ts"
import type { EventId } from "../schema/ids.ts"
import type { NonEmpty, Span } from "../schema/positions.ts"
import type { EventMention, Mention, Reading } from "../schema/reading.ts"
import type { CodedEvent, RecordedQuantity } from "../schema/record.ts"
import type {
  FoundQuantity,
  Happening,
  Participant,
  Quantity,
  Resolution,
  ResolvedTime,
} from "../schema/resolution.ts"
import { mergeStatus } from "./merge-status.ts"
import { roundScore } from "./round-score.ts"
import { type Entities, toParticipant } from "./to-entities.ts"

/** Events are numbered in the order of `Resolution.happenings`: `v1`, `v2`, …. */
export function eventIdOf(index: number): EventId {
  return `v${index + 1}` as EventId
}

export function toEvents(
  reading: Reading,
  resolution: Resolution,
  entities: Entities,
): readonly CodedEvent[] {
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]))
  return resolution.happenings.map((happening, index) =>
    toEvent(eventIdOf(index), happening, { reading, resolution, entities, mentions }),
  )
}

interface Place {
  readonly reading: Reading
  readonly resolution: Resolution
  readonly entities: Entities
  readonly mentions: ReadonlyMap<Mention["id"], Mention>
}

function toEvent(id: EventId, happening: Happening, place: Place): CodedEvent {
  const { doc, events } = place.reading
  const named = happening.mentions.map((index) => events[index]!) as unknown as NonEmpty<EventMention>
  const [fullest] = named
  // “at least 14 were *killed* when rebels *shelled* a market”: of mentions without a type none tells it.
  const typed = named.find(({ type }) => type !== null) ?? fullest
  const participant = (one: Participant) =>
    toParticipant(place.entities, one, makeEvidence(doc, [place.mentions.get(one.mention)!.span]))
  const time = happening.time === null ? null : place.resolution.times[happening.time]!
  return {
    id,
    type:
      typed.type === null
        ? null
        : {
            value: typed.type,
            basis: "inferred",
            evidence: [makeEvidence(doc, [typed.trigger])],
            score: roundScore(typed.score),
          },
    status: toStatus(doc, named, happening.isToCome),
    modes: [...typed.modes],
    contexts: [...happening.contexts],
    actors: happening.actors.map(participant),
    recipients: happening.recipients.map(participant),
    time: time === null || time.value === null ? null : toTime(doc, time, time.value),
    place: happening.place === null ? null : participant(happening.place),
    instrument: happening.instrument === null ? null : makeEvidence(doc, [happening.instrument]),
    quantities: happening.quantities.map((index) => {
      const { value, basis, evidence, score } = toQuantity(doc, place.resolution.quantities[index]!)
      return { value, basis, evidence, score }
    }),
    evidence: named.map(({ trigger }) => makeEvidence(doc, [trigger])) as unknown as NonEmpty<Evidence>,
    readBy: { reader: typed.readBy.reader, rule: typed.readBy.rule },
    score: roundScore(fullest.score),
  }
}

/** Share of the happenings dated after the report, and told by no word as past, that are to come: 43 of 55. */
const TO_COME: Score = 0.78

function toStatus(doc: Doc, mentions: NonEmpty<EventMention>, isToCome: boolean): CodedEvent["status"] {
  const { status, score } = isToCome
    ? { status: "planned" as const, score: TO_COME }
    : mergeStatus(mentions.map((mention) => ({ status: mention.status, score: mention.statusScore })))
  const saying = mentions.filter((mention) => isToCome || mention.status === status)
  const evidence = saying.map(({ trigger }) => makeEvidence(doc, [trigger]))
  return { value: status, basis: "inferred", evidence, score: roundScore(score) }
}

function toTime<Value extends TimeValue | null>(
  doc: Doc,
  { span, basis, score }: ResolvedTime,
  value: Value,
): Sourced<Value> {
  const kept = value === null ? value : { edtf: value.edtf, anchor: value.anchor }
  return { value: kept as Value, basis, evidence: [makeEvidence(doc, [span])], score: roundScore(score) }
}

/** Every time expression, in text order. */
export function toTimes(doc: Doc, times: readonly ResolvedTime[]): readonly Sourced<TimeValue | null>[] {
  return inTextOrder(times).map((time) => toTime(doc, time, time.value))
}

/** Every amount, in text order. */
export function toQuantities(doc: Doc, quantities: readonly FoundQuantity[]): readonly RecordedQuantity[] {
  return inTextOrder(quantities).map((quantity) => toQuantity(doc, quantity))
}

function toQuantity(doc: Doc, { span, sort, quantity, score }: FoundQuantity): RecordedQuantity {
  return {
    value: keysOf(quantity),
    basis: "stated",
    evidence: [makeEvidence(doc, [span])],
    score: roundScore(score),
    sort,
  }
}

/** Key by key, as the format has them. */
function keysOf(quantity: Quantity): Quantity {
  const { unit, outOf } = quantity
  return quantity.bound === "range"
    ? { bound: "range", low: quantity.low, high: quantity.high, unit, outOf }
    : { bound: quantity.bound, value: quantity.value, unit, outOf }
}

function inTextOrder<Found extends { readonly span: Span }>(found: readonly Found[]): readonly Found[] {
  return [...found].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)
}
