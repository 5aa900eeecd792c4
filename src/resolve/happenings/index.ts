// Which mentions of one report are the same happening: “struck the town”, later “the attack”. In: the event mentions
// in text order, and what is known of their words, parties and times. Out: groups of their indexes.
import { hasNoOwnType, isMutual } from "../../schema/event-types.ts"
import type { EventMention, EventRole } from "../../schema/reading.ts"
import { areAkin, isForAny } from "./families.ts"
import type { Traits } from "./traits.ts"

export { beforeAndAfter, causesOfEvents } from "./causes.ts"
export { areOneSide, areOthers, type Sufferer } from "./sufferers.ts"
export { properWordsIn, takesAmount, tollsLater } from "./tolls.ts"
export { NO_TRAITS, type Traits, traitsOf } from "./traits.ts"

/** What is known of the event with this index. */
export interface HappeningFacts {
  /** Base form of a word of the report. */
  lemmaOf(token: number): string
  /** The entities that fill a role; empty when none is told. */
  entitiesOf(event: number, role: EventRole): readonly number[]
  /** These, and whoever is named within their words: Syria of “targets in Syria”. */
  namedIn(event: number, role: EventRole): readonly number[]
  /** Whether one place, a country, holds another: Congo and Masisi tell no events apart. */
  isAround(country: number, place: number): boolean
  /** Whether it is a place, and no state. */
  isPlace(entity: number): boolean
  /** “Azerbaijani forces”, “our army”: whether two are those who bear arms for one state. */
  areOneSide(entity: number, other: number): boolean
  /** Whether it stands in a headline. */
  isTitle(event: number): boolean
  /** Whether those to whom it was done cannot be those of another event. */
  befellOthers(event: number, other: number): boolean
  /** Whether one of two was done to one person and the other to several: “was arrested”, “detained 12 people”. */
  areOneAndMany(event: number, other: number): boolean
  /** Whether its words look ahead: “would not allow any *operations*”. */
  isAhead(event: number): boolean
  /** EDTF of its time; null when not told. */
  timeOf(event: number): string | null
  /** What its words tell of which one it is. */
  traitsOf(event: number): Traits
  /** The sentence in which it stands. */
  sentenceOf(event: number): number
  /** The statement in whose words it stands; null for the report's own. */
  voiceOf(event: number): string | null
  /** Whether its words name nobody who did it or whom it befell: “there was no offer”, “no miner was tortured”. */
  isOfNobody(event: number): boolean
  /** Whether somebody denies it and nobody says it with these words: “denied *touching* the trawler”. */
  isDenied(event: number): boolean
  /** Other events that its clause names as what it came from or with: “killed in the *attack*”. */
  causesOf(event: number): readonly number[]
  /** Other events that its clause sets before or behind it in time. */
  besideInTime(event: number): readonly number[]
}

/** Asked for each pair of mentions. */
interface Facts extends HappeningFacts {
  /** The word that names the event with this index. */
  wordAt(event: number): string
}

/**
 * Groups of indexes into `events`, each in text order, ordered by their first. A mention joins the latest group that
 * it may be the same happening as. Time grows with the mentions, times at most `MAX_LOOK_BACK` groups.
 */
export function groupEvents(
  events: readonly EventMention[],
  given: HappeningFacts,
): readonly (readonly number[])[] {
  const words = events.map((event) => wordOf(event, given))
  const facts: Facts = { ...given, wordAt: (event) => words[event]! }
  const groups: number[][] = []
  for (let event = 0; event < events.length; event += 1) {
    const recent = groups.slice(-MAX_LOOK_BACK)
    const ofAttack = recent.find((group) => isToll(events, facts, group, event))
    const same =
      ofAttack ??
      likeliest(
        lastToldLast(recent.filter((group) => maybeSame(events, facts, group, event))),
        facts,
        event,
      ) ??
      toldBefore(events, facts, recent, event)
    if (same === undefined) groups.push([event])
    else same.push(event)
    if (ofAttack !== undefined) takeIn(groups, titleOf(events, facts, recent, ofAttack), ofAttack)
  }
  return groups
}

/** Sentences back that “no such order” and “denied touching it” are looked for. */
const [MOST_BACK_SUCH, MOST_BACK_DENIED] = [3, 1]

/** “were told to lose the ballots … no *such order* was given”, “struck the boat … denied *touching* it”: what is denied is what was told of, in other words. */
function toldBefore(
  events: readonly EventMention[],
  facts: Facts,
  groups: readonly number[][],
  event: number,
): number[] | undefined {
  const { type } = events[event]!
  const most = facts.traitsOf(event).isSuch ? MOST_BACK_SUCH : facts.isDenied(event) ? MOST_BACK_DENIED : -1
  if (type === null || most < 0) return undefined
  const isToldOf = (other: number): boolean =>
    events[other]!.type === type &&
    facts.sentenceOf(event) - facts.sentenceOf(other) <= most &&
    !facts.isDenied(other) &&
    !facts.befellOthers(other, event)
  return lastToldLast(groups.filter((group) => group.slice(-MAX_MEMBERS).some(isToldOf))).at(-1)
}

/** By the latest mention of each. */
function lastToldLast(groups: readonly number[][]): readonly number[][] {
  return [...groups].sort((one, other) => one.at(-1)! - other.at(-1)!)
}

/** “Clashes leave dozens *dead*” above “*tore* through the town, *killing* 41”: the mentions of a headline, which tells what the report does. */
function titleOf(
  events: readonly EventMention[],
  facts: Facts,
  groups: readonly number[][],
  group: readonly number[],
): number[] | undefined {
  const event = group.at(-1)!
  return groups.find(
    (title) =>
      title !== group && title.every((each) => facts.isTitle(each)) && maybeSame(events, facts, title, event),
  )
}

function takeIn(groups: number[][], taken: number[] | undefined, group: number[]): void {
  if (taken === undefined) return
  groups.splice(groups.indexOf(taken), 1)
  group.unshift(...taken)
}

/** “the *attack* that *killed* three”, “*killed* when a missile *hit*”, “*shot* and *killed*”: deaths by an attack are no happening of their own. */
function isToll(
  events: readonly EventMention[],
  facts: Facts,
  group: readonly number[],
  event: number,
): boolean {
  const isDeath = (each: number): boolean => areAkin(facts.wordAt(each), "kill")
  const isHarm = (each: number): boolean => isDeath(each) || areAkin(facts.wordAt(each), "injure")
  return group.slice(-MAX_MEMBERS).some((member) => {
    const [death, attack] = isHarm(event) ? [event, member] : [member, event]
    // “killing 14 people and wounding dozens”
    const areBoth = isHarm(attack) && isDeath(attack) !== isDeath(death)
    if (!areBoth && events[attack]!.type !== "ASSAULT") return false
    if ((isHarm(attack) && !areBoth) || !isHarm(death)) return false
    if (!isSameType(events[death]!, events[attack]!)) return false
    return facts.causesOf(death).includes(attack) || facts.causesOf(attack).includes(death)
  })
}

/** Of the groups that a mention may belong to the one whose place it tells, else the latest. */
function likeliest(possible: readonly number[][], facts: Facts, event: number): number[] | undefined {
  const { isDoubted } = facts.traitsOf(event)
  // “the alleged attack” is the suspected one, where there are two; “the attack” the other.
  const alike = possible.filter(
    (group) => group.slice(-MAX_MEMBERS).some((member) => facts.traitsOf(member).isDoubted) === isDoubted,
  )
  const left = alike.length > 0 ? alike : possible
  // “stabbed people at the hall … police shot him … the attack at the hall”
  const there = left.findLast((group) =>
    group.slice(-MAX_MEMBERS).some((member) => share(facts, "place", member, event)),
  )
  return there ?? left.at(-1)
}

// 200: the longest reports of the corpus have some 60 groups.
const MAX_LOOK_BACK = 200
// 12: few happenings of the corpus have more mentions; time stays in proportion to them.
const MAX_MEMBERS = 12

function maybeSame(
  events: readonly EventMention[],
  facts: Facts,
  group: readonly number[],
  event: number,
): boolean {
  // With each of the latest, so that a mention without details does not join what its details tell apart.
  const latest = group.slice(-MAX_MEMBERS)
  // “the attack … the incident … a collapse”: what the incident may stand for is told by the others.
  const naming = latest.filter((member) => !isForAny(facts.wordAt(member)))
  if (events[event]!.type === "ASSAULT" && facts.traitsOf(event).isNew && !areTied(facts, group, event))
    return false
  if (isDeniedOfOthers(events, facts, latest, event)) return false
  return (
    (naming.length > 0 ? naming : latest).some((member) => isAkin(events, facts, member, event)) &&
    latest.every((member) => areCompatible(events, facts, member, event))
  )
}

/** “The rebels fired … the army did not fire”: what did not happen is of what is said to have only where the same take part, and is over. */
function isDeniedOfOthers(
  events: readonly EventMention[],
  facts: Facts,
  members: readonly number[],
  event: number,
): boolean {
  const others = members.filter((member) => isNegated(events[member]!) !== isNegated(events[event]!))
  if (others.length === 0) return false
  const denied = isNegated(events[event]!) ? [event] : others
  if (denied.some((one) => facts.isAhead(one))) return true
  if (members.some((member) => shareParty(facts, member, event) || shareSide(facts, member, event)))
    return false
  return !others.some((member) => isDeniedByWord(events, facts, member, event))
}

/** Sentences between what is said to have happened and what is said not to have, where only the word tells that they are one. */
const MOST_APART = 3

/** “had been *tortured* … nobody was *tortured*”: what did not happen befell nobody else, and nobody else did it. */
function isDeniedByWord(
  events: readonly EventMention[],
  facts: Facts,
  member: number,
  event: number,
): boolean {
  const apart = facts.sentenceOf(event) - facts.sentenceOf(member)
  if (!isActual(events[member]!) || apart > MOST_APART) return false
  if (facts.voiceOf(member) === facts.voiceOf(event) || facts.voiceOf(event) === null) return false
  return facts.isOfNobody(event) && facts.wordAt(member) === facts.wordAt(event)
}

/** Whether “an ambush”, told of as new, may be what was told of: a headline's, or in the same place, by or to the same, of the same sort. */
function areTied(facts: Facts, group: readonly number[], event: number): boolean {
  const { sort } = facts.traitsOf(event)
  return (
    group.every((member) => facts.isTitle(member)) ||
    group
      .slice(-MAX_MEMBERS)
      .some(
        (member) =>
          shareParty(facts, member, event) ||
          share(facts, "place", member, event) ||
          (sort !== null && facts.traitsOf(member).sort === sort),
      )
  )
}

function isAkin(events: readonly EventMention[], facts: Facts, member: number, event: number): boolean {
  return isSameType(events[member]!, events[event]!) && areAkin(facts.wordAt(member), facts.wordAt(event))
}

// “Two were killed” has no type of its own, “the murder” has: both may be one.
function isSameType(one: EventMention, other: EventMention): boolean {
  return one.type === other.type || one.type === null || other.type === null
}

/** The word that names it: “attack” of “carried out an attack”; its frame tells it. */
function wordOf({ head, type, readBy: { reader, rule } }: EventMention, facts: HappeningFacts): string {
  // “step down RETREAT”
  const border = reader === "rule" && rule !== null ? rule.lastIndexOf(" ") : -1
  const [framed, framedType] = border < 0 ? [null, type] : [rule!.slice(0, border), rule!.slice(border + 1)]
  const word = framed ?? facts.lemmaOf(head).toLowerCase()
  return OTHERWISE.get(`${word} ${framedType}`) ?? word
}

/** What a word names with this type of its frame: “*jailed* for two years”, “*fired* on the crowd”, which is no fire. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ["jail SANCTION", "sentence"],
  ["fire ASSAULT", "shoot"],
  // “used tear gas”
  ["use ASSAULT", "attack"],
])

// “Sanders endorsed Biden on Monday”, “endorses Biden”: nobody does or suffers these twice in a report.
const ONCE = new Set(
  "resign resignation endorse endorsement impeach impeachment elect swear inaugurate convict conviction acquit murder assassinate".split(
    " ",
  ),
).add("step down")

// Whom an accident or a death befell is often told in parts: “people”, “seven”, “all on board”.
const TELLING = { typed: ["actor", "recipient", "place"], untyped: ["actor"] } as const

/** Whether nothing that is told of both tells them apart. */
function areCompatible(events: readonly EventMention[], facts: Facts, one: number, other: number): boolean {
  const isUntyped = hasNoOwnType(events[one]!) || hasNoOwnType(events[other]!)
  // “killed on Monday”, “his death this year”: it befalls a person once; which date is whose is read less surely. The
  // same town may be bombed twice.
  const isOneDeath = isUntyped && share(facts, "recipient", one, other)
  // “Azerbaijani forces opened fire”, “our army did not fire a shot”.
  const isDenial = isNegated(events[one]!) !== isNegated(events[other]!)
  const isShared = shareParty(facts, one, other) || (isDenial && shareSide(facts, one, other))
  const isOnce = isOneDeath || (isShared && ONCE.has(facts.wordAt(one)))
  if (!isOnce && tellOtherTimes(facts.timeOf(one), facts.timeOf(other))) return false
  const [sort, otherSort] = [facts.traitsOf(one).sort, facts.traitsOf(other).sort]
  if (sort !== null && otherSort !== null && sort !== otherSort) return false
  // “the attack”, “five attacks since March”; but “208 deaths” are those of the outbreak.
  const isOtherNumber = facts.traitsOf(one).isCounted !== facts.traitsOf(other).isCounted
  if (isOtherNumber && !isUntyped && !isShared) return false
  if (haveChangedSides(events, facts, one, other) || haveChangedSides(events, facts, other, one)) return false
  // “died in captivity … threatened to kill the others”
  if (
    isUntyped &&
    isActual(events[one]!) !== isActual(events[other]!) &&
    haveOtherSufferers(facts, one, other)
  )
    return false
  if (events[one]!.type === "COERCE" && facts.areOneAndMany(one, other)) return false
  if (facts.besideInTime(one).includes(other) || facts.besideInTime(other).includes(one)) return false
  // “were weighing *strikes*” beside the shelling that was told of; but “a suspected attack” may be it.
  const isDoubted = [one, other].some((event) => facts.traitsOf(event).isDoubted)
  const isPlanned = isActual(events[one]!) !== isActual(events[other]!) && !isDoubted && !isDenial
  if (events[one]!.type === "ASSAULT" && isPlanned && !isShared) return false
  if (isMutual(events[one]!.type) && haveOtherParties(facts, one, other)) return false
  // “the man shot her”, “she was killed by Smith”
  if (isOneDeath) return true
  if (isUntyped && facts.befellOthers(one, other)) return false
  return TELLING[isUntyped ? "untyped" : "typed"].every((role) => {
    // “shot him in Streatham”, “… outside a shop”: how far around the place is told differs.
    if (role === "place" && isShared) return true
    const [parties, others] = [facts.namedIn(one, role), facts.namedIn(other, role)]
    const isSame = (party: number, other: number): boolean =>
      party === other ||
      (role === "place" && (facts.isAround(party, other) || facts.isAround(other, party))) ||
      (isDenial && role === "actor" && facts.areOneSide(party, other))
    // “fired at Sotk”, “wounded nine soldiers”: a town tells nothing of who suffered in it.
    const isOfTown = (party: number): boolean => role === "recipient" && facts.isPlace(party)
    const areTowns = parties.every(isOfTown)
    return (
      parties.length === 0 ||
      others.length === 0 ||
      (areTowns ? !others.some(isOfTown) : others.every(isOfTown)) ||
      parties.some((party) => others.some((other) => isSame(party, other)))
    )
  })
}

/** Two dates, neither of which lies within the other: “in August” and “on August 2” may be one. */
function tellOtherTimes(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && !one.startsWith(other) && !other.startsWith(one)
}

/** “He attacked passers-by”, “they attacked him”: who acts in `one` has it done to them in `other`, and does not act there. */
function haveChangedSides(
  events: readonly EventMention[],
  facts: Facts,
  one: number,
  other: number,
): boolean {
  if (isMutual(events[one]!.type)) return false
  const [suffering, acting] = [facts.entitiesOf(other, "recipient"), facts.entitiesOf(other, "actor")]
  return facts.entitiesOf(one, "actor").some((party) => suffering.includes(party) && !acting.includes(party))
}

/** “Lavrov met de Mistura, who also met Shoigu”: each tells who was there, and neither tells but some of the other's. */
function haveOtherParties(facts: Facts, one: number, other: number): boolean {
  const [few, many] = [partiesOf(facts, one), partiesOf(facts, other)].sort((a, b) => a.length - b.length)
  return few!.length > 1 && few!.some((party) => !many!.includes(party))
}

function partiesOf(facts: Facts, event: number): readonly number[] {
  return [...new Set([...facts.entitiesOf(event, "actor"), ...facts.entitiesOf(event, "recipient")])]
}

function isActual({ status }: EventMention): boolean {
  return status === "actual"
}

/** Both tell whom it befell, and none befell the same. */
function haveOtherSufferers(facts: Facts, one: number, other: number): boolean {
  const both = [one, other].map((event) => facts.entitiesOf(event, "recipient"))
  return both.every((each) => each.length > 0) && !both[0]!.some((party) => both[1]!.includes(party))
}

function isNegated({ status }: EventMention): boolean {
  return status === "negated"
}

/** Whether somebody has the same part in both: “agreed on a truce” and “have not agreed on the rules” may be two matters. */
function shareParty(facts: Facts, one: number, other: number): boolean {
  return share(facts, "actor", one, other) || share(facts, "recipient", one, other)
}

/** Whether those who bear arms for one state act in both. */
function shareSide(facts: Facts, one: number, other: number): boolean {
  return facts
    .entitiesOf(one, "actor")
    .some((party) => facts.entitiesOf(other, "actor").some((another) => facts.areOneSide(party, another)))
}

function share(facts: Facts, role: EventRole, one: number, other: number): boolean {
  return facts.entitiesOf(one, role).some((party) => facts.entitiesOf(other, role).includes(party))
}
