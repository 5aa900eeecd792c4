// What a number counts: people that something befell, things, votes. In: the words of a sentence, the number, and what
// the number before it counted. Out: the amount; null when it counts nothing.
import { isRelation } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { type Amount, SCORES } from "./amount.ts"
import { befallen, isHarm, isPeople } from "./befallen.ts"
import { isDigits, readCardinal } from "./cardinals.ts"
import { countedBy, nounOf } from "./counted.ts"
import type { ReadNumber } from "./numbers.ts"
import type { SentenceWords } from "./sentence-words.ts"
import { subjectUnit } from "./subject-unit.ts"

/** `bounds`: the number with the words of its bound. `before`: the unit that it has when it says none. */
export function countAmount(
  words: SentenceWords,
  number: ReadNumber,
  { bounds, before }: { readonly bounds: TokenRange; readonly before: string | null },
): Amount | null {
  const { from, to, form } = number
  const counted = countedBy(words, from, bounds.to)
  const noun = counted === null ? null : nounOf(words, counted)
  const top = words.tree.topOf({ from, to })
  const isPerson = noun === null || isPeople(noun)
  if (isModel(words, number, counted)) return null
  const harm = befallen(words, { index: counted ?? top, top, ...bounds, isPerson })
  if (isOne(words, number) && !isCountedOne(words, number, counted, harm)) return null
  const range = { from, to }
  const sort = form === "share" ? ("percent" as const) : ("count" as const)
  if (harm !== null) return { range, sort, unit: harm, counted, score: SCORES.befallen }
  // “the death toll rose to 22 people”
  const told = isPerson ? subjectUnit(words, top, noun !== null && noun !== "people") : null
  if (told !== null) return { range, sort, unit: told, counted, score: SCORES.carried }
  if (noun !== null)
    return { range, sort, unit: noun, counted, score: isPeople(noun) ? SCORES.people : SCORES.things }
  if (areActing(words, top)) return { range, sort, unit: "people", counted: null, score: SCORES.carried }
  const pair = pairUnit(words, number)
  if (pair === null && (isNamedBy(words, from) || isHyphenated(words, to))) return null
  const unit = (isDoneOtherwise(words, top, before) ? null : before) ?? pair ?? voteUnit(words, from)
  return { range, sort, unit: unit ?? "", counted: null, score: unit === null ? SCORES.bare : SCORES.carried }
}

/** “kill five, *whisk away 38*”: what befell the ones is not what befell the others. */
function isDoneOtherwise({ tree }: SentenceWords, top: number, before: string | null): boolean {
  const verb = isRelation(tree.at(top).relation, ["obj"]) ? tree.headOf(top) : null
  return verb !== null && tree.at(verb).upos === "VERB" && before !== null && isHarm(before)
}

/** “more than 70,000 had joined”, “20,000 took part”: only people do. */
function areActing({ tree }: SentenceWords, top: number): boolean {
  const verb = isRelation(tree.at(top).relation, ["nsubj"]) ? tree.headOf(top) : null
  return verb !== null && tree.at(verb).upos === "VERB" && OF_PEOPLE.has(tree.at(verb).lemma)
}

const OF_PEOPLE: ReadonlySet<string> = new Set(
  "join march attend protest demonstrate rally gather participate turn flee cross vote sign travel return volunteer".split(
    " ",
  ),
)

/** “a Boeing 707 cargo plane”: digits between a name and a single thing. */
function isModel(
  { tree, form, touches }: SentenceWords,
  { from, to, low }: ReadNumber,
  counted: number | null,
): boolean {
  if (counted === null || from === tree.sentence.from || !isDigits(form(from)) || (low ?? 0) <= 1)
    return false
  const isSingle = tree.at(counted).xpos === "NN" || tree.at(counted).xpos === "NNP"
  return isSingle && tree.at(from - 1).upos === "PROPN" && !touches(to)
}

/** “Boeing 737”, “the Group of Seven”, “the 707”: a number that counts nothing told may be a name's. */
function isNamedBy({ tree, form, written }: SentenceWords, from: number): boolean {
  if (from === tree.sentence.from) return false
  const before = form(from - 1)
  const isCapital = /^\p{Lu}/u.test(written(from))
  // “Group of Seven”, “Depression Three”
  if (isCapital && (before === "of" || /^\p{Lu}/u.test(written(from - 1)))) return true
  return tree.at(from - 1).upos === "PROPN" || (before === "the" && isDigits(form(from)))
}

/** “two-handed”, “three-dimensional” */
function isHyphenated(words: SentenceWords, to: number): boolean {
  return words.form(to) === "-" && words.touches(to) && words.touches(to + 1)
}

function isOne(words: SentenceWords, { from, to }: ReadNumber): boolean {
  return to - from === 1 && words.form(from) === "one"
}

/** “One” is often a pronoun: “one of the largest”, “the one”. It counts before its noun, and where it tells of harm. */
function isCountedOne(
  words: SentenceWords,
  { from, to }: ReadNumber,
  counted: number | null,
  harm: string | null,
): boolean {
  if (words.form(from - 1) === "the") return false
  if (harm !== null) return true
  const isBeforeNoun =
    counted !== null && words.form(to) !== "of" && words.tree.at(from).relation === "nummod"
  return isBeforeNoun && !ONE_IN_PHRASES.has(words.form(counted))
}

// “at one point”, “one day”, “on the one hand”
const ONE_IN_PHRASES = new Set([
  "point",
  "hand",
  "way",
  "thing",
  "side",
  "another",
  "time",
  "instance",
  "example",
])

/** “beat them 43–5”: two numbers side by side that are no range are points, in a vote votes. */
function pairUnit(words: SentenceWords, { from, to, high }: ReadNumber): string | null {
  if (high !== null) return null
  const isFirst = /^(?:-|–|to)$/.test(words.form(to)) && readCardinal(words, nextNumber(words, to)) !== null
  const isSecond = /^(?:-|–|to)$/.test(words.form(from - 1)) && /^\d+$/.test(words.form(from - 2))
  return isFirst || isSecond ? (voteUnit(words, from) ?? "point") : null
}

function nextNumber(words: SentenceWords, joint: number): number {
  return words.form(joint) === "-" && words.form(joint + 1) === "to" ? joint + 3 : joint + 1
}

const VOTES = /^(?:vote|votes|voted)$/
const VOTE_DISTANCE = 8

/** “passed 230-to-198”, in a sentence about a vote. */
function voteUnit(words: SentenceWords, from: number): string | null {
  for (let distance = 1; distance <= VOTE_DISTANCE; distance += 1) {
    if (VOTES.test(words.form(from - distance)) || VOTES.test(words.form(from + distance))) return "vote"
  }
  return null
}
