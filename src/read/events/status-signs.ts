// The words at a happening that say something of its status: “may”, “no”, “planned”, “tomorrow”. In: a tree and a word
// of it, the trigger or a word that governs it. Out: the signs that stand at that word itself; what governs it is
// `status-governors.ts`, and how signs are weighed `status.ts`.
import {
  bindersOf,
  infinitiveMarkOf,
  isImperative,
  isNegated,
  isNoun,
  isPassive,
  isPerfect,
  isRelation,
  isToOf,
  modalOf,
  type Tree,
} from "../../grammar/index.ts"
import { type ModalEffect, type ModalityLexicon, type ModalPos, modalEffect } from "../../lexicon/index.ts"
import type { EventStatus } from "../../schema/reading.ts"

export type SignKind =
  | "auxiliary"
  | "is-to"
  | "imperative"
  | "date"
  | "negation"
  | "binder"
  | "modifier"
  | "governor"

/** A word and the status it gives. */
export interface Sign {
  readonly kind: SignKind
  readonly effect: EventStatus
  readonly word: number
}

/** What stands at `index` itself, as predicate or as noun. `year`: of the report, as far as known. */
export function signsAt(
  tree: Tree,
  index: number,
  { lexicon, year }: { readonly lexicon: ModalityLexicon; readonly year: number | null },
): readonly Sign[] {
  const signs: Sign[] = []
  const ahead = timeAhead(tree, index, year)
  if (ahead !== null) signs.push({ kind: "date", effect: "planned", word: ahead })
  const inverted = invertedAt(tree, index)
  if (inverted !== null) signs.push({ kind: "binder", effect: "hypothetical", word: inverted })
  const modal = modalOf(tree, index)
  if (modal !== null && modal !== inverted) {
    const effect = modalEffect(lexicon, tree.at(modal).lemma, "auxiliary", "modifier")
    if (effect !== null)
      pushSign(signs, {
        kind: "auxiliary",
        effect: inContext(tree, index, { modal, effect, lexicon }),
        word: modal,
      })
  }
  const isTo = isToOf(tree, index)
  const yet = tree.childrenBy(index, "advmod").find((each) => tree.at(each).lemma === "yet")
  // “is yet to respond”
  if (isTo !== null && yet !== undefined) signs.push({ kind: "negation", effect: "negated", word: yet })
  else if (isTo !== null) signs.push({ kind: "is-to", effect: "planned", word: isTo })
  const bare = isTo === null ? headlineMark(tree, index) : null
  if (bare !== null) signs.push({ kind: "is-to", effect: "planned", word: bare })
  if (isImperative(tree, index)) signs.push({ kind: "imperative", effect: "hypothetical", word: index })
  for (const child of tree.childrenOf(index)) {
    const sense = modifierSense(tree, child, lexicon)
    if (sense !== null) pushSign(signs, { ...sense, word: child })
  }
  const negation = negationAt(tree, index)
  if (negation !== null) signs.push({ kind: "negation", effect: "negated", word: negation })
  const goal = predicatedOf(tree, index, lexicon)
  if (goal !== null) pushSign(signs, { kind: "governor", ...goal })
  return signs
}

/**
 * “the 2024 election” in a report of 2020, “opens tomorrow”, “a study, to be performed at two clinics”: the word that
 * puts a noun or a verb in the present into the time to come; null when none does.
 */
function timeAhead(tree: Tree, index: number, year: number | null): number | null {
  const { xpos } = tree.at(index)
  const isThing = isNoun(tree, index)
  if (!isThing && xpos !== "VBZ" && xpos !== "VBP") return null
  const isFor = bindersOf(tree, index).some((each) => tree.at(each).lemma === "for")
  for (const child of tree.childrenBy(index, "obl", "nmod", "nummod", "compound", "amod", "acl")) {
    const { lemma, relation } = tree.at(child)
    if (relation === "acl") {
      const mark = infinitiveMarkOf(tree, child)
      if (isThing && mark !== null && isPassive(tree, child)) return mark
    } else if (lemma.toLowerCase() === "tomorrow") return child
    else if (year !== null && isYearAhead(lemma, year, isFor)) return child
    // “the 2020 United States presidential election”
    const inner = relation === "compound" ? tree.childrenBy(child, "nummod", "compound") : []
    const found = inner.find((each) => year !== null && isYearAhead(tree.at(each).lemma, year, isFor))
    if (found !== undefined) return found
  }
  return null
}

/** After the report's year; with “for” (“the nominee for the 2020 election”) also that year itself. */
function isYearAhead(word: string, year: number, isFor: boolean): boolean {
  return /^[12]\d{3}$/.test(word) && Number(word) >= (isFor ? year : year + 1)
}

/** “*Had* the army not intervened, …”, “*Should* talks fail, …”: a condition without “if”. */
function invertedAt(tree: Tree, verb: number): number | null {
  const subject = tree.childrenBy(verb, "nsubj")[0]
  if (tree.at(verb).relation !== "advcl" || subject === undefined) return null
  const { from } = tree.rangeOf(verb)
  const isFirst = from < subject && isRelation(tree.at(from).relation, ["aux", "aux:pass"])
  return isFirst && /^(?:have|had|should|be|were)$/i.test(tree.at(from).lemma) ? from : null
}

/** “House to decide on articles”, “Face coverings to be mandatory”: a headline's way to say what is to come. */
function headlineMark(tree: Tree, index: number): number | null {
  const mark = infinitiveMarkOf(tree, index)
  if (mark === null) return null
  const head = tree.headOf(index)
  if (head === null) return mark
  const isHeadline =
    tree.at(index).relation === "acl" && tree.headOf(head) === null && tree.at(head).upos !== "VERB"
  return isHeadline && tree.childrenBy(head, "cop", "nsubj").length === 0 ? mark : null
}

interface Modal {
  readonly modal: number
  readonly effect: ModalEffect
  readonly lexicon: ModalityLexicon
}

/** “would have resigned” did not; with a condition, and of what a bill or a demand would do, nobody says that it comes. */
function inContext(tree: Tree, verb: number, { modal, effect, lexicon }: Modal): ModalEffect {
  if (effect !== "planned") return effect
  if (isConditional(tree, verb, lexicon)) return "hypothetical"
  if (tree.at(modal).lemma.toLowerCase() !== "would") return effect
  const { relation } = tree.at(verb)
  const head = tree.headOf(verb)
  if (relation.startsWith("acl") && head !== null) {
    const { lemma } = tree.at(head)
    if (modalEffect(lexicon, lemma, "noun", "infinitive") === "hypothetical") return "hypothetical"
  }
  return isPerfect(tree, verb) ? "negated" : effect
}

function isConditional(tree: Tree, verb: number, lexicon: ModalityLexicon): boolean {
  return tree
    .childrenBy(verb, "advcl")
    .some((clause) =>
      bindersOf(tree, clause).some(
        (mark) => modalEffect(lexicon, tree.at(mark).lemma, "conjunction", "modifier") === "hypothetical",
      ),
    )
}

interface Sense {
  readonly kind: SignKind
  readonly effect: ModalEffect
}

function pushSign(signs: Sign[], { kind, effect, word }: Sense & { readonly word: number }): void {
  if (effect !== "transparent" && effect !== "actual") signs.push({ kind, effect, word })
}

function modifierSense(tree: Tree, child: number, lexicon: ModalityLexicon): Sense | null {
  const { relation, lemma } = tree.at(child)
  const sense = (pos: ModalPos, kind: SignKind): Sense | null => {
    const effect = modalEffect(lexicon, lemma, pos, "modifier")
    return effect === null ? null : { kind, effect }
  }
  if (relation === "mark") return sense("conjunction", "binder") ?? sense("preposition", "binder")
  if (relation === "case") return sense("preposition", "binder")
  if (relation === "det") return sense("determiner", "negation")
  if (relation === "amod" || relation === "nmod:desc") {
    const known = sense("adjective", "modifier")
    if (known !== null || tree.at(child).xpos !== "VBN") return known
    // “the postponed meeting”: what was postponed
    const effect = modalEffect(lexicon, lemma, "verb", "object")
    return effect === null ? null : { kind: "modifier", effect }
  }
  if (relation === "advmod") return sense("adverb", "modifier")
  return null
}

const NOBODY = new Set(["nobody", "none", "nothing", "no-one", "neither"])
const NO = new Set(["no", "neither"])

/** “not struck”, “no arrests”, “nobody was hurt”, “killed no civilians”, “neither side has agreed”: the word that negates; null when none does. */
function negationAt(tree: Tree, index: number): number | null {
  if (isNegated(tree, index)) {
    const word = tree
      .childrenBy(index, "advmod", "det", "cc:preconj")
      .find((child) => /^(?:not|n['’]t|never|nor|neither|no)$/i.test(tree.at(child).lemma))
    // “Not only did they put out the fire, …”
    const isNotOnly = word !== undefined && tree.has(word + 1) && tree.at(word + 1).lemma === "only"
    return word === undefined || isNotOnly ? null : word
  }
  const subjects = subjectsOf(tree, index)
  for (const noun of [...subjects, ...tree.childrenBy(index, "obj").slice(0, 1)]) {
    const none = noneAt(tree, noun)
    if (none !== null) return none
  }
  // “spoke to *nobody*”
  return tree.childrenBy(index, "obl").find((noun) => NOBODY.has(tree.at(noun).lemma.toLowerCase())) ?? null
}

/** “nobody”, “*no* civilians”: of a noun that a happening needs, the word that says that there is none. */
function noneAt(tree: Tree, noun: number): number | null {
  const word = tree.at(noun).lemma.toLowerCase()
  // “*No* one was hurt”, which the parser reads as two subjects
  if (NOBODY.has(word) || (word === "no" && tree.has(noun + 1) && tree.at(noun + 1).lemma === "one"))
    return noun
  // “*not* a single round”, “*not* one soldier”
  const { from } = tree.rangeOf(noun)
  const isNot = tree.at(from).lemma.toLowerCase() === "not" && from + 1 < noun
  if (isNot && /^(?:an?|one)$/i.test(tree.at(from + 1).lemma)) return from
  // “*neither* side”, “*neither* the army nor the police”
  return (
    tree.childrenBy(noun, "det", "cc:preconj").find((det) => NO.has(tree.at(det).lemma.toLowerCase())) ?? null
  )
}

/** Its own; of a coordinated verb without one that of the first: “nobody was killed or *injured*”, not “but *fled*”. */
function subjectsOf(tree: Tree, verb: number): readonly number[] {
  const own = tree.childrenBy(verb, "nsubj")
  const first = tree.headOf(verb)
  if (own.length > 0 || first === null || tree.at(verb).relation !== "conj") return own
  const isBut = tree.childrenBy(verb, "cc").some((each) => tree.at(each).lemma === "but")
  return isBut ? [] : tree.childrenBy(first, "nsubj")
}

/** “Their goal is a safe zone”, “the plan was to attack”: the noun that the happening is said to be. */
function predicatedOf(
  tree: Tree,
  index: number,
  lexicon: ModalityLexicon,
): { readonly effect: ModalEffect; readonly word: number } | null {
  if (tree.childrenBy(index, "cop").length === 0) return null
  for (const subject of tree.childrenBy(index, "nsubj")) {
    const effect = modalEffect(lexicon, tree.at(subject).lemma, "noun", "infinitive")
    // “the law is to take effect”: a law demands, it is no plan of its own coming.
    if (effect !== null && effect !== "hypothetical") return { effect, word: subject }
  }
  return null
}
