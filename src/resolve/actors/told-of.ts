// What a sentence tells of somebody outside the phrase that names him. In: a tree and a mention's head word. Out: the
// phrases that say it: “a professor at Princeton” of “he is a professor at Princeton”, “two astronauts” for “Behnken” in
// “two astronauts, Doug Hurley and Bob Behnken”.
import { isNegated, isRelation, type Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { ActorPhrase } from "./describe.ts"
import { phraseAround } from "./phrase-around.ts"

/** What `toldOf` finds, as phrases to be coded; `text` is what the tree's tokens stand in. */
export function phrasesTold(tree: Tree, head: number, text: string): readonly ActorPhrase[] {
  return toldOf(tree, head).map(({ from, to }) => {
    const words = text.slice(tree.tokens.start(from), tree.tokens.end(to - 1))
    return { text: words, head: words, label: null, acts: false }
  })
}

/** In text order of what tells. Takes time in proportion to the words that hang on the mention and its clause. */
export function toldOf(tree: Tree, head: number): readonly TokenRange[] {
  const told = [sharedTitle(tree, head), predicateOf(tree, head), ...workingAs(tree, head)]
  return told.filter((range) => range !== null)
}

/** “the senators Ted Cruz and Mike Lee”, “two astronauts, Doug Hurley and Bob Behnken”: what the first is called, the others are. */
function sharedTitle(tree: Tree, head: number): TokenRange | null {
  const first = tree.headOf(head)
  if (first === null || tree.at(head).upos !== "PROPN" || !isRelation(tree.at(head).relation, ["conj"]))
    return null
  const around = phraseAround(tree, first)
  const noun = tree.headOf(first)
  const isApposition = noun !== null && isRelation(tree.at(first).relation, ["appos"])
  const top = isApposition ? noun : first
  const plural = [top, ...tree.childrenOf(top)].find((word) => word < first && isPlural(tree, word))
  return tree.at(first).upos === "PROPN" && plural !== undefined ? { from: around.from, to: first } : null
}

/** “He is a professor at Princeton”, “who was the envoy”; what somebody is not, may be, or would be if, tells nothing. */
function predicateOf(tree: Tree, head: number): TokenRange | null {
  const noun = tree.headOf(head)
  if (noun === null || !isRelation(tree.at(head).relation, ["nsubj"])) return null
  const [copula] = tree.childrenBy(noun, "cop")
  const isOpen = isNegated(tree, noun) || tree.childrenBy(noun, "aux", "case", "mark").length > 0
  if (copula === undefined || copula > noun || isOpen || tree.at(noun).upos !== "NOUN") return null
  // With the verb, which tells the time: “was a senator”.
  const { from, to } = phraseAround(tree, noun)
  return { from: Math.min(from, copula), to }
}

const WORKS = new Set(["serve", "work", "act"])

/** “She serves as chairwoman of the committee”. */
function workingAs(tree: Tree, head: number): readonly TokenRange[] {
  const verb = tree.headOf(head)
  if (verb === null || !isRelation(tree.at(head).relation, ["nsubj"]) || !WORKS.has(tree.at(verb).lemma))
    return []
  return tree
    .childrenBy(verb, "obl")
    .filter((noun) => tree.childrenBy(noun, "case").some((word) => tree.at(word).lemma === "as"))
    .map((noun) => phraseAround(tree, noun))
}

function isPlural(tree: Tree, word: number): boolean {
  const { upos, lemma, span } = tree.at(word)
  return upos === "NOUN" && lemma.length < span.end - span.start
}
