// The happenings of a report. In: event mentions, who stands where, times and amounts. Out: one happening for all the
// places that name it, with everybody who took part, its place, its date, its amounts.

import { firstIndex } from "../base/binary-search.ts"
import { groupBy } from "../base/group-by.ts"
import { inHeadlineOf } from "../document/headlines.ts"
import { ownersOf } from "../document/owners.ts"
import { isPerfect, nounPhrase, type Tree } from "../grammar/index.ts"
import type { NonEmpty, Span } from "../schema/positions.ts"
import type { EventMention, EventRole, Reading } from "../schema/reading.ts"
import type { FoundQuantity, Happening, Participant, ResolvedTime } from "../schema/resolution.ts"
import { lyingAhead, timeFor, withoutToCome } from "./dates/index.ts"
import {
  areOneSide,
  areOthers,
  beforeAndAfter,
  causesOfEvents,
  groupEvents,
  NO_TRAITS,
  properWordsIn,
  type Sufferer,
  type Traits,
  takesAmount,
  tollsLater,
  traitsOf,
} from "./happenings/index.ts"
import { type PartyFacts, partiesIn } from "./parties.ts"
import { quantitiesFor, withoutRepeats } from "./quantities/index.ts"
import { takingPlaceOf } from "./taking-place.ts"
import type { TreeAt } from "./trees-by-token.ts"

export interface HappeningFacts extends PartyFacts {
  /** Whether it is told who an entity is. */
  readonly isSomebody: (entity: number) => boolean
  /** Whether a name is told of an entity, beside “at least 43 people”. */
  readonly isNamed: (entity: number) => boolean
  readonly times: readonly ResolvedTime[]
  readonly quantities: readonly FoundQuantity[]
  /** What the mentions of one happening tell it is about. */
  readonly contextsOf: (mentions: NonEmpty<number>) => readonly string[]
}

/** What one mention of an event tells. */
interface Told {
  readonly event: EventMention
  readonly time: number | null
  /** “agreed”, a headline's “agree”: it has happened. */
  readonly isPast: boolean
  readonly quantities: readonly number[]
  readonly instrument: Span | null
}

/** In the order of their first mention. Every event mention is in one happening. */
export function findHappenings(reading: Reading, facts: HappeningFacts): readonly Happening[] {
  const { doc, events, tokens, sentences } = reading
  const { treeAt, index, entities, isOnMap, isSomebody, isNamed, times, quantities, contextsOf } = facts
  const quantityNumbers = new Map(quantities.map((quantity, number) => [quantity, number]))
  const sayingAt = sayingsIn(reading)
  const inHeadline = inHeadlineOf(doc)
  const told = tellingsOf(reading, { ...facts, sayingAt, inHeadline, quantityNumbers })
  const traits = traitsIn(reading, treeAt)
  const parties = partiesIn(reading, facts)
  // “rammed *nobody*”: that tells no happenings apart.
  const named = (event: number, role: EventRole) =>
    parties(event, role).filter(({ entity }) => !NOBODY.test(entities[entity]?.name ?? ""))
  const participants = (event: number, role: EventRole): readonly Participant[] =>
    parties(event, role).filter(({ entity }) => role === "place" || isSomebody(entity))
  const suffering = (event: number): readonly Sufferer[] =>
    named(event, "recipient").map(({ entity }) => ({ entity: entities[entity]!, isNamed: isNamed(entity) }))
  // “the number of *Armenian* dead … two *Azerbaijani* soldiers were killed”
  const isOfOtherPeople = (event: number, other: number): boolean => {
    const { people } = traits[event]!
    if (people === null) return false
    const others = [traits[other]!.people ?? "", ...suffering(other).map(({ entity }) => entity.name)]
    // Not “Two” at the head of a sentence.
    const named = others.flatMap((words) => properWordsIn(words.replace(/^\p{L}+(?= \p{Ll})/u, "")))
    return named.length > 0 && !named.includes(people)
  }
  const isDoneToOne = (event: number): boolean => {
    const [one, another] = suffering(event)
    return one?.entity.kind === "person" && another === undefined
  }
  const isDoneToMany = (event: number): boolean =>
    told[event]!.quantities.some((number) => isOfMany(quantities[number]!))
  const isTitle = (event: number): boolean => inHeadline(events[event]!.trigger.start)
  const beside = beforeAndAfter(events, tokens, treeAt)
  const causes = causesOfEvents(events, tokens, treeAt)
  const denied = onlyDenied(reading)
  const sentenceOf = (token: number): number =>
    firstIndex(sentences.length, (number) => sentences[number]!.to > token)
  const groups = groupEvents(events, {
    lemmaOf: (token) => tokens.at(token).lemma,
    entitiesOf: (event, role) => named(event, role).map(({ entity }) => entity),
    namedIn: (event, role) => {
      // “Strike kills dozens … killing at least 43 people”: a headline counts in passing.
      const telling = named(event, role)
        .filter(({ entity }) => !isTitle(event) || isNamed(entity))
        .flatMap(({ entity, mention }) => [
          entity,
          ...index.within(index.spanOf(mention)).map((inner) => inner.entity),
        ])
      // “the hospital” lies in the town, or is it: what is on no map tells no places apart.
      return role === "place" ? telling.filter(isOnMap) : telling
    },
    isAround: (country, place) => {
      const [wide, narrow] = [entities[country]?.position, entities[place]?.position]
      return wide?.kind === "country" && narrow?.country === wide.country
    },
    isPlace: (entity) => entities[entity]!.kind === "place",
    areOneSide: (entity, other) => areOneSide(entities[entity]!, entities[other]!),
    isTitle,
    isAhead: (event) => looksAhead(treeAt(events[event]!.head), events[event]!.head),
    areOneAndMany: (event, other) => {
      const [many, otherMany] = [event, other].map(isDoneToMany)
      return many !== otherMany && isDoneToOne(many === true ? other : event)
    },
    befellOthers: (event, other) =>
      areOthers(suffering(event), suffering(other)) ||
      isOfOtherPeople(event, other) ||
      isOfOtherPeople(other, event),
    timeOf: (event) => {
      const time = told[event]!.time
      return time === null ? null : (times[time]!.value?.edtf ?? null)
    },
    traitsOf: (event) => traits[event]!,
    sentenceOf: (event) => sentenceOf(events[event]!.head),
    isDenied: (event) => denied.has(event),
    voiceOf: (event) => sayingAt(events[event]!.head)?.id ?? null,
    isOfNobody: (event) => named(event, "actor").length + named(event, "recipient").length === 0,
    causesOf: (event) => causes[event]!,
    besideInTime: (event) => beside[event]!,
  })
  const numbersOf = (isThen: (time: ResolvedTime) => boolean): ReadonlySet<number> =>
    new Set(times.flatMap((time, number) => (isThen(time) ? [number] : [])))
  const lies = { ahead: numbersOf(lyingAhead(doc, 0)), farAhead: numbersOf(lyingAhead(doc)) }
  return groups.map((group) =>
    toHappening(group, { told, lies, quantities, quantityNumbers, participants, contextsOf }),
  )
}

/** “nobody”, “no miner”, “any house” */
const NOBODY = /^(?:no|not|none|nobody|nothing|any)\b/i

/** The mentions that somebody denies and nobody vouches for: “denied *touching* the trawler”; not what a negation tells, “did not touch it”. */
function onlyDenied({ events, voices }: Reading): ReadonlySet<number> {
  const denied = new Set(voices.flatMap(({ event, stance }) => (stance === "denies" ? [event] : [])))
  for (const { event, stance } of voices) if (stance !== "denies") denied.delete(event)
  return new Set([...denied].filter((event) => events[event]!.status !== "negated"))
}

/** “would not *allow* any operations”: whether a verb of the future stands above a word, or at it. */
function looksAhead(tree: Tree | null, word: number): boolean {
  let at: number | null = word
  for (let steps = 4; tree !== null && at !== null && steps > 0; steps -= 1, at = tree.headOf(at)) {
    const helpers = tree.childrenBy(at, "aux").map((helper) => tree.at(helper))
    if (helpers.some(({ xpos }) => xpos === "MD") && !helpers.some(({ lemma }) => lemma === "have"))
      return true
    // What stands above a clause with a subject of its own is another's matter: “said it would be known”.
    if (tree.childrenBy(at, "nsubj", "nsubj:pass").length > 0) return false
  }
  return false
}

/** “12 people”, “dozens were arrested”. */
function isOfMany({ sort, quantity }: FoundQuantity): boolean {
  const isOfPeople = /^(?:people|arrested|detained|killed|injured|missing)$/.test(quantity.unit)
  return sort === "count" && isOfPeople && (quantity.bound === "range" || quantity.value > 1)
}

interface TellingFacts extends Pick<HappeningFacts, "treeAt" | "times" | "quantities"> {
  /** At a token the innermost statement that tells of it. */
  readonly sayingAt: (token: number) => Attribution | undefined
  /** Whether a place in the text lies in a headline. */
  readonly inHeadline: (start: number) => boolean
  /** Those of the happenings. */
  readonly quantityNumbers: ReadonlyMap<FoundQuantity, number>
}

/** What each event mention tells, in the order of `Reading.events`. */
function tellingsOf(
  reading: Reading,
  { treeAt, times, quantities, sayingAt, inHeadline, quantityNumbers }: TellingFacts,
): readonly Told[] {
  const { doc, events, tokens } = reading
  const timeNumbers = new Map(times.map((time, number) => [time, number]))
  const triggers = new Set(events.map(({ head }) => head))
  const isOfSpeaker = withinSpeakers(reading)
  const counted = quantities.filter(({ span, sort }) => !isOfSpeaker(span, sort))
  // “threatened to storm the base if they do not leave by Friday”: the threat was not made on a day to come.
  // Neither was it made within two weeks: “threatened to act if he is not freed within two weeks”.
  const isDeadline = ({ span }: ResolvedTime): boolean =>
    /^within\b/i.test(doc.text.slice(span.start, span.end))
  const gone = withoutToCome(times, doc).filter((time) => !isDeadline(time))
  const alone = events.map((event): Told => {
    const tree = treeAt(event.head)
    const isPast = tree !== null && event.status === "actual" && isPastVerb(tree, event.head)
    const dating = timesOf(sayingAt(event.head), isPast ? gone : times)
    const time = tree === null ? null : timeOf(tree, event, { times: dating, triggers, tokens })
    const isToldAsPast =
      tree !== null &&
      event.status === "actual" &&
      (isPast || isParticiple(tree, event.head) || inHeadline(event.trigger.start))
    const amounts =
      tree === null
        ? []
        : quantitiesFor(tree, event.head, counted, triggers).filter((amount) =>
            takesAmount(event, amount, doc.text),
          )
    return {
      event,
      time: time === null ? null : timeNumbers.get(time)!,
      isPast: isToldAsPast,
      quantities: amounts.map((amount) => quantityNumbers.get(amount)!),
      instrument: tree === null ? null : instrumentOf(tree, event),
    }
  })
  const owners = new Map<number, number>()
  // “Police arrested 63 people as *thousands* marched”: where two have a number, that of the nearer.
  const distance = (event: number, number: number): number =>
    Math.abs(tokens.start(events[event]!.head) - quantities[number]!.span.start)
  for (const [event, { quantities: own }] of alone.entries()) {
    for (const number of own) {
      const other = owners.get(number)
      if (other === undefined || distance(event, number) < distance(other, number)) owners.set(number, event)
    }
  }
  const later = groupBy(tollsLater(counted, quantityNumbers, owners, doc.text), ([, event]) => event)
  return alone.map((each, event) => ({
    ...each,
    quantities: [...each.quantities, ...(later.get(event) ?? []).map(([number]) => number)],
  }))
}

/** What tells each event mention apart by its own words, in the order of `Reading.events`. */
function traitsIn({ events, tokens }: Reading, treeAt: TreeAt): readonly Traits[] {
  return events.map(({ head, trigger }) => {
    const tree = treeAt(head)
    // “attacks” of “carried out missile attacks”.
    const last = (tokens.covering(trigger)?.to ?? head + 1) - 1
    return tree === null ? NO_TRAITS : traitsOf(tree, tree.has(last) ? last : head)
  })
}

interface Facts {
  readonly told: readonly Told[]
  /** The times that lie after the report's day; and those that do in all parts of the world. */
  readonly lies: { readonly ahead: ReadonlySet<number>; readonly farAhead: ReadonlySet<number> }
  readonly quantities: readonly FoundQuantity[]
  readonly quantityNumbers: ReadonlyMap<FoundQuantity, number>
  readonly contextsOf: HappeningFacts["contextsOf"]
  readonly participants: (event: number, role: EventRole) => readonly Participant[]
}

type Attribution = Reading["attributions"][number]

/** “according to *two* medical sources”, “Gul Rahman, a *51-year-old* butcher, said”: how many say it, and how old, is nothing of what happened. */
function withinSpeakers({
  attributions,
  mentions,
  tokens,
  doc,
}: Reading): (span: Span, sort: FoundQuantity["sort"]) => boolean {
  const isAccordingTo = ({ cue }: Attribution): boolean =>
    /^according/i.test(doc.text.slice(cue?.[0].start ?? 0, cue?.[0].end ?? 0))
  const speakers = new Set(attributions.map(({ speaker }) => speaker))
  const told = new Set(attributions.filter(isAccordingTo).map(({ speaker }) => speaker))
  const isSpeaker = new Uint8Array(tokens.length)
  for (const { id, span } of mentions) {
    const range = speakers.has(id) ? tokens.covering(span) : null
    if (range !== null) isSpeaker.fill(told.has(id) ? COUNTED : 1, range.from, range.to)
  }
  return (span, sort) => {
    const mark = isSpeaker[tokens.covering(span)?.from ?? -1] ?? 0
    return mark === COUNTED || (mark > 0 && sort === "age")
  }
}

/** Of a token of a speaker of whom even the number is nothing that happened. */
const COUNTED = 2

/** At a token the innermost statement that tells of it. */
function sayingsIn({ attributions, tokens }: Reading): (token: number) => Attribution | undefined {
  const owners = ownersOf(tokens, attributions)
  return (token) => attributions[owners[token]!]
}

/**
 * Without the times of the saying: of “‘they bombed it’, Lavrov said on Friday” what stands behind the cue, of “told the
 * court in March that she had signed” what stands between cue and content.
 */
function timesOf(saying: Attribution | undefined, times: readonly ResolvedTime[]): readonly ResolvedTime[] {
  const cue = saying?.cue?.[0]
  if (saying === undefined || cue === undefined) return times
  const isSaid = ({ start, end }: Span): boolean =>
    saying.content.some((part) => part.start <= start && end <= part.end)
  const behind = saying.content.find((part) => part.start >= cue.end)
  return times.filter(
    ({ span }) =>
      span.start < cue.end || isSaid(span) || (behind !== undefined && span.start >= behind.start),
  )
}

/** “threatened”, “have called”; “is scheduled” and a noun may be of a day to come though they are read as actual. */
function isPastVerb(tree: Tree, verb: number): boolean {
  const { xpos } = tree.at(verb)
  return xpos === "VBD" || (xpos === "VBN" && isPerfect(tree, verb))
}

/** “was *postponed*”, “the embargo, *adopted* by six votes”. */
function isParticiple(tree: Tree, verb: number): boolean {
  return tree.at(verb).xpos === "VBN"
}

/** On the verb of “that took place on April 7”, else on the word itself. */
function timeOf(
  tree: Tree,
  { head, trigger }: EventMention,
  {
    times,
    triggers,
    tokens,
  }: Pick<HappeningFacts, "times"> & { readonly triggers: ReadonlySet<number> } & Pick<Reading, "tokens">,
): ResolvedTime | null {
  const noun = (tokens.covering(trigger)?.to ?? head + 1) - 1
  const verb = tree.has(noun) ? takingPlaceOf(tree, noun, (token) => triggers.has(token)) : null
  const placed = verb === null ? null : timeFor(tree, verb, times, triggers)
  return placed ?? timeFor(tree, head, times, triggers)
}

function instrumentOf(tree: Tree, { arguments: all }: EventMention): Span | null {
  const filler = all.find(({ role }) => role === "instrument")?.filler
  if (filler === undefined || !tree.has(filler)) return null
  const { from, to } = nounPhrase(tree, filler)
  return { start: tree.at(from).span.start, end: tree.at(to - 1).span.end }
}

function toHappening(
  group: readonly number[],
  { told, lies, quantities, quantityNumbers, participants, contextsOf }: Facts,
): Happening {
  const mentions = fullestFirst(group, told)
  const all = (role: EventRole): readonly Participant[] =>
    onceEach(mentions.flatMap((event) => participants(event, role)))
  const { actors, recipients } = takeSides(mentions, participants)
  const { time, isToCome } = timeOfAll(
    mentions.map((event) => told[event]!),
    lies,
  )
  const instrument = mentions.map((event) => told[event]!.instrument).find((each) => each !== null) ?? null
  const amounts = [...new Set(mentions.flatMap((event) => told[event]!.quantities))]
  return {
    mentions,
    actors,
    recipients,
    // “The attack on the town … in the town”: who suffers it is not its place besides.
    place: all("place").find(({ entity }) => !recipients.some((each) => each.entity === entity)) ?? null,
    time,
    isToCome,
    instrument,
    quantities: withoutRepeats(amounts.map((number) => quantities[number]!)).map(
      (amount) => quantityNumbers.get(amount)!,
    ),
    contexts: contextsOf(mentions),
  }
}

/**
 * The time of the fullest mention that has one. What is told as past has not happened on a day to come: that is the day of
 * something else; what is told as neither, “the *elections* on 1 May”, is to come.
 */
function timeOfAll(
  mentions: readonly Told[],
  lies: Facts["lies"],
): { readonly time: number | null; readonly isToCome: boolean } {
  const times = mentions.flatMap(({ time }) => (time === null ? [] : [time]))
  if (!mentions.every(({ event }) => event.status === "actual"))
    return { time: times[0] ?? null, isToCome: false }
  const isPast = mentions.some((mention) => mention.isPast)
  const time = times.find((each) => !isPast || !lies.farAhead.has(each)) ?? null
  return { time, isToCome: !isPast && time !== null && lies.ahead.has(time) }
}

/**
 * Who acts and to whom. Who is one in some mentions and the other in others is what most of them say, of as many what
 * the fuller one says.
 */
function takeSides(
  mentions: NonEmpty<number>,
  participants: Facts["participants"],
): { readonly actors: readonly Participant[]; readonly recipients: readonly Participant[] } {
  const actors = mentions.flatMap((event) => participants(event, "actor"))
  const recipients = mentions.flatMap((event) => participants(event, "recipient"))
  const votes = new Map<number, number>()
  const vote = (side: readonly Participant[], weight: number): void => {
    for (const { entity } of side) votes.set(entity, (votes.get(entity) ?? 0) + weight)
  }
  vote(actors, 1)
  vote(recipients, -1)
  // Less than a whole vote.
  vote(participants(mentions[0], "actor"), 0.5)
  vote(participants(mentions[0], "recipient"), -0.5)
  return {
    actors: onceEach(actors.filter(({ entity }) => votes.get(entity)! >= 0)),
    recipients: onceEach(recipients.filter(({ entity }) => votes.get(entity)! < 0)),
  }
}

/** The mention with most arguments first, of two with as many the likelier; then in text order. */
function fullestFirst(group: readonly number[], told: readonly Told[]): NonEmpty<number> {
  const weight = (event: number): number => {
    const { event: mention, time, quantities } = told[event]!
    return mention.arguments.length + (time === null ? 0 : 1) + quantities.length + mention.score
  }
  const [first = 0, ...rest] = [...group].sort((one, other) => one - other)
  const fullest = [first, ...rest].reduce((best, event) => (weight(event) > weight(best) ? event : best))
  return [fullest, ...[first, ...rest].filter((event) => event !== fullest)]
}

/** Each entity once, by the likeliest mention. */
function onceEach(participants: readonly Participant[]): readonly Participant[] {
  const best = new Map<number, Participant>()
  for (const participant of participants) {
    const known = best.get(participant.entity)
    if (known === undefined || participant.score > known.score) best.set(participant.entity, participant)
  }
  return [...best.values()]
}
