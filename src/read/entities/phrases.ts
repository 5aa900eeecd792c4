// What one mention covers. In: a tree and the word that heads it. Out: its words.
import { firstIndex } from "../../base/binary-search.ts"
import { isLedBy, isRelation, leadsNumber, rangeWith, type Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Place } from "./place.ts"

/** The tree of the sentence in which `word` stands. */
export function treeOf({ sentences, trees }: Pick<Place, "sentences" | "trees">, word: number): Tree {
  const number = firstIndex(sentences.length, (index) => sentences[index]!.to > word)
  return trees[Math.min(number, sentences.length - 1)]!
}

/** The word as it is written. */
export function wordOf({ doc, tokens }: Pick<Place, "doc" | "tokens">, word: number): string {
  return doc.text.slice(tokens.start(word), tokens.end(word))
}

/** Words as they are written. */
export function textOf({ doc, tokens }: Pick<Place, "doc" | "tokens">, { from, to }: TokenRange): string {
  return doc.text.slice(tokens.start(from), tokens.end(to - 1))
}

/** What stands between two stretches of words, white space included. */
export function textBetween(
  { doc, tokens }: Pick<Place, "doc" | "tokens">,
  one: TokenRange,
  other: TokenRange,
): string {
  return doc.text.slice(tokens.end(one.to - 1), tokens.start(other.from))
}

// “the minister, who …, said”, “the minister and his aides”, “Lavrov, the minister”: one mention ends where another begins.
const OUTSIDE =
  "acl cop nsubj aux mark punct cc parataxis advcl case ccomp conj appos discourse orphan dep".split(" ")

/** On either side of the head: phrases nest, so that all their words would take the square of their number. */
const MOST_WORDS = 60

/** The phrase that `head` heads: determiners, adjectives, titles, “of …”; nothing coordinated or in apposition to it. */
export function phraseOf(tree: Tree, head: number): TokenRange {
  const whole = rangeWith(tree, head, (child) => {
    if (isRelation(tree.at(child).relation, OUTSIDE) || isCircumstance(tree, child)) return false
    const first = tree.rangeOf(child).from
    // “the village of Zibist, some 350 kilometres north of the capital”
    return first <= head || tree.at(first - 1).lemma !== ","
  })
  const isMark = (index: number): boolean => tree.at(index).upos === "PUNCT"
  let from = Math.max(whole.from, head - MOST_WORDS)
  let to = beforeVerb(tree, head, Math.min(whole.to, head + MOST_WORDS))
  while (from < head && (isMark(from) || leadsNumber(tree, from))) from += 1
  while (to > head + 1 && isMark(to - 1)) to -= 1
  return { from, to: to + (isOpen(tree, { from, to }) ? 1 : 0) }
}

/** “freeze assets of 12 officials *and bar them from travel*”, read as if “bar” went with the officials. */
function beforeVerb(tree: Tree, head: number, to: number): number {
  for (let word = head + 1; word < to; word += 1) {
    const { upos, xpos, relation } = tree.at(word)
    const isJoined = upos === "VERB" && /^VB[DPZ]?$/.test(xpos) && isRelation(relation, ["conj"])
    if (isJoined) return Math.max(head + 1, tree.rangeOf(word).from)
  }
  return to
}

/** “27 "rebel fighters" were killed”: whether the mark that closes stands right behind. */
function isOpen(tree: Tree, { from, to }: TokenRange): boolean {
  const marks = (word: number): number => (tree.has(word) && QUOTES.has(tree.at(word).xpos) ? 1 : 0)
  if (marks(to) === 0) return false
  let count = 0
  for (let word = from; word < to; word += 1) count += marks(word)
  return count % 2 === 1
}

const QUOTES: ReadonlySet<string> = new Set(["``", "''"])

// “attacks on targets *in response to* an attack”: why or when it was done, read as if it hung on the noun before it.
const CIRCUMSTANCES = new Set(
  "response reaction retaliation revenge exchange return wake aftermath connection addition contrast".split(
    " ",
  ),
)

/** “the killing of two protesters *by soldiers during a strike*”, read as if these hung on the protesters. */
const OF_THE_DEED = /^(?:by|during|after|before|since|until|despite)$/i

function isCircumstance(tree: Tree, child: number): boolean {
  const { relation, lemma } = tree.at(child)
  if (!isRelation(relation, ["nmod"])) return false
  if (isLedBy(tree, child, OF_THE_DEED)) return true
  return CIRCUMSTANCES.has(lemma.toLowerCase()) && isLedBy(tree, child, /^in$/i)
}

const TIME_WORDS = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september " +
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight morning afternoon evening night noon midnight " +
    "day week weekend month year decade century hour minute second moment o'clock a.m p.m am pm time"
  ).split(" "),
)

/** Days, months, units of time: what stands for a time, not for somebody or something. “May” is left to its tag. */
export function isTimeWord(lemma: string): boolean {
  return TIME_WORDS.has(lemma.toLowerCase().replace(/\.$/, ""))
}
