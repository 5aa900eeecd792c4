// Who, to whom, where, when, with what: the words that fill the roles of a happening. In: the frame that fits, the
// place of the word, and what the network says of the roles. Out: fillers by the word that heads their noun phrase.
// A frame's slot decides where it is filled; the network fills what the frame leaves open, and what has no frame.
import { isLedBy, isPassive, prepositionsOf, type Tree } from "../../grammar/index.ts"
import type { SlotPattern } from "../../lexicon/index.ts"
import { isMutual } from "../../schema/event-types.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { EventMention, EventRole, PloverType } from "../../schema/reading.ts"
import type { Scores } from "../network/scores.ts"
import { networkFillers } from "./network-events.ts"
import { type Asked, partiesIn } from "./parties.ts"
import { doersOf, spread, sufferersOf } from "./roles.ts"
import { instrumentOf, placeOf, timeOf } from "./settings.ts"
import { fillPattern, type Site } from "./slots.ts"
import type { Sentence } from "./view.ts"

export interface Roles {
  readonly type: PloverType | null
  readonly actor: SlotPattern
  readonly recipient: SlotPattern
}

/** For what the network alone finds: whoever does and suffers what a verb says, whose a noun is. */
export const ANY_ROLES: Pick<Roles, "actor" | "recipient"> = {
  actor: [["subj"], ["by"], ["light"], ["poss"]],
  recipient: [["obj"], ["against"], ["of"]],
}

/**
 * How sure the network must be of a filler that the slots do not give. Counted on 102 reports that it had not seen: places get
 * better down to .35 (.73 right, .71 from .8 on); recipients to .4 (f1 .51, .49), but below .7 party swaps are read less alike.
 */
const SURE: Readonly<Record<Filled, number>> = {
  actor: 0.8,
  recipient: 0.7,
  place: 0.35,
  time: 0.8,
}

/** The roles for which the network is asked. */
type Filled = Exclude<EventRole, "instrument">

interface Found {
  readonly scores: Scores | null
  readonly tolls: readonly number[]
  /** Who speaks, where the trigger is a statement's cue. */
  readonly teller: Teller | null
  /** The word for whoever says what the trigger stands in; null for the report's own words. */
  readonly voice: number | null
}

/** The speaker of a statement. */
export interface Teller {
  readonly head: number
  readonly words: TokenRange
}

export function argumentsOf(
  sentence: Sentence,
  site: Site,
  { type, actor, recipient }: Roles,
  { scores, tolls, teller, voice }: Found,
): EventMention["arguments"] {
  const isPlaceEnough = type === "ASSAULT" || type === "COERCE"
  const parties = (fillers: readonly number[], role: Asked["role"]): readonly number[] => [
    ...new Set(
      fillers.flatMap((filler) =>
        partiesIn(sentence, filler, { isPlaceEnough, role, isBlame: type === "ACCUSE" }),
      ),
    ),
  ]
  // What the slots give; where they give nobody, what the network is sure of and they do not give the other role.
  const inRole = (
    role: Asked["role"],
    given: readonly number[],
    others: readonly number[],
  ): readonly number[] =>
    given.length > 0 || scores === null
      ? given
      : parties(sureFillers(sentence, site.head, role, scores), role).filter((each) => !others.includes(each))
  const met = isMutual(type) && site.pos === "noun" ? parties(takingPart(sentence, site.head), "actor") : []
  // “could not *reach an agreement*”: who does what the light verb says. “announced the death” is somebody else's.
  const isDone = type !== null && parties(fillPattern(sentence, site, actor), "actor").length === 0
  const doing = isDone ? [...actor, ["light" as const]] : actor
  const suffering = site.light?.subject === "recipient" ? fillPattern(sentence, site, [["subj"]]) : []
  const given = parties(
    suffering.length > 0 ? suffering : fillPattern(sentence, site, recipient),
    "recipient",
  )
  const sufferers =
    given.length > 0
      ? given
      : parties(
          tolls.flatMap((toll) => sufferersOf(sentence.tree, toll)),
          "recipient",
        )
  const subjects = parties(fillPattern(sentence, site, doing), "actor")
  const told =
    teller === null || !isMisread(sentence, site, subjects, teller)
      ? []
      : parties(spread(sentence.tree, teller.head), "actor")
  // “The allies bombed the talks, *Lavrov* said”: he accuses them.
  const accusing = voice !== null && actor.some((slots) => slots.includes("teller")) ? [voice] : []
  const doers = [...new Set([...met, ...accusing, ...(told.length > 0 ? told : subjects)])]
  const actors = inRole("actor", doers, sufferers)
  const recipients = inRole("recipient", sufferers, actors).filter((each) => !actors.includes(each))
  // “an attack on the town”: who suffers it is not its place besides.
  const parts = new Set([...actors, ...recipients])
  const place = placeOf(sentence, site, parts) ?? firstSure(sentence, site.head, "place", scores)
  const settings: readonly (readonly [EventRole, number | null])[] = [
    ["place", place !== null && parts.has(place) ? null : place],
    ["time", timeOf(sentence, site) ?? firstSure(sentence, site.head, "time", scores)],
    ["instrument", instrumentOf(sentence, site)],
  ]
  return [
    ...actors.map((filler) => ({ role: "actor" as const, filler })),
    ...recipients.map((filler) => ({ role: "recipient" as const, filler })),
    ...settings.flatMap(([role, filler]) => (filler === null ? [] : [{ role, filler }])),
  ]
}

/** “The ministry denied that its *soldiers* had fired and *blamed* rebels”: who blames is known from the statement. */
function isMisread(
  { tree }: Sentence,
  { pos, head }: Site,
  subjects: readonly number[],
  { head: speaker, words }: Teller,
): boolean {
  const isHere = tree.sentence.from <= speaker && speaker < tree.sentence.to
  const isOther = subjects.length > 0 && subjects.every((each) => each < words.from || each >= words.to)
  return pos === "verb" && isHere && isOther && !isPassive(tree, head)
}

/** “*Lavrov* said after a meeting with de Mistura”: with whom is told, so whoever does the rest was there. */
function takingPart(sentence: Sentence, noun: number): readonly number[] {
  const { tree } = sentence
  const verb = tree.headOf(noun)
  const isOblique = /^(?:obl|advcl)/.test(tree.at(noun).relation)
  if (verb === null || !isOblique || tree.at(verb).upos !== "VERB") return []
  const isWith = tree.childrenBy(noun, "nmod").some((child) => prepositionsOf(tree, child).includes("with"))
  return isWith ? doersOf(tree, nearestVerb(tree, verb, noun)) : []
}

/** “They “bombed the talks,” *said* Lavrov after a meeting with”, where the parser hung the meeting on what was said. */
function nearestVerb(tree: Tree, verb: number, noun: number): number {
  for (let word = noun - 1; word > verb; word -= 1) {
    if (tree.at(word).upos === "VERB" && tree.childrenBy(word, "nsubj").length > 0) return word
  }
  return verb
}

/** The heads of the phrases that the network is sure of. */
function sureFillers(sentence: Sentence, trigger: number, role: Filled, scores: Scores): readonly number[] {
  const sure = networkFillers(sentence, scores, { trigger, role, minimum: SURE[role] })
  const within = new Set(sure)
  const { tree } = sentence
  // “according to *the ministry*”: who tells of it has no part in it by that.
  const isTeller = (word: number): boolean => isLedBy(tree, word, /^accord/i)
  return sure.filter((word) => !within.has(tree.headOf(word) ?? -1) && word !== trigger && !isTeller(word))
}

function firstSure(sentence: Sentence, trigger: number, role: Filled, scores: Scores | null): number | null {
  return scores === null ? null : (sureFillers(sentence, trigger, role, scores)[0] ?? null)
}
