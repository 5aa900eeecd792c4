// Who takes part in an event mention, and where it is. In: event mentions, who stands where. Out: for each mention and
// role those who have it, as entities of the report.

import { isLedBy } from "../grammar/index.ts"
import type { EventMention, EventRole, Reading } from "../schema/reading.ts"
import type { Entity, Participant } from "../schema/resolution.ts"
import type { MentionIndex } from "./mention-index.ts"
import type { TreeAt } from "./trees-by-token.ts"

export interface PartyFacts {
  readonly treeAt: TreeAt
  readonly index: MentionIndex
  readonly entities: readonly Entity[]
  /** Whether an entity has its place on the map. */
  readonly isOnMap: (entity: number) => boolean
  /** Turkey of “the Turkish operation”; null where no adjective of a state that the report names stands. */
  readonly stateAt: (token: number) => Participant | null
}

/** For an event mention, by its index in `Reading.events`, who has a role in it, in the order of its arguments. Remembers what it was asked. */
export function partiesIn(
  { events, tokens }: Pick<Reading, "events" | "tokens">,
  { treeAt, index, entities, isOnMap, stateAt }: PartyFacts,
): (event: number, role: EventRole) => readonly Participant[] {
  /** “near Damascus” */
  const isBeside = (mention: Participant["mention"]): boolean => {
    const range = tokens.covering(index.spanOf(mention))
    const tree = range === null ? null : treeAt(range.from)
    return range !== null && tree !== null && isLedBy(tree, tree.topOf(range), /^(?:near|outside|off)$/i)
  }
  // Asked again for each pair of mentions that may be one.
  const known = new Map<EventRole, (readonly Participant[])[]>()
  const named = (event: number, role: EventRole): readonly Participant[] => {
    const ofRole = known.get(role) ?? []
    known.set(role, ofRole)
    ofRole[event] ??= namedNow(event, role)
    return ofRole[event]
  }
  const namedNow = (event: number, role: EventRole): readonly Participant[] => {
    const mention = events[event]!
    return mention.arguments.flatMap((argument) => {
      const found = index.at(argument.filler)
      if (roleOf(argument, mention, found) !== role) return []
      if (role === "place") return found === null ? [] : [placeOf(found, index, { isOnMap, isBeside })]
      const isActing = role === "actor" && found === null && modifies(argument.filler, mention)
      const party = isActing ? stateAt(argument.filler) : found
      return party === null ? [] : [party]
    })
  }
  /** “the *Turkish* operation” */
  const modifies = (word: number, { trigger, type }: EventMention): boolean => {
    const above = treeAt(word)?.headOf(word) ?? null
    if (type === null || above === null) return false
    return trigger.start <= tokens.start(above) && tokens.start(above) < trigger.end
  }
  const isTown = (entity: number): boolean =>
    isOnMap(entity) && entities[entity]!.kind === "place" && entities[entity]!.position?.kind !== "country"
  const isBeforeNoun = (word: number): boolean => treeAt(word)?.at(word).relation === "compound"
  /** “the *Zamfara* raid”: a town before a deed is where it was done; a state does it. */
  const roleOf = (
    { role, filler }: EventMention["arguments"][number],
    mention: EventMention,
    found: Participant | null,
  ): EventRole =>
    role === "actor" &&
    found !== null &&
    isTown(found.entity) &&
    isBeforeNoun(filler) &&
    modifies(filler, mention)
      ? "place"
      : role
  return named
}

/** Douma of “the Syrian town of Douma”, which itself is no name. */
function placeOf(
  found: Participant,
  index: MentionIndex,
  {
    isOnMap,
    isBeside,
  }: Pick<PartyFacts, "isOnMap"> & { readonly isBeside: (mention: Participant["mention"]) => boolean },
): Participant {
  if (isOnMap(found.entity)) return found
  const within = index.within(index.spanOf(found.mention)).filter(({ entity }) => isOnMap(entity))
  // The last: “the Syrian town of Douma”; but “the town of Douma, near Damascus”.
  return within.findLast(({ mention }) => !isBeside(mention)) ?? within.at(-1) ?? found
}
