// Whether a number is meant exactly. In: the words of a sentence and where the number stands. Out: the bound that the
// words before or after it give, and how far they reach.
//
//   at least 20   more than 1,800   up to six   nearly 2,000   1,000 or more
import type { SentenceWords } from "./sentence-words.ts"

export type Bound = "about" | "atLeast" | "atMost"

const BEFORE: Readonly<Record<Bound, readonly string[]>> = {
  atLeast: [
    "at least",
    "at the very least",
    "at a minimum",
    "minimum of",
    "more than",
    "greater than",
    "higher than",
    "longer than",
    "over",
    "above",
    "upward of",
    "upwards of",
    "no fewer than",
    "not fewer than",
    "no less than",
    "not less than",
    "in excess of",
    "exceed",
    "exceeds",
    "exceeded",
    "exceeding",
    "surpass",
    "surpasses",
    "surpassed",
    "surpassing",
  ],
  atMost: [
    "at most",
    "maximum of",
    "up to",
    "as many as",
    "as much as",
    "as long as",
    "no more than",
    "not more than",
    "less than",
    "fewer than",
    "lower than",
    "under",
    "below",
    "within",
  ],
  about: [
    "about",
    "around",
    "approximately",
    "approx.",
    "roughly",
    "some",
    "nearly",
    "almost",
    "close to",
    "near",
    "circa",
    "c.",
    "ca.",
    "~",
    "estimated",
    "the estimated",
    "an estimated",
  ],
}

const AFTER: ReadonlyMap<string, Bound> = new Map([
  ["or more", "atLeast"],
  ["or longer", "atLeast"],
  ["or older", "atLeast"],
  ["and over", "atLeast"],
  ["and above", "atLeast"],
  ["+", "atLeast"],
  ["plus", "atLeast"],
  ["or less", "atMost"],
  ["or fewer", "atMost"],
  ["or younger", "atMost"],
  ["or so", "about"],
])

const PHRASES: ReadonlyMap<string, Bound> = new Map(
  (Object.keys(BEFORE) as Bound[]).flatMap((bound) =>
    BEFORE[bound].map((phrase) => [phrase, bound] as const),
  ),
)
const LONGEST = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(" ").length))

export interface FoundBound {
  /** First word of the bound when it stands before the number, the number's own first word otherwise. */
  readonly from: number
  /** Index after the bound when it stands after the number. */
  readonly to: number
  readonly bound: Bound
}

/**
 * The bound of the number from `from` to `to`; null when it is meant as it stands. Of two (“at least about two
 * million”) the outer one counts.
 */
export function findBound(words: SentenceWords, from: number, to: number): FoundBound | null {
  const inner = boundBefore(words, from)
  const outer = inner === null ? null : boundBefore(words, inner.from)
  const before = outer ?? inner
  if (before !== null) return { ...before, to }
  for (const length of [1, 2]) {
    const bound = AFTER.get(phraseAt(words, to, length))
    if (bound !== undefined) return { from, to: to + length, bound }
  }
  return null
}

function boundBefore(words: SentenceWords, at: number): FoundBound | null {
  for (let length = LONGEST; length >= 1; length -= 1) {
    const from = at - length
    if (from < words.from) continue
    const bound = PHRASES.get(phraseAt(words, from, length))
    if (bound === undefined || (length === 1 && isPreposition(words, from, at))) continue
    return { from, to: at, bound }
  }
  return null
}

// “talks over two islands”, “asked about three letters”: the word leads a phrase and bounds nothing.
const OFTEN_PREPOSITIONS = new Set(["over", "under", "about", "above", "below"])

/** “handed over 21 soldiers”, “took over two towns”: all of them. */
function isOfVerb({ tree, form }: Pick<SentenceWords, "tree" | "form">, index: number): boolean {
  if (form(index) !== "over" || !tree.has(index - 1)) return false
  return tree.at(index).relation === "compound:prt" || WITH_OVER.has(tree.at(index - 1).lemma.toLowerCase())
}

const WITH_OVER = new Set(["hand", "turn", "take", "sign", "give", "bring"])

function isPreposition({ tree, form }: SentenceWords, index: number, number: number): boolean {
  if (!OFTEN_PREPOSITIONS.has(form(index))) return false
  if (isOfVerb({ tree, form }, index)) return true
  if (tree.at(index).relation !== "case") return false
  const head = tree.headOf(index)
  // A preposition before a number alone (“with rates above 50”) does bound it.
  if (head === null || head === number) return false
  return tree.at(head).xpos === "NNS" && !BOUNDED_BY_PREPOSITION.has(form(head))
}

const BOUNDED_BY_PREPOSITION = new Set([
  "degrees",
  "miles",
  "metres",
  "meters",
  "feet",
  "dollars",
  "euros",
  "pounds",
])

function phraseAt(words: SentenceWords, from: number, length: number): string {
  return Array.from({ length }, (_, offset) => words.form(from + offset)).join(" ")
}
