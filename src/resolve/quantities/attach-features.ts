// How an amount stands to the word that names an event. In: a sentence's tree, that word, the amount. Out: what speaks
// for or against the amount being the event's, as names that `attach-weights.ts` gives weights to.
//
//   The strike killed at least 20 people near Idlib on Sunday.
//                            |————> killed: “up:obj”, “clauses:0,0”, “kind:harm”
import { CLAUSE_RELATIONS, isRelation, type Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { FoundQuantity } from "../../schema/resolution.ts"
import { isHarm } from "./befallen.ts"

/** An amount in the sentence of a trigger. */
export interface AmountInSentence {
  readonly quantity: FoundQuantity
  readonly range: TokenRange
}

/**
 * Empty when tree or amount are not well-formed: then nothing connects the two. `triggers`: the words that name events
 * in this sentence, as far as they are known; one on the way to the amount has the better claim to it.
 */
export function featuresOf(
  tree: Tree,
  head: number,
  { quantity, range }: AmountInSentence,
  triggers: ReadonlySet<number>,
): readonly string[] {
  const anchor = anchorOf(tree, quantity, range)
  const above = pathUp(tree, anchor)
  const aboveHead = pathUp(tree, head)
  const places = new Map(aboveHead.map((index, place) => [index, place]))
  const meeting = above.findIndex((index) => places.has(index))
  if (meeting === -1) return []
  const common = above[meeting]!
  const up = above.slice(0, meeting)
  const down = aboveHead.slice(0, places.get(common)!).reverse()
  const between = [...up, common, ...down].filter((index) => index !== head && triggers.has(index))
  const features = [
    "always",
    `clauses:${Math.min(clausesIn(tree, up), 2)},${Math.min(clausesIn(tree, down), 2)}`,
    `kind:${kindOf(quantity)}`,
    `up:${relationOf(tree, up.at(-1))}`,
    `down:${relationOf(tree, down[0])}`,
    `steps:${Math.min(up.length, 4)}`,
    `distance:${Math.min(Math.floor(Math.log2(Math.abs(anchor - head) + 1)), 5)}`,
    `between:${Math.min(between.length, 2)}`,
    `size:${sizeOf(quantity)}`,
    `bound:${quantity.quantity.bound}`,
    `${range.from > head ? "after" : "before"}:${relationOf(tree, up.at(-1))}`,
  ]
  const before = wordBefore(tree, range.from)
  if (before === "(") features.push("parenthesis")
  if (DEFINITE.has(before)) features.push("definite")
  const vague = VAGUE.exec(tree.at(range.from).lemma.toLowerCase())
  if (vague !== null && range.to - range.from === 1) features.push(`vague:${vague[0]}`)
  return features
}

// “several”, and the small numbers that rather say which than how many: “the two leaders”.
const VAGUE = /^(?:several|multiple|one|two)$/
const DEFINITE = new Set(["the", "these", "those", "his", "her", "its", "their"])

function anchorOf(tree: Tree, { counted }: FoundQuantity, range: TokenRange): number {
  const noun = counted === null ? null : tree.tokens.covering(counted)
  return noun !== null && tree.has(noun.from) ? noun.from : tree.topOf(range)
}

/** The word and all above it. */
function pathUp(tree: Tree, index: number): readonly number[] {
  const path: number[] = []
  const seen = new Set<number>()
  for (let at: number | null = index; at !== null && !seen.has(at); at = tree.headOf(at)) {
    path.push(at)
    seen.add(at)
  }
  return path
}

function clausesIn(tree: Tree, path: readonly number[]): number {
  return path.filter((index) => {
    const { relation, upos } = tree.at(index)
    const isPredicate = upos === "VERB" || upos === "AUX" || upos === "ADJ"
    return isRelation(relation, CLAUSE_RELATIONS) || (relation === "conj" && isPredicate)
  }).length
}

function kindOf({ sort, quantity: { unit } }: FoundQuantity): string {
  if (sort !== "count") return sort
  if (unit === "") return "bare"
  return isHarm(unit) ? "harm" : "thing"
}

/** “one” and “two” rather say which than how many; hundreds are seldom said of anything but what happens. */
function sizeOf({ quantity }: FoundQuantity): string {
  const least = quantity.bound === "range" ? quantity.low : quantity.value
  if (least <= 2) return least <= 1 ? "one" : "two"
  return least < 10 ? "few" : least < 100 ? "tens" : "hundreds"
}

const RELATIONS = new Set(
  "obj nsubj nsubj:pass obl nmod advcl conj acl acl:relcl compound amod xcomp ccomp appos nummod".split(" "),
)

function relationOf(tree: Tree, index: number | undefined): string {
  if (index === undefined) return "self"
  const { relation } = tree.at(index)
  if (RELATIONS.has(relation)) return relation
  const type = relation.split(":")[0]!
  return RELATIONS.has(type) ? type : "other"
}

function wordBefore(tree: Tree, from: number): string {
  return from > tree.sentence.from ? tree.at(from - 1).lemma.toLowerCase() : ""
}
