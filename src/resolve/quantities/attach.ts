// Which amounts are an event's. In: a sentence's tree, the word that names the event, the amounts of the report. Out:
// those that say how many it struck, took part in it, or how long, large or dear it was.
//
//   killing at least 20 people   30 were injured   arrested 15 protesters   a magnitude 6.3 earthquake
import { firstIndex } from "../../base/binary-search.ts"
import { isRelation, type Tree } from "../../grammar/index.ts"
import type { Score } from "../../schema/evidence.ts"
import type { FoundQuantity } from "../../schema/resolution.ts"
import { type AmountInSentence, featuresOf } from "./attach-features.ts"
import { ATTACH_THRESHOLD, ATTACH_WEIGHTS } from "./attach-weights.ts"

const NO_TRIGGERS: ReadonlySet<number> = new Set()

/**
 * The amounts of the event that the word at `head` names, out of `quantities` in text order; only such as stand in
 * the sentence of `tree`. `triggers`: the words that name events there, this one too; with them fewer amounts go to
 * the wrong one. Time grows with the sentence and, logarithmically, with the number of amounts.
 */
export function quantitiesFor(
  tree: Tree,
  head: number,
  quantities: readonly FoundQuantity[],
  triggers: ReadonlySet<number> = NO_TRIGGERS,
): readonly FoundQuantity[] {
  return amountsIn(tree, quantities)
    .filter((amount) => {
      const features = featuresOf(tree, head, amount, triggers)
      if (likelihood(features) < ATTACH_THRESHOLD) return false
      return (
        !isOfAnother(amount, features) &&
        !isOfTheWhole(tree, head, amount) &&
        !isOfOtherSubject(tree, head, amount)
      )
    })
    .map(({ quantity }) => quantity)
}

/** The amounts that stand in the sentence of `tree`. */
export function amountsIn(tree: Tree, quantities: readonly FoundQuantity[]): readonly AmountInSentence[] {
  const { from, to } = tree.sentence
  if (from >= to) return []
  const [start, end] = [tree.tokens.start(from), tree.tokens.end(to - 1)]
  const first = firstIndex(quantities.length, (index) => quantities[index]!.span.start >= start)
  const amounts: AmountInSentence[] = []
  for (let index = first; index < quantities.length && quantities[index]!.span.start < end; index += 1) {
    const quantity = quantities[index]!
    const range = tree.tokens.covering(quantity.span)
    if (range !== null && range.from >= from && range.to <= to) amounts.push({ quantity, range })
  }
  return amounts
}

/**
 * Amounts that say the same told once: the first of each value and unit. Of “Fire kills nine” and “killed nine people”
 * one is enough for their event.
 */
export function withoutRepeats(quantities: readonly FoundQuantity[]): readonly FoundQuantity[] {
  const seen = new Set<string>()
  return quantities.filter(({ quantity }) => {
    const values = quantity.bound === "range" ? [quantity.low, quantity.high] : [quantity.value]
    const key = [quantity.bound, ...values, quantity.unit].join(" ")
    return !seen.has(key) && seen.add(key)
  })
}

/**
 * An age, a length, a price belongs to the nearest event: “confronted the man who held a five-foot tusk”. A count may
 * belong to several: “the attack that killed two”.
 */
function isOfAnother({ quantity: { sort } }: AmountInSentence, features: readonly string[]): boolean {
  return sort !== "count" && !features.includes("between:0")
}

/** “shot down 71 out of the 103 missiles *fired*”: all of them were fired. */
function isOfTheWhole(
  tree: Tree,
  head: number,
  { quantity: { quantity, counted } }: AmountInSentence,
): boolean {
  if (quantity.outOf === null || counted === null || !tree.at(head).relation.startsWith("acl")) return false
  return tree.tokens.covering(counted)?.from === tree.headOf(head)
}

/** “*17 policemen* were injured and 63 people were arrested”: who befell something else is no part of what has its own subject. */
function isOfOtherSubject(tree: Tree, head: number, { quantity: { counted } }: AmountInSentence): boolean {
  const noun = counted === null ? undefined : tree.tokens.covering(counted)?.from
  if (noun === undefined || !tree.has(noun) || !isRelation(tree.at(noun).relation, ["nsubj"])) return false
  const own = tree.childrenBy(head, "nsubj", "nsubj:pass")
  return tree.headOf(noun) !== head && own.length > 0 && !own.includes(noun) && tree.at(head).upos === "VERB"
}

/** How likely the amount is the event's; 0 when nothing connects them. */
function likelihood(features: readonly string[]): Score {
  if (features.length === 0) return 0
  const sum = features.reduce((total, feature) => total + (ATTACH_WEIGHTS[feature] ?? 0), 0)
  return 1 / (1 + Math.exp(-sum))
}
