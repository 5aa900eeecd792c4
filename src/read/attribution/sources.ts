// Sources that the tree shows and the network did not link. In: drafts. Out: the same; those with a cue and no
// source take the subject of the cue's verb, or the owner of its noun.
import {
  agentOf,
  isNoun,
  isPassive,
  isRelation,
  nounPhrase,
  subjectOf,
  type Tree,
} from "../../grammar/index.ts"
import { cueKind, cueSenses } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { type Draft, overlaps, ownersOf, rangeAt, rangesOf, without, withSourceTold } from "./draft.ts"
import { isCoordinated } from "./second-cue.ts"
import type { View } from "./view.ts"
import { isForced, seems, shownBy } from "./whole-cues.ts"

/** Linear in the drafts. */
export function findSources(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const owners = ownersOf(drafts, view.tokens.length)
  return drafts.map((draft, number) => {
    if (draft.source !== null) {
      const pronoun = relativeSubject(view, draft, draft.source)
      if (pronoun !== null) return { ...draft, source: pronoun }
      // The clause that describes the subject may have it in its content: “accused by Belvia”.
      const around = subjectAround(view, draft, draft.source)
      if (around !== null && !view.isQuoted(around.from)) return { ...draft, source: around }
      const above = subjectOfParticiple(view, draft, draft.source)
      if (above !== null && isFreeFor(view, drafts, owners, number, above)) return { ...draft, source: above }
      const checked = withoutFalseSource(view, draft, draft.source)
      if (checked !== draft || draft.source === null) return checked
      const whole = completed(view, draft.source)
      const isSound =
        whole !== draft.source && !rangesOf({ ...draft, source: null }).some((part) => overlaps(part, whole))
      return isSound && isFreeFor(view, drafts, owners, number, whole) ? { ...draft, source: whole } : draft
    }
    const cue = draft.cue.at(-1)
    if (cue === undefined) return draft
    const tree = view.treeOf(cue.from)
    // The first of these that is nobody else's: words of another's content speak there, not here.
    for (const find of [
      () => sourceOf(view, tree, cue),
      () => agent(view, tree, cue),
      () => sourceBefore(view, drafts, owners, cue),
      () => sourceBeside(view, tree, cue, drafts[number - 1]),
    ]) {
      const source = find()
      // “…, court told”: who is told does not tell.
      const isTold = source !== null && draft.addressee !== null && overlaps(draft.addressee, source)
      if (source === null || isTold || draft.cue.some((part) => overlaps(part, source))) continue
      const content = contentWithout(view, draft, source)
      if (content !== null && isFreeFor(view, drafts, owners, number, source))
        return { ...draft, source, content }
    }
    return draft
  })
}

/**
 * The source of a statement inside another as its grammar has it: “*they* told us to go”; nobody where the network's is
 * the one who is told, “*a man* was persuaded to return”.
 */
export function withSourceOfTree(view: View, draft: Draft): Draft {
  const cue = draft.cue.at(-1)
  if (cue === undefined) return draft
  const tree = view.treeOf(cue.from)
  const head = tree.topOf(cue)
  if (draft.source !== null) {
    return suffers(tree, tree.topOf(draft.source), head) && agentOf(tree, head) === null
      ? { ...draft, source: null }
      : draft
  }
  const source = sourceOf(view, tree, cue)
  if (source === null || rangesOf(draft).some((part) => overlaps(part, source))) return draft
  return { ...draft, source }
}

/** “the priest, *who* asked that …”, where the network has the priest: the pronoun, when it is nobody's; its antecedent is found later. */
function relativeSubject(view: View, { cue, content }: Draft, source: TokenRange): TokenRange | null {
  const [first] = cue
  if (first === undefined || source.to > first.from) return null
  const tree = view.treeOf(first.from)
  const subject = subjectOf(tree, tree.topOf(first))
  if (subject === null || !/^W(?:P|DT)$/.test(tree.at(subject).xpos)) return null
  // “the priest, who”, all of which the network may have taken for the source
  const isBehind = subject >= source.to - 1 && subject < first.from && subject - source.to <= MOST_TO_PRONOUN
  const isTold = rangeAt(content, subject) !== undefined
  return isBehind && !isTold ? { from: subject, to: subject + 1 } : null
}

/** Words between a source and the pronoun that stands for it: a comma. */
const MOST_TO_PRONOUN = 1

/** “*He* was told”: the subject of a passive. */
function suffers(tree: Tree, subject: number, verb: number): boolean {
  return tree.at(subject).relation === "nsubj:pass" && tree.headOf(subject) === verb
}

/** Takes from a statement the source that its grammar makes the one talked about. */
function withoutFalseSource(view: View, draft: Draft, source: TokenRange): Draft {
  const cue = draft.cue.at(-1)
  if (cue === undefined) return draft
  const tree = view.treeOf(cue.from)
  const head = tree.topOf(cue)
  // “Clinton has faced questions about …”: who asks is not told.
  if (isReceived(view, tree, head, cue)) return { ...draft, source: null }
  const subject = tree.topOf(source)
  // “The *court* heard that the tower had been empty”: who told it is not told.
  if (HEARING.has(tree.at(subject).lemma.toLowerCase()) && /^hear(?:d|s)?$/i.test(view.wordOf(head)))
    return { ...draft, source: null, addressee: draft.addressee ?? source }
  // “Asked whether he would [travel there himself], he replied”: a clause asks nobody.
  if (/^VB[DPZ]?$/.test(tree.at(subject).xpos) && tree.at(subject).upos === "VERB")
    return withSourceTold(draft)
  const isBefore = source.to <= cue.from
  // “(The campaign) seems (to admit it)”, “(he) was believed (to be ill)”, “(a group) called (Conservation Fund)”
  const isSeeming = seems(tree, head) && tree.headOf(subject) === head && shownBy(view, tree, head) === null
  // “He was quoted as saying”: he did.
  const isSuffering =
    suffers(tree, subject, head) &&
    tree.at(head).lemma.toLowerCase() !== "quote" &&
    (cue.to - 1 === head || !isForced(tree, head))
  const isReduced =
    tree.at(head).xpos === "VBN" && tree.at(head).relation === "acl" && tree.headOf(head) === subject
  if (!isBefore || !(isSeeming || isSuffering || isReduced) || agentOf(tree, head) !== null) return draft
  // “It is believed that …”: nobody, and nothing that is told of.
  if (/^(it|there)$/i.test(view.textOf(source))) return { ...draft, source: null }
  return withSourceTold(draft)
}

const HEARING = new Set("court jury tribunal inquest inquiry hearing judge".split(" "))

const RECEIVING = new Set(["face", "draw", "receive", "come", "take", "get"])

/** “faced questions”, “came under criticism”, “drew protests”: a verb of receiving with a noun of saying. */
function isReceived(view: View, tree: Tree, head: number, cue: TokenRange): boolean {
  if (!RECEIVING.has(tree.at(head).lemma.toLowerCase())) return false
  return tree
    .childrenBy(head, "obj", "obl")
    .some(
      (noun) =>
        noun >= cue.from && noun < cue.to && cueSenses(view.lexicon, tree.at(noun).lemma, "noun").length > 0,
    )
}

/**
 * The content less a speaker that the network took for a part of it: “[Scott's family] has called on (police to …)”,
 * “was told by [the minister] (of the dead)”. Null when nothing would be left, or the speaker stands in its midst.
 */
function contentWithout(view: View, { content }: Draft, source: TokenRange): Draft["content"] | null {
  if (!content.some((part) => overlaps(part, source))) return content
  // The “by” of a passive goes with its speaker.
  const by = source.from > 0 && view.wordOf(source.from - 1).toLowerCase() === "by" ? 1 : 0
  const hole = { from: source.from - by, to: source.to }
  const isAtEdge = content.some(
    (part) => overlaps(part, hole) && (hole.from <= part.from || hole.to >= part.to),
  )
  const [first, ...rest] = content.flatMap((part) => without(part, hole))
  return first === undefined || !isAtEdge ? null : [first, ...rest]
}

/** Words between a statement and the participle that goes on with it. */
const MAX_GAP = 3

// [She] said “A,” further remarking, “B.”   where the tree does not show whose participle it is
function sourceBefore(
  view: View,
  drafts: readonly Draft[],
  owners: Int32Array,
  cue: TokenRange,
): TokenRange | null {
  if (!view.wordOf(cue.to - 1).endsWith("ing") || cue.to - cue.from > 2) return null
  const start = view.sentences[view.sentenceOf(cue.from)]?.from ?? 0
  for (let index = cue.from - 1; index >= Math.max(start, cue.from - MAX_GAP); index--) {
    const owner = owners[index]!
    if (owner !== -1) return drafts[owner]!.source
  }
  return null
}

// “[She] said she could not and predicted that …”: of the statement before, when its cue goes on with this one
function sourceBeside(view: View, tree: Tree, cue: TokenRange, before: Draft | undefined): TokenRange | null {
  const last = before?.cue.at(-1)
  if (before === undefined || last === undefined || view.sentenceOf(last.from) !== view.sentenceOf(cue.from))
    return null
  const verb = tree.topOf(cue)
  // “[It] said in a statement, *adding* that …”
  const above =
    tree.at(verb).xpos === "VBG" && isRelation(tree.at(verb).relation, ["advcl"]) ? tree.headOf(verb) : null
  const goesOn = above !== null && last.from <= above && above < last.to
  return goesOn || isCoordinated(tree, verb, last) ? before.source : null
}

// “was told by [the minister]”
function agent(view: View, tree: Tree, cue: TokenRange): TokenRange | null {
  const head = tree.topOf(cue)
  const noun = isPassive(tree, head) ? agentOf(tree, head) : null
  if (noun === null) return null
  // “was told by the minister | of the dead”: what the verb leads with a preposition is no part of the minister.
  const leads = cueSenses(view.lexicon, tree.at(head).lemma, "verb").flatMap(({ frame }) => [...frame])
  const tail = tree.childrenBy(noun, "nmod").find((child) => {
    const preposition = tree.childrenBy(child, "case")[0]
    return preposition !== undefined && leads.includes(view.wordOf(preposition).toLowerCase())
  })
  const { from, to } = nounPhrase(tree, noun)
  const end = tail === undefined ? to : Math.min(to, tree.rangeOf(tail).from)
  return from >= cue.to && from < end ? { from, to: end } : null
}

function isFreeFor(
  view: View,
  drafts: readonly Draft[],
  owners: Int32Array,
  number: number,
  source: TokenRange,
): boolean {
  for (let index = source.from; index < source.to; index++) {
    const owner = owners[index]!
    if (owner === -1 || owner === number) continue
    // A source may be shared: “He denied it, saying …”.
    const other = drafts[owner]!.source
    if (other === null || !overlaps(other, source)) return false
  }
  return !view.isQuoted(source.from)
}

const INNER_RELATIONS = ["det", "amod", "compound", "nummod", "case", "flat", "goeswith", "punct", "cc"]

/** “[The] campaign said”: a source cut off before its noun is given all of the phrase. */
function completed(view: View, source: TokenRange): TokenRange {
  const tree = view.treeOf(source.from)
  const top = tree.topOf(source)
  const head = tree.headOf(top)
  // “the leaders of the | two countries”
  if (/^(DET|ADP|CCONJ)$/.test(tree.at(source.to - 1).upos) && source.to - source.from > 1) {
    const phrase = nounPhrase(tree, top)
    return phrase.to > source.to ? { from: source.from, to: phrase.to } : source
  }
  if (head === null || head < source.to || !isRelation(tree.at(top).relation, INNER_RELATIONS)) return source
  if (!isNoun(tree, head)) return source
  const whole = nounPhrase(tree, head)
  return { from: Math.min(source.from, whole.from), to: Math.max(source.to, whole.to) }
}

function sourceOf(view: View, tree: Tree, cue: TokenRange): TokenRange | null {
  const head = tree.topOf(cue)
  const token = tree.at(head)
  if (token.upos === "NOUN") {
    // “[his] acknowledgment that …”
    const owner = tree.childrenBy(head, "nmod:poss")[0]
    return owner === undefined ? null : nounPhrase(tree, owner)
  }
  // “according to [the ministry]”
  if (view.wordOf(cue.to - 1).toLowerCase() === "to" && view.wordOf(cue.from).toLowerCase() === "according") {
    const noun = tree.headOf(head) ?? head
    const { from, to } = nounPhrase(tree, noun)
    return noun >= cue.to ? { from: Math.max(from, cue.to), to } : null
  }
  if (token.upos !== "VERB" && token.upos !== "AUX" && token.upos !== "ADJ") return null
  // “The campaign appeared to admit it”: so it looks to others.
  if (isPassive(tree, head) || seems(tree, head)) return null
  const subject = subjectOf(tree, head) ?? subjectAbove(tree, head)
  if (subject === null) return null
  // The parser often takes the “it” of “it said that” for one that stands for nothing.
  const isSpeaker = isIt(view, subject) ? says(view, tree, head) : speaks(view, tree, subject)
  return isSpeaker ? nounPhrase(tree, subject) : null
}

function isIt(view: View, word: number): boolean {
  return view.wordOf(word).toLowerCase() === "it"
}

/** “It *would not say* whether”: a body; “it shows that”, “it seems” may be of no one. */
function says(view: View, tree: Tree, verb: number): boolean {
  return cueKind(view.lexicon, tree.at(verb).lemma, "verb") === "says"
}

// “[Clinton] defended the plan, saying …”: a participle has the subject of the verb that it hangs on.
export function subjectAbove(tree: Tree, participle: number): number | null {
  const { relation, xpos } = tree.at(participle)
  const above = tree.headOf(participle)
  if (xpos !== "VBG" || above === null) return null
  // “Tass quoted [the minister] as saying …”, “[the minister] was quoted by Tass as saying …”
  if (tree.at(above).lemma.toLowerCase() === "quote")
    return tree.childrenBy(above, "obj")[0] ?? subjectOf(tree, above)
  return relation.startsWith("advcl") && !isPassive(tree, above) ? subjectOf(tree, above) : null
}

/** “[A candidate] moved the High Court, alleging …”, where the network has the court: who does what the participle goes with. */
function subjectOfParticiple(view: View, { cue }: Draft, source: TokenRange): TokenRange | null {
  const last = cue.at(-1)
  if (last === undefined) return null
  const tree = view.treeOf(last.from)
  const verb = tree.topOf(last)
  const above = tree.headOf(verb)
  const object = tree.topOf(source)
  const isObject =
    above !== null && tree.headOf(object) === above && isRelation(tree.at(object).relation, ["obj"])
  if (!isObject || object < above || object > verb || tree.at(above).lemma.toLowerCase() === "quote")
    return null
  const subject = subjectAbove(tree, verb)
  return subject === null || !speaks(view, tree, subject) ? null : nounPhrase(tree, subject)
}

/** “[Karsia], accused by *Belvia* of arming them, has offered to help”: who stands in a clause that describes the subject is not the subject. */
function subjectAround(view: View, { cue }: Draft, source: TokenRange): TokenRange | null {
  const last = cue.at(-1)
  if (last === undefined || source.to > last.from) return null
  const tree = view.treeOf(last.from)
  const subject = subjectOf(tree, tree.topOf(last))
  if (subject === null || !tree.has(source.from) || subject >= source.from || !isNoun(tree, subject))
    return null
  let at: number | null = tree.topOf(source)
  let isDescribing = false
  // Each step goes up one head; heads may run in a circle.
  for (let steps = tree.sentence.to - tree.sentence.from; at !== null && steps > 0; steps -= 1) {
    if (at === subject) return isDescribing && speaks(view, tree, subject) ? nounPhrase(tree, subject) : null
    isDescribing ||= isRelation(tree.at(at).relation, ["acl"])
    at = tree.headOf(at)
  }
  return null
}

/** “it” and “there” that stand for nothing say nothing, nor do words and beliefs: “suspicions run high that …”. */
function speaks(view: View, tree: Tree, subject: number): boolean {
  const { relation, xpos, lemma, upos } = tree.at(subject)
  if (relation.startsWith("expl") || xpos === "EX" || /^(it|that|this|what)$/i.test(view.wordOf(subject)))
    return false
  const senses = upos === "NOUN" ? cueSenses(view.lexicon, lemma, "noun") : []
  return senses.length === 0 || senses.some(({ kind }) => kind === "shows")
}
