// Who is meant by what fills a role: “the decision” suffers nothing, “the government's decision” is the government's.
// In: the head of a noun phrase that a frame's slot gave. Out: the words in it that head a person, body, people or
// named place; none when there is no such word.
import { prepositionsOf } from "../../grammar/index.ts"
import type { Frame } from "../../lexicon/index.ts"
import { isNominalized, spread } from "./roles.ts"
import { isTimeWord } from "./settings.ts"
import { modifiersOf } from "./slots.ts"
import { basesOf, framesOf, isOfClass, isOneOf, type Sentence } from "./view.ts"

// Depth of “the crew of the plane of the company”: each step goes one phrase in.
const MAX_STEPS = 3

/** Who is asked for: towns and buildings suffer too, and what an attack is made on does not attack. */
export interface Asked {
  readonly isPlaceEnough: boolean
  /** Whether somebody is blamed: of “condemned the attack *on the embassy*” nobody who suffers it. */
  readonly isBlame: boolean
  readonly role: "actor" | "recipient"
}

/** The filler itself when it may act or suffer, else the parties within its phrase. */
export function partiesIn(
  sentence: Sentence,
  filler: number,
  asked: Asked,
  steps = MAX_STEPS,
): readonly number[] {
  const { isPlaceEnough, role } = asked
  if (mayAct(sentence, filler) || (isPlaceEnough && isOfClass(sentence, filler, "places"))) return [filler]
  if (steps === 0) return []
  const { tree } = sentence
  const frames = framesOf(sentence, filler, "noun")
  const isHappening = frames.length > 0
  // “His co-defendant, the businessman *Oskar Lind*, pleaded guilty”: not he.
  const named = isHappening
    ? undefined
    : tree.childrenBy(filler, "appos").find((each) => mayAct(sentence, each))
  if (named !== undefined) return [named]
  const possessors = tree.childrenBy(filler, "nmod:poss")
  const isAttacker = isHappening && role === "actor"
  const isVictim = isHappening && role === "recipient" && asked.isBlame
  const isPronoun = (index: number): boolean => tree.at(index).upos === "PRON"
  const inside = [
    possessors.filter((each) => !isPronoun(each)),
    // “an attack by soldiers”; “the theft of a painting by burglars” makes the painting nobody's.
    nominals(sentence, filler, [
      ...(isHappening ? ["by"] : []),
      // “killed in the shelling *of a market*”: it shelled nobody.
      ...(isAttacker && frames.some(isSufferedByOf) ? [] : ["of"]),
      "from",
      ...(isAttacker || isVictim ? [] : ["against"]),
    ]),
    modifiersOf(tree, filler).filter((each) => mayAct(sentence, each)),
    // “a raid *on* the village”
    nominals(sentence, filler, isAttacker ? ["with"] : isVictim ? [] : ["to", "on", "in", "with"]),
    possessors.filter(isPronoun),
  ]
  for (const heads of inside) {
    const found = heads
      .flatMap((head) => spread(tree, head))
      .flatMap((head) => partiesIn(sentence, head, asked, steps - 1))
    if (found.length > 0) return found
  }
  return []
}

/** “the shelling of”: what follows may be who suffers it. */
function isSufferedByOf({ recipient }: Frame): boolean {
  return recipient.some((way) => way.includes("of"))
}

function nominals(sentence: Sentence, filler: number, prepositions: readonly string[]): readonly number[] {
  const { tree } = sentence
  return tree
    .childrenBy(filler, "nmod")
    .filter((child) => prepositionsOf(tree, child).some((word) => prepositions.includes(word)))
}

const NOBODY = new Set(["this", "that", "these", "there", "what", "which", "itself"])

function mayAct(sentence: Sentence, index: number): boolean {
  const { upos, span } = sentence.tree.at(index)
  const form = sentence.text.slice(span.start, span.end)
  switch (upos) {
    case "PROPN":
      return !isTimeWord(sentence, index)
    case "PRON":
      return !NOBODY.has(form.toLowerCase())
    case "ADJ":
      // “Israeli”, “the wounded”
      return /^\p{Lu}/u.test(form) || isOfClass(sentence, index, "actors")
    case "NUM":
      // “killing *three*”; not a year, not an amount of money.
      return !/\d{4}|[$€£%]/.test(form) && !isOneOf(sentence, index, AMOUNT_WORDS)
    case "VERB":
      // “the wounded”, read as a verb
      return isNominalized(sentence.tree, index) && isOfClass(sentence, index, "actors")
    case "NOUN":
      return isOfClass(sentence, index, "actors") || isAmountOfParties(sentence, index)
    default:
      return false
  }
}

const AMOUNT_WORDS = new Set(["million", "billion", "percent"])

/** “dozens of protesters”, “a group of ministers” */
function isAmountOfParties(sentence: Sentence, index: number): boolean {
  const counts = [
    "dozen",
    "hundred",
    "thousand",
    "number",
    "majority",
    "score",
    "pair",
    "lot",
    "most",
    "many",
    "rest",
  ]
  if (!basesOf(sentence, index).some((base) => counts.includes(base))) return false
  const of = nominals(sentence, index, ["of"])
  return of.length === 0 || of.some((each) => mayAct(sentence, each))
}
