// What fills the slots of a frame at one place of the text: “by the army”, “Iran's”, the subject of a light verb.
// In: a word that may name a happening. Out: the words that head the fillers, coordinated ones apart.
import { isNoun, prepositionsOf, type Tree } from "../../grammar/index.ts"
import type { Condition, FramePos, Slot, SlotPattern, Test } from "../../lexicon/index.ts"
import { doersOf, isPassiveVerb, spread, sufferersOf } from "./roles.ts"
import { isOfClass, isOneOf, lightVerbsOf, type Sentence } from "./view.ts"

/** A word that may name a happening, and the light verb that carries it when it is a noun: “*carried out* an attack”. */
export interface Site {
  readonly head: number
  readonly pos: FramePos
  /** `itself`: the noun is its subject, and nobody does what it says: “clashes broke out”. */
  readonly light: { readonly verb: number; readonly subject: "actor" | "recipient" | "itself" } | null
}

/** The fillers of the first alternative that has any. */
export function fillPattern(sentence: Sentence, site: Site, pattern: SlotPattern): readonly number[] {
  for (const slots of pattern) {
    const found = slots.flatMap((slot) => fillSlot(sentence, site, slot))
    if (found.length > 0) return [...new Set(found)]
  }
  return []
}

function fillSlot(sentence: Sentence, site: Site, slot: Slot): readonly number[] {
  const { tree } = sentence
  const { head, light } = site
  switch (slot) {
    case "subj":
      return subjectsOf(tree, site)
    case "obj":
      return site.pos === "verb"
        ? sufferersOf(tree, head)
        : light === null
          ? []
          : sufferersOf(tree, light.verb)
    case "iobj":
      return tree.childrenBy(light?.verb ?? head, "iobj").flatMap((child) => spread(tree, child))
    case "poss":
      return possessorsOf(tree, site)
    case "mod":
      return site.pos === "verb"
        ? []
        : modifiersOf(tree, head).filter((each) => isParty(sentence, each) && !isTarget(sentence, head, each))
    case "target":
      return modifiersOf(tree, head).filter((each) => isTarget(sentence, head, each))
    case "clause":
      return clauseSubjects(tree, head)
    case "light":
      return light?.subject === "actor" ? doersOf(tree, light.verb) : []
    case "teller":
      // Stands in no place of the tree: see `argumentsOf`.
      return []
    default:
      return prepositional(tree, site, slot)
  }
}

function subjectsOf(tree: Tree, { head, pos, light }: Site): readonly number[] {
  if (pos === "verb") return doersOf(tree, head)
  if (light !== null) return light.subject === "itself" ? [] : doersOf(tree, light.verb)
  const subject = tree.childrenBy(head, "nsubj")[0]
  if (subject !== undefined) return spread(tree, subject)
  const above = pos === "adjective" ? tree.headOf(head) : null
  if (above === null) return []
  const { relation } = tree.at(head)
  // “the dead singer”; “left three soldiers *dead*”
  if (relation === "amod") return spread(tree, above)
  return relation === "xcomp" ? tree.childrenBy(above, "obj").flatMap((object) => spread(tree, object)) : []
}

/** “Iran's attack”; of a verb the possessor of its object: “delayed *their* meeting”. */
function possessorsOf(tree: Tree, { head, pos }: Site): readonly number[] {
  const nouns = pos === "verb" ? sufferersOf(tree, head) : [head]
  return nouns.flatMap((noun) => tree.childrenBy(noun, "nmod:poss")).flatMap((each) => spread(tree, each))
}

/** Words before the noun that tell which: “the *Israeli air* strike”. */
export function modifiersOf(tree: Tree, noun: number): readonly number[] {
  return tree
    .childrenBy(noun, "compound", "amod", "nmod", "nummod", "advmod", "obl")
    .filter((child) => child < noun && tree.childrenBy(child, "case").length === 0)
}

/** “*Russia* sanctions” are on Russia; “US sanctions”, “Russian sanctions” are theirs. */
function isTarget({ tree, text }: Sentence, noun: number, modifier: number): boolean {
  const { upos, relation, span } = tree.at(modifier)
  const isName = upos === "PROPN" && relation === "compound"
  return (
    isName && /^sanctions?$/i.test(tree.at(noun).lemma) && /\p{Ll}/u.test(text.slice(span.start, span.end))
  )
}

/** “Israeli”, “police”: whether a modifier names a party. */
function isParty(sentence: Sentence, index: number): boolean {
  const { upos, span } = sentence.tree.at(index)
  const isCapital = /^\p{Lu}/u.test(sentence.text.slice(span.start, span.end))
  return (
    upos === "PROPN" ||
    (isCapital && upos === "ADJ") ||
    (upos === "NOUN" && isOfClass(sentence, index, "actors"))
  )
}

/** “demanded that *Iran* stop”, “called on … for *Iran* to stop”. */
function clauseSubjects(tree: Tree, head: number): readonly number[] {
  return tree
    .childrenBy(head, "ccomp", "xcomp", "acl", "advcl")
    .flatMap((clause) => tree.childrenBy(clause, "nsubj", "csubj"))
    .flatMap((each) => spread(tree, each))
}

/** The noun phrases with this preposition: on the word itself, then on its object or its light verb. */
function prepositional(tree: Tree, { head, pos, light }: Site, preposition: string): readonly number[] {
  const places = [
    head,
    ...(light === null ? [] : [light.verb]),
    ...(pos === "verb" ? objectsOf(tree, head) : []),
    ...(pos === "noun" ? farther(tree, head, preposition) : []),
  ]
  for (const place of places) {
    const found = tree
      .childrenBy(place, "obl", "nmod", "advcl", "acl", "nsubj")
      .filter((child) => child > place || pos === "verb")
      .filter(
        (child) => prepositionsOf(tree, child).includes(preposition) || hasMark(tree, child, preposition),
      )
    // “sold by the bank”: who does it in a passive is no filler of “by”; `subj` gives it.
    const fillers = preposition === "by" && pos === "verb" && isPassiveVerb(tree, head) ? [] : found
    if (fillers.length > 0) {
      const all = fillers.flatMap((each) => spread(tree, each))
      return preposition === "between" && all.length === 1 ? [...all, ...secondOf(tree, place, all[0]!)] : all
    }
  }
  return []
}

/** “broke out between the army *and the rebels*”, read as coordinated with the verb. */
function secondOf(tree: Tree, verb: number, first: number): readonly number[] {
  const second = tree.childrenBy(verb, "conj").find((child) => child > first && isNoun(tree, child))
  return second === undefined ? [] : spread(tree, second)
}

/** “the arrest of the students *by police*”, “the appeal by France *to Iran*”: read as the students' and as France's. */
function farther(tree: Tree, noun: number, preposition: string): readonly number[] {
  const nominals = tree.childrenBy(noun, "nmod")
  return preposition === "by" || preposition === "against"
    ? nominals
    : nominals.filter((each) => prepositionsOf(tree, each).includes("by"))
}

function objectsOf(tree: Tree, verb: number): readonly number[] {
  return isPassiveVerb(tree, verb) ? sufferersOf(tree, verb) : tree.childrenBy(verb, "obj")
}

/** “is committed *to* opening”; not the *to* of an infinitive. */
function hasMark(tree: Tree, verb: number, preposition: string): boolean {
  return tree
    .childrenBy(verb, "mark")
    .some((mark) => tree.at(mark).xpos === "IN" && tree.at(mark).lemma.toLowerCase() === preposition)
}

// --- Conditions ---

export function holdsAll(sentence: Sentence, site: Site, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => holds(sentence, site, condition) !== condition.negated)
}

function holds(sentence: Sentence, site: Site, { what, words }: Condition): boolean {
  const found = askedWords(sentence, site, what)
  if (words === null) return found.length > 0
  return found.some(
    (index) =>
      isOneOf(sentence, index, words) ||
      isAmountOf(sentence, index, words) ||
      // “*President* Mandela”
      sentence.tree.childrenBy(index, "nmod:desc").some((title) => isOneOf(sentence, title, words)),
  )
}

/** “a series of attacks”, “a group of ministers”: what an amount is of. */
function isAmountOf(sentence: Sentence, index: number, words: ReadonlySet<string> | "name"): boolean {
  if (!isOneOf(sentence, index, AMOUNTS)) return false
  const { tree } = sentence
  return tree
    .childrenBy(index, "nmod")
    .some((child) => prepositionsOf(tree, child).includes("of") && isOneOf(sentence, child, words))
}

export const AMOUNTS: ReadonlySet<string> = new Set(
  "day hour deployment patch contingent drive campaign number group series lot dozen hundred thousand million majority member part pair couple batch round wave ton worth amount kilogram kg".split(
    " ",
  ),
)

function askedWords(sentence: Sentence, site: Site, what: Slot | Test): readonly number[] {
  const { tree } = sentence
  const { head, pos } = site
  switch (what) {
    case "inf":
      return infinitiveHosts(tree, site)
        .flatMap((host) => tree.childrenBy(host, "xcomp", "ccomp", "acl", "advcl"))
        .filter((child) => tree.childrenBy(child, "mark").some((mark) => tree.at(mark).xpos === "TO"))
        .flatMap((child) => [child, ...carriedBy(sentence, child)])
    case "that":
      return tree.childrenBy(head, "ccomp")
    case "ing":
      return tree.childrenBy(head, "xcomp", "advcl").filter((child) => tree.at(child).xpos === "VBG")
    case "must":
      return tree
        .childrenBy(head, "ccomp")
        .filter((clause) => tree.childrenBy(clause, "aux").some((aux) => isMust(tree, aux)))
    case "passive":
      return pos === "verb" && isPassiveVerb(tree, head) ? [head] : []
    case "xcomp":
      return [
        ...tree.childrenBy(head, "xcomp"),
        ...tree.childrenBy(head, "obj").flatMap((object) => tree.childrenBy(object, "amod", "acl")),
      ]
    case "prt":
      return tree.childrenBy(head, "compound", "advmod", "obj")
    case "compound":
      return tree.at(head).relation === "compound" ? [head] : []
    case "mod":
      return pos === "verb" ? tree.childrenBy(head, "advmod") : modifiersOf(tree, head)
    case "light":
      return site.light === null ? [] : [site.light.verb]
    default:
      return fillSlot(sentence, site, what)
  }
}

/** “ordered the paper, La Prensa, to close”: the infinitive may hang on the object or its apposition. */
function infinitiveHosts(tree: Tree, { head, pos }: Site): readonly number[] {
  const objects = pos === "verb" ? tree.childrenBy(head, "obj", "iobj") : []
  return [head, ...objects, ...objects.flatMap((object) => tree.childrenBy(object, "appos"))]
}

/** “vowed to step up *attacks*”: a light verb says what is done by its object. */
function carriedBy(sentence: Sentence, verb: number): readonly number[] {
  return lightVerbsOf(sentence, verb).length === 0 ? [] : sentence.tree.childrenBy(verb, "obj")
}

function isMust(tree: Tree, aux: number): boolean {
  return /^(?:must|should)$/i.test(tree.at(aux).lemma)
}
