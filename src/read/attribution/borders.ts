// Where contents, sources and cues begin and end. In: drafts as the network cut them. Out: the same drafts with
// quotation marks inside the content, and the reporter's own commas, full stops and asides outside.
import { isNoun, nounPhrase, type Tree } from "../../grammar/index.ts"
import type { NonEmpty, TokenRange } from "../../schema/positions.ts"
import type { Upos } from "../../schema/reading.ts"
import { type Draft, frameOf, mergedParts, overlaps, ownersOf, rangeAt, withoutAll } from "./draft.ts"
import { headlinesOf } from "./headline.ts"
import { hasWords, type View } from "./view.ts"

/** Whether a token belongs to no other draft. */
type IsFree = (index: number) => boolean

/** Linear in the lengths of the drafts and of the quotations they touch. */
export function fixBorders(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const owners = ownersOf(drafts, view.tokens.length)
  const isHeadline = new Uint8Array(view.tokens.length)
  for (const { from, to } of headlinesOf(view)) isHeadline.fill(1, from, to)
  const isUnowned: IsFree = (index) => owners[index] === -1
  const sourceOf = (source: TokenRange, cue: TokenRange | undefined): TokenRange =>
    withClause(view, sourceBorders(view, source, isUnowned), cue, isUnowned)
  return drafts.map((draft, number) => {
    const frame = frameOf(draft)
    const isFramed = (index: number): boolean => rangeAt(frame, index) !== undefined
    const isFree: IsFree = (index) => owners[index] === -1 || (owners[index] === number && !isFramed(index))
    const parts = withoutCrumbs(
      view,
      draft.content
        .map((part) => contentBorders(view, part, isFree))
        .map((part) => (isHeadline[part.from] === 1 ? toWholePhrase(view, part, isFree) : part)),
    )
    const told = withMatter(view, withNoun(view, withoutStrays(view, parts, draft), isFree), isFree)
    const whole = mergedParts(told, draft.content)
    return {
      ...draft,
      content: withoutClause(view, draft, withoutFrame(view, withGaps(view, whole, owners), frame)),
      source: draft.source === null ? null : sourceOf(draft.source, draft.cue[0]),
      cue: draft.cue.map((part) => cueBorders(view, part)),
    }
  })
}

/** “Minister denies [strike | on Port Ana]”: a headline adds nothing of its own to what somebody says. */
function toWholePhrase(view: View, part: TokenRange, isFree: IsFree): TokenRange {
  const tree = view.treeOf(part.from)
  const { to } = tree.rangeOf(tree.topOf(part))
  const isLonger = to > part.to && view.wordOf(part.to) !== "," && areFree(part.to, to, isFree)
  return isLonger ? { from: part.from, to } : part
}

// “[the road itself], which is straight in the vicinity, [will be examined]”: what lies between two parts in one
// sentence and belongs to nobody is the content's too.
function withGaps(view: View, content: NonEmpty<TokenRange>, owners: Int32Array): NonEmpty<TokenRange> {
  const gaps: TokenRange[] = []
  content.forEach((part, index) => {
    const before = content[index - 1]
    if (before === undefined || view.sentenceOf(before.to - 1) !== view.sentenceOf(part.from)) return
    if (owners.subarray(before.to, part.from).every((owner) => owner === -1))
      gaps.push({ from: before.to, to: part.from })
  })
  return mergedParts([...content, ...gaps], content)
}

// “We hit no ship, he said. The harbour …  — a quotation that is never closed holds its own cue and speaker: the
// words around them are the content, they are the reporter's.
function withoutFrame(
  view: View,
  content: NonEmpty<TokenRange>,
  frame: readonly TokenRange[],
): NonEmpty<TokenRange> {
  if (!frame.some((range) => content.some((part) => overlaps(part, range)))) return content
  const left = withoutAll(content, frame)
  const words = left.filter((part) => hasWords(view, part))
  return cutContent(view, content, words)
}

const CRUMBS: ReadonlySet<Upos> = new Set(["DET", "ADP", "CCONJ", "PUNCT", "PART", "SCONJ"])

/** “[The] | but the markets are likely to …”: single words that say nothing are no parts of their own. */
function withoutCrumbs(view: View, parts: readonly TokenRange[]): readonly TokenRange[] {
  const isCrumb = ({ from, to }: TokenRange): boolean =>
    to - from === 1 && CRUMBS.has(view.tokenAt(from).upos)
  return parts.every(isCrumb) ? parts : parts.filter((part) => !isCrumb(part))
}

/**
 * “A resident said [he had counted 30 bodies]. Wagner did not respond to [a request for comment].”: what begins in the midst
 * of another sentence, without quotation marks, is not his.
 */
function withoutStrays(view: View, parts: readonly TokenRange[], { cue }: Draft): readonly TokenRange[] {
  if (cue.length === 0 || parts.length < 2) return parts
  const told = new Set(cue.map(({ from }) => view.sentenceOf(from)))
  const isStray = ({ from }: TokenRange): boolean => {
    const sentence = view.sentenceOf(from)
    const start = view.sentences[sentence]?.from ?? from
    return !told.has(sentence) && !view.isQuoted(from) && !view.isOpening(from) && from - start > MOST_BEFORE
  }
  const kept = parts.filter((part) => !isStray(part))
  return kept.length === 0 ? parts : kept
}

/** Words before what goes on with the sentence before: “And” */
const MOST_BEFORE = 2

/** The borders of one part of a content. */
export function contentBorders(view: View, part: TokenRange, isFree: IsFree): TokenRange {
  const marked = withoutDateline(view, withoutReportersMarks(view, toQuotationMarks(view, part, isFree)))
  const whole = toPhraseEnd(view, withoutTimeBefore(view, withNounBefore(view, marked, isFree)), isFree)
  return toBracketEnd(view, withoutRefusal(view, whole), isFree)
}

/** “[a Project of Common Interest (PCI | )]” */
function toBracketEnd(view: View, { from, to }: TokenRange, isFree: IsFree): TokenRange {
  if (to >= view.tokens.length || view.wordOf(to) !== ")" || !isFree(to)) return { from, to }
  for (let index = to - 1; index >= from && to - index <= MOST_LED_WORDS; index -= 1) {
    if (view.wordOf(index) === ")") break
    if (view.wordOf(index) === "(") return { from, to: to + 1 }
  }
  return { from, to }
}

/** “Police [in the city of Porto have arrested a man], prosecutors said”: what begins within a noun phrase begins with its noun, when that is nobody else's. */
function withNounBefore(view: View, part: TokenRange, isFree: IsFree): TokenRange {
  const { from, to } = part
  const tree = view.treeOf(from)
  if (!tree.has(from) || view.isQuoted(from) || tree.at(from).relation !== "case") return part
  const inner = tree.headOf(from)
  const noun = inner !== null && tree.at(inner).relation === "nmod" ? tree.headOf(inner) : null
  if (noun === null || noun >= from || inner === null || inner >= to || !isNoun(tree, noun)) return part
  const start = nounPhrase(tree, noun).from
  return areFree(start, from, isFree) ? { from: start, to } : part
}

/** “said it [was being looked into | and would not comment further]”: that somebody says no more is the reporter's. */
function withoutRefusal(view: View, part: TokenRange): TokenRange {
  for (let at = part.to - 1; at > part.from + 1 && at > part.to - MOST_OF_REFUSAL; at -= 1) {
    if (!/^(?:and|but)$/i.test(view.wordOf(at)) || view.isQuoted(at)) continue
    if (REFUSAL.test(view.textOf({ from: at + 1, to: part.to })))
      return withoutReportersMarks(view, { from: part.from, to: at })
  }
  return part
}

const REFUSAL =
  /^(?:(?:would|will|did|could|does|do)(?: not|n['’]t) |(?:has |have )?(?:declined|refused) to )(?:comment|elaborate|respond|say more|give (?:any )?details)\b|^(?:gave|offered|provided) no (?:further |other )?(?:details?|reasons?|explanations?)\b/i

/** Words of “and would not comment further on the case” at most. */
const MOST_OF_REFUSAL = 12

/** Words of a dateline at most: “PORT-AU-PRINCE, Haiti, Jan. 12, 2010 (Reuters) —”. */
const MOST_OF_DATELINE = 14

/** “[GENEVA — | Soldiers killed …]”: where a report was written is nobody's words. */
function withoutDateline(view: View, { from, to }: TokenRange): TokenRange {
  if (!view.startsParagraph(from) || !/^\p{Lu}[\p{Lu}.’'-]+$/u.test(view.wordOf(from))) return { from, to }
  for (let index = from + 1; index < Math.min(to - 1, from + MOST_OF_DATELINE); index += 1) {
    if (/^(?:[-–—]|--)$/.test(view.wordOf(index))) return { from: index + 1, to }
    if (!/^[\p{Lu}\d,.()/]/u.test(view.wordOf(index))) break
  }
  return { from, to }
}

const TIME =
  /^(?:on|in|late|early|last|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|night|week|month|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}|,)$/i

/** Words between a cue and “that” which may tell when it was said. */
const MOST_TIME_WORDS = 5

/** “denied [on Thursday | that …]”: when somebody says it is nothing of what is said. */
function withoutTimeBefore(view: View, { from, to }: TokenRange): TokenRange {
  for (let that = from; that < Math.min(to - 1, from + MOST_TIME_WORDS); that += 1) {
    const word = view.wordOf(that)
    if (word.toLowerCase() === "that") return { from: that, to }
    if (!TIME.test(word)) break
  }
  return { from, to }
}

const LEADING: ReadonlySet<Upos> = new Set(["DET", "ADP", "CCONJ", "SCONJ"])

/** How far a content is led on to the end of a phrase that it began. */
const MOST_LED_WORDS = 8

/** “more events are planned until [| December]”: what a last word leads comes in; when that is not free, the word leaves. */
function toPhraseEnd(view: View, part: TokenRange, isFree: IsFree): TokenRange {
  const last = part.to - 1
  if (part.to - part.from < 3 || view.isQuoted(last) || !LEADING.has(view.tokenAt(last).upos)) return part
  const tree = view.treeOf(last)
  const head = tree.headOf(last)
  // “the deal that they had agreed [on]”: it leads nothing.
  if (head === null || head < last) return part
  const { to } = nounPhrase(tree, head)
  const isNear = to - part.to <= MOST_LED_WORDS
  return isNear && areFree(part.to, to, isFree) ? { from: part.from, to } : { from: part.from, to: last }
}

/** “[a | version of events], which he disputed”: an article that is all of a content brings its noun. */
function withNoun(view: View, parts: readonly TokenRange[], isFree: IsFree): readonly TokenRange[] {
  const [only, ...others] = parts
  if (only === undefined || others.length > 0 || only.to - only.from > 1) return parts
  const tree = view.treeOf(only.from)
  const head = tree.headOf(only.from)
  if (head === null || head < only.from || view.tokenAt(only.from).upos !== "DET") return parts
  const end = Math.min(nounPhrase(tree, head).to, only.to + MOST_LED_WORDS)
  let to = only.to
  while (to < end && isFree(to)) to += 1
  return [{ from: only.from, to }]
}

/** “rejected [any role | in the alleged attack]”: in or for what, where a content is such a noun. */
function withMatter(view: View, parts: readonly TokenRange[], isFree: IsFree): readonly TokenRange[] {
  const [only, ...others] = parts
  if (only === undefined || others.length > 0) return parts
  const noun = only.to - 1
  const tree = view.treeOf(noun)
  if (!tree.has(noun) || !OF_A_MATTER.has(tree.at(noun).lemma.toLowerCase())) return parts
  const [matter] = tree.childrenBy(noun, "nmod").filter((each) => each > noun)
  if (matter === undefined || tree.rangeOf(matter).from !== only.to) return parts
  const { to } = nounPhrase(tree, matter)
  return to - only.to <= MOST_LED_WORDS && areFree(only.to, to, isFree) ? [{ from: only.from, to }] : parts
}

const OF_A_MATTER = new Set(
  "role part hand involvement participation complicity responsibility blame".split(" "),
)

function toQuotationMarks(view: View, part: TokenRange, isFree: IsFree): TokenRange {
  let { from, to } = part
  const first = view.quotationOf(from)
  // “[It is important] we turn the page,” he noted.
  //   ^ the network began late: back to the mark, unless other statements lie between.
  if (first !== null && !view.isClosing(from) && areFree(first.range.from, from, isFree))
    from = first.range.from
  // [It is important] …, with the mark just before.
  else if (from > 0 && view.isOpening(from - 1) && isFree(from - 1)) from -= 1
  const last = view.quotationOf(to - 1)
  if (last !== null && !view.isOpening(to - 1) && areFree(to, last.range.to, isFree))
    to = Math.max(to, last.range.to)
  return { from, to }
}

function areFree(from: number, to: number, isFree: IsFree): boolean {
  for (let index = from; index < to; index++) if (!isFree(index)) return false
  return true
}

// “…,” said X: the comma inside the marks stays. He said it was over.  the full stop is the reporter's.
const REPORTERS_MARKS = new Set([",", ";", ":", ".", "–", "—", "--"])

function withoutReportersMarks(view: View, part: TokenRange): TokenRange {
  let { from, to } = part
  const isStray = (index: number): boolean => !view.isQuoted(index) && REPORTERS_MARKS.has(view.wordOf(index))
  // “that it was over, but | grew tired”: the conjunction leads what comes after.
  if (to - from > 2 && isStray(to - 2) && view.tokenAt(to - 1).upos === "CCONJ") to -= 2
  while (to - from > 1 && (isStray(from) || view.isClosing(from))) from += 1
  while (to - from > 1 && (isStray(to - 1) || view.isOpening(to - 1))) to -= 1
  return { from, to }
}

/** “Lavrov, the minister, said”: an apposition that a comma opens is closed by the next one, which belongs to it. */
function sourceBorders(view: View, source: TokenRange, isFree: IsFree): TokenRange {
  let { from, to } = source
  while (to - from > 1 && isMark(view, from)) from += 1
  to = beforeClause(view, { from, to })
  const commas = countCommas(view, { from, to })
  const isClosed = to < view.tokens.length && view.wordOf(to) === "," && isFree(to)
  if (commas === 1 && isClosed) return { from, to: to + 1 }
  // “Lavrov, said”: nothing was opened.
  if (commas === 1 && to - from > 1 && view.wordOf(to - 1) === ",") return { from, to: to - 1 }
  return { from, to }
}

/**
 * “[Documents | seen by this paper] show”, “[a man | who answered his telephone] said”: a clause without a comma tells which, and
 * belongs to the source where nothing but it stands before the cue.
 */
function withClause(view: View, source: TokenRange, cue: TokenRange | undefined, isFree: IsFree): TokenRange {
  const tree = view.treeOf(source.from)
  const { from, to } = source
  if (cue === undefined || cue.from <= to || !tree.has(cue.from) || view.wordOf(to) === ",") return source
  const endsThere = tree.childrenBy(tree.topOf(source), "acl").some((verb) => {
    const clause = tree.rangeOf(verb)
    return from < clause.from && clause.from <= to && clause.to === cue.from
  })
  return endsThere && areFree(to, cue.from, isFree) ? { from, to: cue.from } : source
}

/**
 * “A doctor | , who asked not to be named, said”, “found his card | , which had been stolen in January”: what only describes
 * somebody or something at the end is left out. “Those who fled” stays whole, and so does what goes on behind the clause:
 * “Smith, who won, and his wife”.
 */
function beforeClause(view: View, { from, to }: TokenRange): number {
  const tree = view.treeOf(from)
  for (let index = from + 1; index < to - 1; index += 1) {
    if (view.wordOf(index) !== "," || !/^(?:who|which|whose|whom)$/i.test(view.wordOf(index + 1))) continue
    const clause = tree.has(index + 1) ? clauseOf(tree, index + 1) : null
    if (index + 2 === to || clause === null || tree.rangeOf(clause).to >= to - 1) return index
  }
  return to
}

/** The verb of the clause that a relative pronoun leads; “whose” hangs on a noun of it: “whose *programme* was watched”. */
function clauseOf(tree: Tree, pronoun: number): number | null {
  const above = tree.headOf(pronoun)
  return above !== null && tree.at(pronoun).relation === "nmod:poss" ? tree.headOf(above) : above
}

/** The content behind its cue less a clause at its end that may be the report's own; what is quoted stays whole. */
function withoutClause(view: View, { cue }: Draft, content: NonEmpty<TokenRange>): NonEmpty<TokenRange> {
  const last = content.at(-1)!
  const begin = cue.at(-1)
  if (begin === undefined || begin.to > last.from || view.isQuoted(last.from) || view.isQuoted(last.to - 1))
    return content
  const start = Math.max(last.from, view.sentences[view.sentenceOf(last.to - 1)]?.from ?? last.from)
  const end = beforeClause(view, { from: start, to: last.to })
  return end === last.to || end <= last.from ? content : endedAt(view, content, end)
}

function countCommas(view: View, { from, to }: TokenRange): number {
  let count = 0
  for (let index = from; index < to; index++) if (view.wordOf(index) === ",") count += 1
  return count
}

function isMark(view: View, index: number): boolean {
  return view.isOpening(index) || view.isClosing(index) || view.wordOf(index) === ","
}

// “He also said”: “also” adds to what was told before, it does not tell how it was said.
const ADDITIVE = new Set([
  "also",
  "further",
  "furthermore",
  "moreover",
  "then",
  "and",
  "but",
  "while",
  "as",
  "too",
])
const TIME_ADVERBS = new Set([
  "later",
  "earlier",
  "recently",
  "today",
  "yesterday",
  "now",
  "meanwhile",
  "afterward",
  "afterwards",
  "tonight",
  "once",
  "soon",
  "already",
  "previously",
])

/** Commas, additive and time adverbs leave the ends of a cue; what stands between its words stays. */
export function cueBorders(view: View, cue: TokenRange): TokenRange {
  let { from, to } = cue
  const isAside = (index: number): boolean => {
    const word = view.wordOf(index).toLowerCase()
    return ADDITIVE.has(word) || TIME_ADVERBS.has(word) || isMark(view, index)
  }
  while (to - from > 1 && isAside(from)) from += 1
  // “indicated on | Monday”: a preposition that leads what is left out.
  const leadsTime = to < view.tokens.length && TIME_NOUNS.has(view.wordOf(to).toLowerCase())
  if (leadsTime && to - from > 1 && /^(on|in|at|by)$/i.test(view.wordOf(to - 1))) to -= 1
  for (;;) {
    while (to - from > 1 && isAside(to - 1) && view.wordOf(to - 1).toLowerCase() !== "as") to -= 1
    const shorter = withoutTime(view, { from, to })
    if (shorter.to === to) return { from, to }
    to = shorter.to
  }
}

const TIME_NOUNS = new Set([
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "week",
  "weekend",
  "month",
  "year",
  "morning",
  "afternoon",
  "evening",
  "night",
  "today",
  "yesterday",
  "day",
  "days",
  "weeks",
  "months",
  "years",
  "hours",
  "ago",
  "spring",
  "summer",
  "autumn",
  "winter",
  "jan.",
  "feb.",
  "aug.",
  "sept.",
  "oct.",
  "nov.",
  "dec.",
])
const TIME_HELPERS = new Set([
  "on",
  "in",
  "last",
  "this",
  "next",
  "late",
  "early",
  "earlier",
  "later",
  "the",
  "of",
  "a",
  "an",
  "during",
  "that",
  "same",
  "past",
  "few",
  "several",
  "'s",
  "’s",
  "at",
  "by",
  ",",
])

/** “said on Friday” → “said”: a trailing time expression leaves. */
export function withoutTime(view: View, range: TokenRange): TokenRange {
  let from = range.to
  let hasNoun = false
  while (from > range.from + 1) {
    const word = view.wordOf(from - 1).toLowerCase()
    const isNoun = TIME_NOUNS.has(word)
    if (!isNoun && !TIME_HELPERS.has(word) && !/^\d+(st|nd|rd|th)?$/.test(word)) break
    // “in the year”: helpers count only before a noun of time.
    if (!isNoun && !hasNoun && from === range.to && !/^\d/.test(word)) break
    hasNoun ||= isNoun
    from -= 1
  }
  return hasNoun ? { from: range.from, to: from } : range
}

/** Marks that may open, and close, a quotation within a quotation. */
export const INNER_OPENING = /^["“„‟«‘‹‚'`]$|^``$/
export const INNER_CLOSING = /^["”“»’›']$|^''$/

/**
 * The borders of words within somebody's words, where marks and commas are all quoted: “He said, [‘it is over.’]”.
 * Marks of a quotation within the quotation that stand around the part, or begin it, are taken in with all that
 * stands between them; commas and the outer marks leave. `limit`: the end of the outer words.
 */
export function innerBorders(view: View, part: TokenRange, limit: number): TokenRange {
  let { from, to } = part
  const isOuterMark = (index: number): boolean => view.isOpening(index) || view.isClosing(index)
  while (to - from > 1 && (/^[,:]$/.test(view.wordOf(from)) || isOuterMark(from))) from += 1
  while (to - from > 1 && isOuterMark(to - 1)) to -= 1
  const opens = (index: number): boolean => INNER_OPENING.test(view.wordOf(index)) && !isOuterMark(index)
  if (!view.isQuoted(from)) return withoutReportersMarks(view, { from, to })
  if (from > 0 && !opens(from) && opens(from - 1) && view.isQuoted(from - 1)) from -= 1
  if (opens(from)) {
    const close = closingAfter(view, from, Math.min(limit, to + MAX_INNER_WORDS))
    if (close !== null) return { from, to: Math.max(to, close + 1) }
  }
  while (to - from > 1 && /^[.,;:]$/.test(view.wordOf(to - 1))) to -= 1
  return { from, to }
}

/**
 * “The mayor said a witness said, [“It was the navy.”]”: marks that begin or end with the words belong to them where nothing
 * around them is quoted. `outer`: the words that they lie in.
 */
export function withOwnMarks(view: View, { from, to }: TokenRange, outer: TokenRange): TokenRange {
  const [first, last] = [view.quotationOf(from), view.quotationOf(to - 1)]
  const opens = first !== null && first.range.from === from - 1 && first.range.from >= outer.from
  const end = last?.range.to ?? to
  const closes =
    last !== null &&
    end > to &&
    end <= outer.to &&
    last.range.from >= outer.from &&
    !hasWords(view, { from: to, to: end })
  return { from: opens ? from - 1 : from, to: closes ? end : to }
}

/** How far a quotation within a quotation is followed beyond the clause that it begins in. */
const MAX_INNER_WORDS = 60

/** The first inner mark that closes after `open`; null when there is none before `limit`. */
function closingAfter(view: View, open: number, limit: number): number | null {
  for (let index = open + 1; index < limit && index < view.tokens.length; index++) {
    if (view.isClosing(index)) return null
    if (INNER_CLOSING.test(view.wordOf(index))) return index
  }
  return null
}

/** A content that ends at `to`, which lies in its last part or behind it. */
export function endedAt(view: View, content: NonEmpty<TokenRange>, to: number): NonEmpty<TokenRange> {
  const last = content.at(-1)!
  const kept = [...content.slice(0, -1), { from: last.from, to: Math.min(last.to, to) }]
  return cutContent(view, mergedParts(kept, content), kept)
}

/** The parts of a content with the words of a hole cut out of them and their borders put right again. */
export function cutContent(
  view: View,
  content: NonEmpty<TokenRange>,
  parts: readonly TokenRange[],
): NonEmpty<TokenRange> {
  const cut = parts.map((part) => withoutReportersMarks(view, part))
  return mergedParts(
    cut.filter((part) => hasWords(view, part)),
    content,
  )
}
