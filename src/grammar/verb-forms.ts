// Questions to the form of a verb: its auxiliaries, its subordinator, whether it is an infinitive, a participle that
// hangs on another verb, or a question. In: a tree and a verb (or the predicate after a copula). Out: words of it.
import { subjectOf } from "./clauses.ts"
import type { Tree } from "./tree.ts"

const FINITE = new Set(["VBD", "VBZ", "VBP"])

/** How many verbs in a row may share auxiliaries. */
const MAX_COORDINATED = 8

/**
 * Auxiliaries and copula, in text order: “may” and “have” in “may have struck”. A coordinated verb without any of its
 * own shares those of the first, when it shares its subject too: “will come and strike”, but not “will come but slept”.
 */
export function auxiliariesOf(tree: Tree, verb: number): readonly number[] {
  let at = verb
  for (let steps = 0; steps < MAX_COORDINATED; steps++) {
    const own = tree.childrenBy(at, "aux", "cop")
    const first = tree.headOf(at)
    if (own.length > 0 || first === null || tree.at(at).relation !== "conj" || isFiniteVerb(tree, at))
      return own
    if (tree.childrenBy(at, "nsubj", "csubj").length > 0) return own
    at = first
  }
  return []
}

/** “struck”, “strikes”: a form that needs no auxiliary. */
export function isFiniteVerb(tree: Tree, verb: number): boolean {
  return FINITE.has(tree.at(verb).xpos)
}

/** “may” in “may have struck”: the modal auxiliary; null when there is none. */
export function modalOf(tree: Tree, verb: number): number | null {
  return auxiliariesOf(tree, verb).find((each) => tree.at(each).xpos === "MD") ?? null
}

/** “to” in “to strike”, “to be struck”; null when the verb is no infinitive with it (“commits to striking”). */
export function infinitiveMarkOf(tree: Tree, verb: number): number | null {
  if (tree.at(verb).xpos === "VBG") return null
  const marks = tree.childrenBy(verb, "mark")
  return marks.find((mark) => tree.at(mark).lemma.toLowerCase() === "to" && mark < verb) ?? null
}

/** “is” in “is to step down”, said of what is set for later; null when the verb is no such form. */
export function isToOf(tree: Tree, verb: number): number | null {
  const mark = infinitiveMarkOf(tree, verb)
  if (mark === null) return null
  const before = tree.childrenBy(verb, "aux", "cop").find((each) => each < mark)
  if (before !== undefined && tree.at(before).lemma === "be") return before
  // Hung on another word by mistake, it still stands right before.
  if (tree.has(mark - 1) && tree.at(mark - 1).lemma === "be" && tree.at(mark - 1).upos === "AUX")
    return mark - 1
  // Read as a complement of the copula: “be” governs, “step” is its xcomp.
  const head = tree.headOf(verb)
  if (head === null || head > mark || tree.at(verb).relation !== "xcomp") return null
  return tree.at(head).lemma === "be" ? head : null
}

/** “Please go.”, “Take a knife and attack”: a bare verb that nobody is the subject of. */
export function isImperative(tree: Tree, verb: number): boolean {
  const { relation } = tree.at(verb)
  if (!isBareVerb(tree, verb)) return false
  const head = tree.headOf(verb)
  // “did not mention it or *discuss* it”: bare, but not said to anybody.
  if (relation === "conj" && head !== null && head !== verb)
    return tree.at(head).relation === "root" && isBareVerb(tree, head)
  return relation === "root" || relation === "parataxis"
}

function isBareVerb(tree: Tree, verb: number): boolean {
  const { xpos } = tree.at(verb)
  return xpos === "VB" && tree.childrenBy(verb, "nsubj", "csubj", "aux", "cop", "mark").length === 0
}

/** The words that bind a clause or a noun phrase to its governor: “if”, “without”, “in”, “from”; in text order. */
export function bindersOf(tree: Tree, index: number): readonly number[] {
  return tree.childrenBy(index, "mark", "case").filter((child) => child < index)
}

/** “by” of “a statement by Egypt”: whether a preposition of this sort leads the noun phrase. */
export function isLedBy(tree: Tree, noun: number, preposition: RegExp): boolean {
  return tree.childrenBy(noun, "case").some((mark) => preposition.test(tree.at(mark).lemma))
}

/** “have struck”, “to have struck” */
export function isPerfect(tree: Tree, verb: number): boolean {
  return tree.childrenBy(verb, "aux").some((each) => tree.at(each).lemma === "have")
}

/** “killing three” in “He opened fire, killing three”: a participle clause that goes on with the clause above it. */
export function continuesClause(tree: Tree, verb: number): boolean {
  const { relation, xpos } = tree.at(verb)
  if (relation !== "advcl" || xpos !== "VBG") return false
  return bindersOf(tree, verb).length === 0 && subjectOf(tree, verb) === null
}
