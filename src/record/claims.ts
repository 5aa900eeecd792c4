// Claims: who stands how to what happened, over all places that name it. In: the voices of single mentions, and which
// mentions are one event. Out: one line for each voice and aspect, with the chain of voices from the outlet inwards.
import { groupBy } from "../base/group-by.ts"
import { makeEvidence } from "../document/evidence.ts"
import type { Doc } from "../schema/doc.ts"
import { HARMING_VERBS } from "../schema/event-types.ts"
import type { Evidence } from "../schema/evidence.ts"
import type { AttributionId, ClaimId, EntityId, EventId, StatementId } from "../schema/ids.ts"
import type { NonEmpty } from "../schema/positions.ts"
import {
  ASPECTS,
  type Attribution,
  type EventMention,
  type EventVoice,
  type Stance,
  type Tokens,
} from "../schema/reading.ts"
import type { Claim, Proposition, Voice } from "../schema/record.ts"
import { lookUp } from "./look-up.ts"
import { roundScore } from "./round-score.ts"

export interface ClaimsInput {
  readonly doc: Pick<Doc, "id" | "text" | "outlet">
  readonly attributions: readonly Attribution[]
  readonly voices: readonly EventVoice[]
  /** Mentions by index in `Reading.events` that tell of whom it did not befall: “*no one was killed* in the blast”. */
  readonly spared: ReadonlySet<number>
  /** The events in the order of the record, each with the indexes of its mentions in `Reading.events`. */
  readonly events: readonly { readonly id: EventId; readonly mentions: readonly number[] }[]
  readonly statements: ReadonlyMap<AttributionId, StatementId>
  /** Who speaks; an attribution that is not in it has no named speaker. */
  readonly speakers: ReadonlyMap<AttributionId, EntityId>
}

/** Of “no one was killed in the blast” the dead; see `ClaimsInput.spared`. */
export function sparedIn(events: readonly EventMention[], tokens: Tokens): ReadonlySet<number> {
  return new Set(
    events.flatMap(({ status, head }, index) =>
      status === "negated" && HARMING_VERBS.has(tokens.at(head).lemma) ? [index] : [],
    ),
  )
}

/** By event, aspect (happened first), the outlet first, then statements in the order of `attributions`. */
export function toClaims(input: ClaimsInput): readonly Claim[] {
  const eventOf = new Map(
    input.events.flatMap(({ mentions }, at) => mentions.map((mention) => [mention, at])),
  )
  const byEvent: EventVoice[][] = input.events.map(() => [])
  for (const voice of input.voices) {
    const at = eventOf.get(voice.event)
    if (at !== undefined) byEvent[at]!.push(voice)
  }
  const order = new Map(input.attributions.map(({ id }, index) => [id, index]))
  const place: Place = { ...input, order, byId: new Map(input.attributions.map((each) => [each.id, each])) }
  return byEvent
    .flatMap((voices, at) => standsOn(voices, place).map((stand) => ({ stand, event: input.events[at]!.id })))
    .map(({ stand, event }, index) => toClaim(`c${index + 1}` as ClaimId, event, stand, place))
}

interface Place extends ClaimsInput {
  readonly order: ReadonlyMap<AttributionId, number>
  readonly byId: ReadonlyMap<AttributionId, Attribution>
}

/** What one voice says of one aspect, at all places: lines of one stance. */
type Stand = NonEmpty<EventVoice>

function standsOn(voices: readonly EventVoice[], place: Place): readonly Stand[] {
  const groups = groupBy(
    withoutEchoes(withoutSpared(voices, place)),
    (voice) => `${voice.what} ${speakerKey(voice, place)}`,
  )
  const rank = ({ voice }: EventVoice): number => (voice === null ? -1 : (place.order.get(voice) ?? 0))
  return [...groups.values()]
    .map((lines) => settled([...lines].sort((one, other) => rank(one) - rank(other))))
    .sort(
      ([one], [other]) => ASPECTS.indexOf(one.what) - ASPECTS.indexOf(other.what) || rank(one) - rank(other),
    )
}

/** One speaker in two statements is one voice; without a speaker each statement is its own. */
function speakerKey({ voice }: EventVoice, { speakers }: Place): string {
  return voice === null ? "outlet" : (speakers.get(voice) ?? voice)
}

/** “No one was killed in the blast”: there was a blast, and the number of the dead tells the rest. */
function withoutSpared(voices: readonly EventVoice[], { spared }: Place): readonly EventVoice[] {
  const others = voices.filter(({ event }) => !spared.has(event))
  return others.some(({ stance }) => stance === "asserts") ? others : voices
}

/** Below it a line only refers to what others put forward: “ordered a new trial”. */
const MIN_SCORE = 0.3

/** Lines that only refer back are left out where another voice puts the event forward. */
function withoutEchoes(voices: readonly EventVoice[]): readonly EventVoice[] {
  const isSure = ({ score }: EventVoice): boolean => score >= MIN_SCORE
  return voices.some((voice) => isSure(voice) && voice.what === "happened") ? voices.filter(isSure) : voices
}

const ORDER: readonly Stance[] = ["denies", "asserts", "hedges"]

/** One stance where a voice takes several: a denial before all, for it is not said in passing; a hedge only alone. */
function settled(lines: readonly EventVoice[]): Stand {
  const byStance = ORDER.map((stance) => lines.filter((line) => line.stance === stance))
  return byStance.find((some) => some.length > 0) as unknown as Stand
}

function toClaim(id: ClaimId, event: EventId, stand: Stand, place: Place): Claim {
  const [first] = stand
  return {
    id,
    proposition: toProposition(event, first.what),
    stance: first.stance,
    chain: toChain(first.voice, place),
    evidence: toEvidence(stand, place),
    score: roundScore(Math.max(...stand.map(({ score }) => score))),
  }
}

function toEvidence(stand: Stand, { doc }: Place): NonEmpty<Evidence> {
  return stand.map(({ words }) => makeEvidence(doc, words)) as unknown as NonEmpty<Evidence>
}

function toProposition(event: EventId, what: EventVoice["what"]): Proposition {
  switch (what) {
    case "happened":
      return { kind: "event", event }
    case "responsibility":
      return { kind: "responsibility", event }
    case "number":
      return { kind: "number", event }
    default:
      return { kind: "aspect", event, aspect: what }
  }
}

/** From the outlet through the statements around it to the voice itself. */
function toChain(voice: AttributionId | null, place: Place): NonEmpty<Voice> {
  const inner: Voice[] = []
  const met = new Set<AttributionId>()
  for (let at = voice; at !== null && !met.has(at); at = place.byId.get(at)?.inside ?? null) {
    met.add(at)
    inner.push(toVoice(at, place))
  }
  return [{ kind: "outlet", name: place.doc.outlet }, ...inner.reverse()]
}

function toVoice(id: AttributionId, { statements, speakers }: Place): Voice {
  const statement = lookUp(statements, id, "reading")
  const entity = speakers.get(id)
  return entity === undefined ? { kind: "unnamed", statement } : { kind: "entity", entity, statement }
}
