// Quotations that the network gave to nobody. In: the drafts, and contents that fit no cue. Out: the drafts with
// each such quotation joined to one of them or made one of its own: its speaker is looked for in the sentence
// around it, then before, then after. One that nobody can be found for stays, without source and cue.

import { nounPhrase, subjectOf, verbGroup } from "../../grammar/index.ts"
import { cueSenses } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { TaggedSpan } from "../spans/index.ts"
import { type Draft, draftByRule, mergedParts, overlaps, ownersOf, without } from "./draft.ts"
import { subjectAbove } from "./sources.ts"
import type { Quotation, View } from "./view.ts"

/** Fewer words are mostly titles and scare quotes: of five and more, 98 of 100 are somebody's words (PolNeAR). */
const MIN_WORDS = 5

interface Speaker {
  readonly rule: string
  readonly source: TokenRange | null
  readonly cue: TokenRange | null
}

/** Linear: each quotation looks at its own sentence and at most two sentences beside it. */
export function giveQuotations(
  view: View,
  drafts: readonly Draft[],
  orphans: readonly TaggedSpan[],
): readonly Draft[] {
  const isOrphan = new Uint8Array(view.tokens.length)
  for (const { range } of orphans) isOrphan.fill(1, range.from, range.to)
  const result = [...withoutStrayed(view, drafts, isOrphan)]
  const owners = ownersOf(result, view.tokens.length)
  for (const quotation of view.quotations) {
    const wasFound = isOrphan.subarray(quotation.range.from, quotation.range.to).includes(1)
    if (!isLoose(view, quotation, owners, wasFound)) continue
    const { range } = quotation
    const following = followingVerb(view, range)
    const isIntroduced = following !== null && owners[following] === -1
    const joined = isIntroduced ? null : draftBefore(view, quotation, owners)
    if (joined !== null) {
      const draft = result[joined]!
      result[joined] = { ...draft, content: mergedParts([...draft.content, range], draft.content) }
      owners.fill(joined, range.from, range.to)
      continue
    }
    const speaker =
      speakerInSentence(view, range, owners) ??
      speakerBefore(view, range, owners) ??
      speakerAfter(view, range, owners)
    const cueOwner = speaker?.cue == null ? -1 : (owners[speaker.cue.from] ?? -1)
    if (cueOwner !== -1) {
      const draft = result[cueOwner]!
      result[cueOwner] = { ...draft, content: mergedParts([...draft.content, range], draft.content) }
      owners.fill(cueOwner, range.from, range.to)
      continue
    }
    if (speaker === null && !wasFound) continue
    const draft = draftByRule(speaker?.rule ?? "quotation-alone", {
      cue: speaker?.cue == null ? [] : [speaker.cue],
      source: sourceOutside(speaker, range),
      content: [range],
    })
    owners.fill(result.length, range.from, range.to)
    result.push(draft)
  }
  return result
}

/**
 * Takes quotations from cues of other sentences when a verb of their own leads into them (“She agreed, saying “…”. He
 * added, …”), or follows on them (“She warned of it. “It is bad,” the report stated.”). They become orphans: `isOrphan`
 * is marked.
 */
function withoutStrayed(view: View, drafts: readonly Draft[], isOrphan: Uint8Array): readonly Draft[] {
  const owners = ownersOf(drafts, view.tokens.length)
  const result = [...drafts]
  for (const { range } of view.quotations) {
    const owner = owners[range.from]!
    const draft = result[owner]
    if (draft === undefined) continue
    const isHeading = headsSection(view, range)
    if (
      !isHeading &&
      !hasStrayed(view, draft, range, owners) &&
      !isOfSpeakerBefore(view, draft, range, owners)
    )
      continue
    const [first, ...rest] = draft.content.flatMap((part) => without(part, range))
    if (first === undefined) continue
    result[owner] = { ...draft, content: [first, ...rest] }
    isOrphan.fill(isHeading ? 0 : 1, range.from, range.to)
  }
  return result
}

function hasStrayed(view: View, { cue: cues }: Draft, range: TokenRange, owners: Int32Array): boolean {
  const verb = leadingVerb(view, range) ?? followingVerb(view, range) ?? verbBeforeColon(view, range)
  const cue = cues.at(-1)
  if (cue === undefined || verb === null || owners[verb] !== -1) return false
  const isElsewhere = view.sentenceOf(cue.from) !== view.sentenceOf(verb)
  const isFurther = verb > range.from && cue.to <= range.from
  return isElsewhere || isFurther
}

/**
 * “It was the order,” said the judge. “First the clinic, then the houses.” She declined to say who …: whole sentences
 * between marks go on with what was said before them, when what comes behind has words of its own.
 */
function isOfSpeakerBefore(view: View, draft: Draft, range: TokenRange, owners: Int32Array): boolean {
  const cue = draft.cue[0]
  if (cue === undefined || cue.from < range.to || !/[.!?…]/.test(view.wordOf(range.to - 2))) return false
  if (view.sentenceOf(cue.from) === view.sentenceOf(range.to - 1)) return false
  const { from } = view.paragraphs[view.paragraphOf(range.from)]!
  const before = range.from <= from ? undefined : view.sentences[view.sentenceOf(range.from - 1)]
  if (
    before === undefined ||
    owners.subarray(Math.max(from, before.from), range.from).every((owner) => owner === -1)
  )
    return false
  const hasOwn = draft.content.some((part) => part.from >= cue.to && !view.isQuoted(part.from))
  const begins = view.sentences[view.sentenceOf(range.from)]
  return hasOwn && begins !== undefined && begins.from >= range.from - 1 && wasQuoted(view, from, range.from)
}

/** How far back in a paragraph earlier words between marks are looked for. */
const REACH_BACK = 80

/** Whether something between marks stands in the paragraph before. */
function wasQuoted(view: View, from: number, to: number): boolean {
  for (let index = Math.max(from, to - REACH_BACK); index < to; index += 1)
    if (view.isQuoted(index)) return true
  return false
}

/** Most words of a heading between the paragraphs. */
const MOST_OF_HEADING = 6

/** ‘Necessary and measured’: a paragraph that is a few words between marks, and no sentence, is a heading. */
function headsSection(view: View, range: TokenRange): boolean {
  const paragraph = view.paragraphs[view.paragraphOf(range.from)]!
  return (
    range.from === paragraph.from &&
    range.to === paragraph.to &&
    range.from > 0 &&
    range.to - range.from <= MOST_OF_HEADING + 2 &&
    view.isClosing(range.to - 1) &&
    !/[.!?…,]/.test(view.wordOf(range.to - 2)) &&
    view.wordOf(range.from - 1) !== ":"
  )
}

/** Words between a quotation and the verb that follows on it. */
const MAX_SUBJECT_WORDS = 10

/** The verb of a quotation that a comma ends: “…,” the report <stated>; “…,” <wrote> the union. */
function followingVerb(view: View, { from, to }: TokenRange): number | null {
  if (to - from < 3 || !view.isClosing(to - 1)) return null
  if (view.wordOf(to - 2) !== "," && view.wordOf(to) !== ",") return null
  const sentence = view.sentences[view.sentenceOf(to - 1)]
  for (let index = to; index < Math.min(sentence?.to ?? to, to + MAX_SUBJECT_WORDS); index++) {
    if (view.isQuoted(index)) return null
    if (!takesQuote(view, index)) continue
    const subject = subjectOf(view.treeOf(index), index)
    return subject !== null && subject >= to ? index : null
  }
  return null
}

/** The verb that takes a quotation and stands right before it: “saying, “…””. */
function leadingVerb(view: View, range: TokenRange): number | null {
  let before = range.from - 1
  while (before >= 0 && /^[,:]$/.test(view.wordOf(before))) before -= 1
  if (before < 0 || view.sentenceOf(before) !== view.sentenceOf(range.from)) return null
  return takesQuote(view, before) ? before : null
}

/** “Chan <spoke> to the press after the speech: “…””: the verb of the clause that a colon ends before the words. */
function verbBeforeColon(view: View, range: TokenRange): number | null {
  const colon = range.from - 1
  if (colon < 0 || view.wordOf(colon) !== ":") return null
  const first = Math.max(view.sentences[view.sentenceOf(colon)]?.from ?? colon, colon - MOST_BEFORE_COLON)
  for (let index = colon - 1; index >= first && !view.isQuoted(index); index -= 1) {
    if (takesQuote(view, index) && subjectOf(view.treeOf(index), index) !== null) return index
  }
  return null
}

const MOST_BEFORE_COLON = 25

function takesQuote(view: View, index: number): boolean {
  const { upos, lemma } = view.tokenAt(index)
  return upos === "VERB" && cueSenses(view.lexicon, lemma, "verb").some(({ frame }) => frame.has("quote"))
}

/** A subject whose phrase runs into the quotation was parsed wrongly: “He left. ‘The talks go on,’ denied.” */
function sourceOutside(speaker: Speaker | null, quotation: TokenRange): TokenRange | null {
  const source = speaker?.source ?? null
  return source === null || overlaps(source, quotation) ? null : source
}

/** Long enough, a sentence or the tail of one, and less than half of it anybody's. */
function isLoose(view: View, { range }: Quotation, owners: Int32Array, wasFound: boolean): boolean {
  let words = 0
  let owned = 0
  let hasVerb = false
  for (let index = range.from; index < range.to; index++) {
    if (!/[\p{L}\p{N}]/u.test(view.wordOf(index))) continue
    words += 1
    if (owners[index] !== -1) owned += 1
    const { upos } = view.tokenAt(index)
    hasVerb ||= upos === "VERB" || upos === "AUX"
  }
  if (words < MIN_WORDS || owned * 2 >= words) return false
  return wasFound || (hasVerb && standsApart(view, range))
}

/** At the head of its paragraph, or after “:”, “,” or a full stop: not the object of a sentence's own verb. */
function standsApart(view: View, range: TokenRange): boolean {
  const paragraph = view.paragraphs[view.paragraphOf(range.from)]
  if (paragraph === undefined || range.from === paragraph.from) return true
  return /^[:,.?!–—]$|^--$/.test(view.wordOf(range.from - 1))
}

// “The first paragraph is not closed.
// “The second goes on.”      → joins the first
// “We came close,” Lavrov noted. “Very close.”      → the second joins the first
function draftBefore(view: View, quotation: Quotation, owners: Int32Array): number | null {
  const { range, isContinued } = quotation
  const before = range.from - 1
  if (before < 0) return null
  if (isContinued) {
    for (let index = before; index >= Math.max(0, before - 3); index--) {
      if (owners[index] !== -1 && view.isQuoted(index)) return owners[index]!
    }
    return null
  }
  const paragraph = view.paragraphs[view.paragraphOf(range.from)]!
  const sentence = view.sentences[view.sentenceOf(range.from)]
  if (sentence === undefined || sentence.from < range.from || before < paragraph.from) return null
  // Only straight on: the sentence before must be the one that ascribes.
  const previous = view.sentences[view.sentenceOf(before)]
  if (previous === undefined) return null
  for (let index = before; index >= Math.max(previous.from, paragraph.from); index--) {
    const owner = owners[index]!
    if (owner !== -1) return owner
  }
  return null
}

// Lavrov noted, “We came very close to it.”
function speakerInSentence(view: View, range: TokenRange, owners: Int32Array): Speaker | null {
  const sentence = view.sentences[view.sentenceOf(range.from)]
  if (sentence === undefined) return null
  const before = (): Speaker | null => {
    const cue = cueBetween(view, Math.max(sentence.from, range.from - 25), range.from, owners, -1)
    return cue === null ? null : { ...cue, rule: "quotation-cue-before" }
  }
  const after = (): Speaker | null => {
    const { to } = view.sentences[view.sentenceOf(range.to - 1)] ?? sentence
    const cue = cueBetween(view, range.to, Math.min(to, range.to + 25), owners, 1)
    return cue === null ? null : { ...cue, rule: "quotation-cue-after" }
  }
  return leadingVerb(view, range) === null ? (after() ?? before()) : before()
}

/** The nearest verb of saying in a stretch of words, with its subject, that introduces nothing else yet. */
function cueBetween(
  view: View,
  from: number,
  to: number,
  owners: Int32Array,
  step: 1 | -1,
): { readonly source: TokenRange | null; readonly cue: TokenRange } | null {
  for (let count = 0; count < to - from; count++) {
    const index = step === 1 ? from + count : to - 1 - count
    if (view.isQuoted(index)) return null
    if (!takesQuote(view, index)) continue
    const tree = view.treeOf(index)
    const subject = subjectOf(tree, index) ?? subjectAbove(tree, index)
    if (subject === null && owners[index] === -1) continue
    const group = verbGroup(tree, index)
    return {
      cue: { from: adjacentFrom(group, index), to: index + 1 },
      source: subject === null ? null : nounPhrase(tree, subject),
    }
  }
  return null
}

/** The first word of the unbroken run of `group` that ends with `verb`. */
export function adjacentFrom(group: readonly number[], verb: number): number {
  let from = verb
  while (group.includes(from - 1)) from -= 1
  return from
}

// Lavrov: “We came very close.”   He had this to say: “…”
function speakerBefore(view: View, range: TokenRange, owners: Int32Array): Speaker | null {
  const colon = range.from - 1
  const paragraph = view.paragraphs[view.paragraphOf(range.from)]!
  if (colon < 0 || view.wordOf(colon) !== ":") return null
  // “Lavrov:” alone may be a line of its own.
  const isOwnLine = colon < paragraph.from
  const line = isOwnLine ? view.paragraphs[view.paragraphOf(colon)]! : paragraph
  const sentence = view.sentences[view.sentenceOf(colon)] ?? line
  const cue = cueBetween(view, Math.max(sentence.from, colon - 25), colon, owners, -1)
  if (cue !== null) return { ...cue, rule: "quotation-cue-before" }
  if (owners[colon] !== -1)
    return { source: null, cue: { from: colon, to: colon + 1 }, rule: "quotation-colon" }
  const from = Math.max(line.from, sentence.from)
  const isShort = colon - from >= 1 && colon - from <= 8
  if (!isShort || !isNameLike(view, { from, to: colon })) return null
  return { source: { from, to: colon }, cue: { from: colon, to: colon + 1 }, rule: "quotation-colon" }
}

// “I am ashamed.” — Jacklyn Ashley
function speakerAfter(view: View, range: TokenRange, owners: Int32Array): Speaker | null {
  const dash = range.to
  if (dash >= view.tokens.length) return null
  const paragraph = view.paragraphs[view.paragraphOf(dash)]!
  const source = owners[dash] === -1 ? signatureAt(view, dash, paragraph.to) : null
  if (source !== null) return { source, cue: { from: dash, to: dash + 1 }, rule: "quotation-dash" }
  // “We came very close.” Said Lavrov: …   the cue begins the next sentence of the same paragraph
  if (view.paragraphOf(range.to) !== view.paragraphOf(range.to - 1)) return null
  const next = view.sentences[view.sentenceOf(dash)]
  if (next === undefined || next.from !== dash) return null
  const cue = cueBetween(view, next.from, Math.min(next.to, next.from + 5), owners, 1)
  return cue === null ? null : { ...cue, rule: "quotation-cue-after" }
}

/** “― Jacklyn Ashley”: the name that a dash at `dash` leads, before `limit`; null when there is none. */
export function signatureAt(view: View, dash: number, limit: number): TokenRange | null {
  if (!/^([-–—―]|--)$/.test(view.wordOf(dash))) return null
  const source = { from: dash + 1, to: endOfName(view, dash + 1, limit) }
  return source.to > source.from && isNameLike(view, source) ? source : null
}

/** Where the words end that may be a name, ten at most: at a mark or at a quotation. */
function endOfName(view: View, from: number, limit: number): number {
  let to = from
  while (to < limit && to - from < 10 && !/^[.;:!?]$/.test(view.wordOf(to)) && !view.isOpening(to)) to += 1
  return to
}

/** Has a proper noun before any verb. */
function isNameLike(view: View, range: TokenRange): boolean {
  for (let index = range.from; index < range.to; index++) {
    const { upos } = view.tokenAt(index)
    if (upos === "PROPN") return true
    if (upos === "VERB") return false
  }
  return false
}
