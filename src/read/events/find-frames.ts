// Words that name a happening, as the frame lexicon has them: verbs, nouns with their light verbs, adjectives. In: a
// sentence. Out: for each such word the frame that fits and the words of the trigger. Who fills its roles is told
// from the frame afterwards; whether a report's word is taken at all is decided in index.ts.
import { groupBy } from "../../base/group-by.ts"
import { prepositionsOf, type Tree } from "../../grammar/index.ts"
import type { Frame, FramePos } from "../../lexicon/index.ts"
import { HARMING_VERBS } from "../../schema/event-types.ts"
import { framesAt, isGerundNoun } from "./gerunds.ts"
import { lightOf, outbreakOf } from "./light-sites.ts"
import { doersOf, isNominalized, surfaceSubject } from "./roles.ts"
import { holdsAll, type Site } from "./slots.ts"
import { isOfClass, type Sentence } from "./view.ts"
import { wordsBeside } from "./words-beside.ts"

export interface FoundFrame {
  readonly frame: Frame
  readonly site: Site
  /** The words that name it, in text order: “carried out … attack”. */
  readonly words: readonly number[]
  /** Verbs that tell whom it killed or hurt: “the fire *killed* five”. */
  readonly tolls: readonly number[]
}

/** What the frames have of a sentence. */
export interface FrameFinds {
  readonly found: readonly FoundFrame[]
  /** Words that name a happening and are left out, because another frame tells of it. */
  readonly told: ReadonlySet<number>
}

/** At most one for each word. Linear in the sentence's words. `isHeadline`: headlines tell of news in the present tense. */
export function findFrames(sentence: Sentence, isHeadline: boolean): FrameFinds {
  const { from, to } = sentence.tree.sentence
  const found: FoundFrame[] = []
  for (let index = from; index < to; index += 1) {
    const pos = posOf(sentence, index)
    const one = pos === null ? null : findFrame(sentence, index, pos)
    if (one !== null && (isHeadline || !isHabit(sentence, one))) found.push(one)
  }
  const tolls = tollsOf(sentence.tree, found)
  const kept = withoutTold(sentence.tree, found).filter(({ site }) => !tolls.has(site.head))
  const left = found.filter((each) => !kept.includes(each)).map(({ site }) => site.head)
  const byHead = groupBy(tolls, ([, head]) => head)
  const withTolls = kept.map((each) => ({
    ...each,
    tolls: (byHead.get(each.site.head) ?? []).map(([toll]) => toll),
  }))
  return { found: withTolls, told: new Set([...left, ...tolls.keys()]) }
}

/** Without what another frame of the sentence tells already. */
function withoutTold(tree: Tree, found: readonly FoundFrame[]): readonly FoundFrame[] {
  const byHead = new Map(found.map((each) => [each.site.head, each]))
  const carried = new Set(found.map(({ site }) => site.light?.verb))
  // “returned *fire*”
  const beside = new Set(
    found.flatMap(({ site, words }) =>
      site.light === null ? words.filter((word) => word !== site.head) : [],
    ),
  )
  return found.filter(({ frame, site }) => {
    if (beside.has(site.head)) return false
    // “the *earthquake* struck the coast”: the verb tells where.
    if (
      frame.type === null &&
      STRIKING.test(frame.words[0]) &&
      doersOf(tree, site.head).some((doer) => byHead.has(doer))
    )
      return false
    // “launched an investigation”: the verb is light.
    if (frame.type === null && carried.has(site.head)) return false
    // “signed an agreement”, “declared a ceasefire”: the verb's frame asks for that noun.
    const carrier = site.light === null ? undefined : byHead.get(site.light.verb)
    if (carrier !== undefined && asksForObject(carrier.frame)) return false
    // “a note of *protest*”
    const above = byHead.get(tree.headOf(site.head) ?? -1)
    return above === undefined || !asksForNominal(tree, above.frame, site.head)
  })
}

const STRIKING = /^(?:strike|hit)$/

/** Verbs that tell how many died or were hurt in a happening that is found, each with that happening's word. */
function tollsOf(tree: Tree, found: readonly FoundFrame[]): ReadonlyMap<number, number> {
  const byHead = new Map(found.map((each) => [each.site.head, each]))
  const tolls = new Map<number, number>()
  for (let verb = tree.sentence.from; verb < tree.sentence.to; verb += 1) {
    if (tree.at(verb).upos !== "VERB" || !HARMING_VERBS.has(tree.at(verb).lemma.toLowerCase())) continue
    const happening = toldBy(tree, verb, byHead.get(verb)?.frame.type ?? null).find((head) =>
      byHead.has(head),
    )
    if (happening !== undefined) tolls.set(verb, happening)
  }
  return tolls
}

/** How many died is no happening beside the one they died in: “*shelled* the town, killing 20”, “the *fire* killed five”. */
function toldBy(tree: Tree, verb: number, type: Frame["type"]): readonly number[] {
  const { relation, xpos } = tree.at(verb)
  const isParticiple =
    xpos === "VBG" && (relation === "advcl" || (relation === "conj" && !hasConjunction(tree, verb)))
  // “accused them *of* killing three” is a deed of its own.
  const isLed = tree.childrenBy(verb, "mark", "case").length > 0
  const above = isParticiple && !isLed ? tree.headOf(verb) : null
  if (above !== null) return [above]
  return type === null ? doersOf(tree, verb) : []
}

function hasConjunction(tree: Tree, verb: number): boolean {
  return tree.childrenBy(verb, "cc").length > 0
}

function asksForObject({ conditions }: Frame): boolean {
  return conditions.some(({ what, words, negated }) => what === "obj" && words !== null && !negated)
}

/** Whether the frame of the noun above asks for this noun by its preposition. */
function asksForNominal(tree: Tree, { pos, conditions }: Frame, noun: number): boolean {
  const { lemma, relation } = tree.at(noun)
  if (pos !== "noun" || relation !== "nmod") return false
  return conditions.some(
    ({ what, words, negated }) =>
      !negated &&
      words !== null &&
      words !== "name" &&
      words.has(lemma) &&
      prepositionsOf(tree, noun).includes(what),
  )
}

/**
 * What the word is looked up as; null for words that name no happening of their own. Shares are of the words with a
 * frame in the corpus's train part that the gold has as a mention of a happening.
 */
function posOf(sentence: Sentence, index: number): FramePos | null {
  const { tree } = sentence
  const { upos, relation } = tree.at(index)
  switch (upos) {
    case "VERB":
      // “*Fighting* between the army and the rebels broke out”, read as a clause that is the subject.
      if (isGerundNoun(tree, index) && framesAt(sentence, index, "noun").length > 0) return "noun"
      // “the murdered singer” is told of anyhow: 23 in a hundred, other verbs 75.
      return relation === "amod" || isNominalized(tree, index) ? null : "verb"
    case "NOUN":
      // “fire brigade”, “death toll”: 26 in a hundred, other nouns 69.
      return relation === "compound" ? null : "noun"
    case "PROPN":
      // “*Hurricane* Lorenzo”; “March”, “Montana Native Vote” are names: 11 in a hundred.
      return relation === "nmod:desc" || relation === "root" ? "noun" : null
    case "ADJ":
      return relation === "amod" ? null : "adjective"
    default:
      return null
  }
}

// What is so or ought to be, and not what happens: the present tense of “existing law allows” tells of an event in 24
// of 100; “France agrees with Chad that …” does.
function isHabit(sentence: Sentence, { site, frame }: FoundFrame): boolean {
  const { tree, text } = sentence
  const { xpos, span } = tree.at(site.head)
  // “Press the dough, cut it into strips”: what one is told to do.
  const isTold = xpos === "VB" && tree.childrenBy(site.head, "nsubj", "aux", "mark").length === 0
  // “Remove the bones”: nobody is done anything by it.
  const isOfThings =
    frame.type === null || tree.childrenBy(site.head, "obj").some((each) => isThing(sentence, each))
  if (isTold && isOfThings && surfaceSubject(tree, site.head) === null) return true
  if (xpos !== "VBZ" || text[span.end - 1] !== "s") return false
  const isNamed = doersOf(tree, site.head).some((doer) => tree.at(doer).upos === "PROPN")
  return frame.type === null || !isNamed
}

function isThing(sentence: Sentence, noun: number): boolean {
  const isParty = isOfClass(sentence, noun, "actors") || isOfClass(sentence, noun, "places")
  return sentence.tree.at(noun).upos === "NOUN" && !isParty
}

function findFrame(sentence: Sentence, head: number, pos: FramePos): FoundFrame | null {
  const frames = framesAt(sentence, head, pos)
  if (frames.length === 0) return null
  const light = pos === "noun" ? (lightOf(sentence, head) ?? outbreakOf(sentence, head, frames)) : null
  const site: Site = {
    head,
    pos,
    light: light === null ? null : { verb: light.verb, subject: light.subject },
  }
  for (const frame of frames) {
    const beside = wordsBeside(sentence.tree, head, frame.words.slice(1))
    if (beside === null || !holdsAll(sentence, site, frame.conditions)) continue
    if (isFigurative(sentence, site, frame) || isLawless(sentence, site, frame)) continue
    const words = [head, ...beside, ...(light?.words ?? [])]
    return { frame, site, words: words.sort((one, other) => one - other), tolls: [] }
  }
  return null
}

/** “captured and later *executed*”: who kills a captive, without a word of court or sentence, carries out no sentence. */
function isLawless(sentence: Sentence, { head, pos }: Site, { words, modes }: Frame): boolean {
  if (pos !== "verb" || words[0] !== "execute" || !modes.includes("convict")) return false
  const { tree } = sentence
  const above = tree.at(head).relation === "conj" ? tree.headOf(head) : null
  const beside = [...tree.childrenBy(head, "conj", "advmod"), ...(above === null ? [] : [above])]
  if (!beside.some((each) => isOfClass(sentence, each, "captures"))) return false
  for (let index = tree.sentence.from; index < tree.sentence.to; index += 1)
    if (isOfClass(sentence, index, "law")) return false
  return true
}

// “bombed the talks”: words of force with an object that nobody can lay hands on name no force. A frame that
// provides for it (“attacked the decision” is ACCUSE) comes first.
function isFigurative(sentence: Sentence, site: Site, { type, conditions }: Frame): boolean {
  if (type !== "ASSAULT" && type !== "COERCE" && type !== "MOBILIZE") return false
  if (site.pos !== "verb" || conditions.some(({ what }) => what === "obj")) return false
  return sentence.tree.childrenBy(site.head, "obj", "nsubj:pass").some((object) => {
    const { upos } = sentence.tree.at(object)
    return upos === "NOUN" && isOfClass(sentence, object, "speech") && !isOfClass(sentence, object, "actors")
  })
}
