// The report as the rules of this folder look at it: sentences with trees, paragraphs, quotations. In: what the
// earlier stages found. Out: one object that answers by token index; trees are made when first asked for.
import { firstIndex } from "../../base/binary-search.ts"
import { type Tree, treeOver } from "../../grammar/index.ts"
import type { Lexicon } from "../../lexicon/index.ts"
import type { Doc } from "../../schema/doc.ts"
import type { Span, TokenRange } from "../../schema/positions.ts"
import type { Token, Tokens } from "../../schema/reading.ts"
import type { HeadName, Scores } from "../network/scores.ts"
import { decodeSpans, type TaggedSpan } from "../spans/index.ts"
import { joinSourceless } from "./sourceless.ts"

/** States of words towards quotation marks, as `read/tokens` gives them. */
const INSIDE = 1
const OPENING = 2
const CLOSING = 3

export interface AttributionInput {
  readonly doc: Doc
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
  readonly scores: Scores
  readonly lexicon: Lexicon
  readonly quotes: {
    /** Per token: 0 outside quotation marks, 1 inside, 2 an opening mark, 3 a closing mark. */
    readonly states: Uint8Array
    /** Tokens that open a quotation which nothing closes. */
    readonly unclosed: readonly number[]
  }
}

/**
 * Added to the log-probability of beginning a cue without a source. On PolNeAR dev 0 → 1.5: recall of statements without
 * a source .30 → .36, sources invented .26 → .21, relation@0.5 .713 → .708 (2026-11-28).
 */
const SOURCELESS_LIFT = 1.5

/**
 * Added to the log-probability that a word is of a cue or a source: the network would rather miss one than be wrong, and
 * takes a speaker for a part of the words. On PolNeAR dev 0 → 0.5: relation@0.5 .710 → .716, recall of mixed statements
 * .792 → .803, of those without a source .405 → .421, sources invented .214 → .198 (2026-11-29).
 */
const FRAME_LIFT = 0.5
const FRAME_BIAS = Object.fromEntries(
  ["B-cue", "I-cue", "B-source", "I-source"].map((name) => [name, FRAME_LIFT]),
)

/** One run of words between outermost quotation marks within one paragraph, marks included. */
export interface Quotation {
  readonly range: TokenRange
  /** False when its paragraph ends first. */
  readonly isClosed: boolean
  /** Whether it goes on with a quotation that the paragraph before left open. */
  readonly isContinued: boolean
}

export interface View extends AttributionInput {
  readonly text: string
  readonly paragraphs: readonly TokenRange[]
  readonly quotations: readonly Quotation[]
  wordOf(index: number): string
  textOf(range: TokenRange): string
  /** In small letters. */
  lemmasOf(range: TokenRange): readonly string[]
  spanOf(range: TokenRange): Span
  tokenAt(index: number): Token
  /** Number of the sentence that holds the token. */
  sentenceOf(index: number): number
  paragraphOf(index: number): number
  startsParagraph(index: number): boolean
  treeOf(index: number): Tree
  /** The spans that the network sees, in text order. Found when first asked for. */
  tagged(head: HeadName): readonly TaggedSpan[]
  /** Those of them that overlap `range`. Logarithmic, but for what is found. */
  taggedIn(head: HeadName, range: TokenRange): readonly TaggedSpan[]
  /** The outermost quotation that holds the token, its marks included; null outside. */
  quotationOf(index: number): Quotation | null
  isQuoted(index: number): boolean
  isOpening(index: number): boolean
  isClosing(index: number): boolean
}

/** Takes time and memory in proportion to the text. */
export function viewReport(input: AttributionInput): View {
  const { doc, tokens, sentences, quotes } = input
  const text = doc.text
  const paragraphs = findParagraphs(text, tokens)
  const quotations = findQuotations(quotes.states, paragraphs)
  const sentenceNumbers = numbersOf(sentences, tokens.length)
  const paragraphNumbers = numbersOf(paragraphs, tokens.length)
  const quotationNumbers = numbersOf(
    quotations.map(({ range }) => range),
    tokens.length,
  )
  const tagged = new Map<HeadName, readonly TaggedSpan[]>()
  const startsParagraph = (index: number): boolean =>
    paragraphs[paragraphNumbers[index] ?? -1]?.from === index
  const isWithinMarks = (index: number): boolean => (quotes.states[index] ?? 0) !== 0
  // A name, a source or a cue ends with its paragraph; a content may go on from one paragraph of a quotation to the
  // next. A headline's words do not: “Minister denies strike”, and below it a quotation.
  const mayGoOn = (role: string, index: number): boolean =>
    !startsParagraph(index) || (role === "content" && isWithinMarks(index) && isWithinMarks(index - 1))
  const sentenceOf = (index: number): number => Math.max(0, sentenceNumbers[index] ?? 0)
  const treeOf = (index: number): Tree => treeOver(tokens, sentences[sentenceOf(index)] ?? { from: 0, to: 0 })
  const taggedOf = (head: HeadName): readonly TaggedSpan[] => {
    const known = tagged.get(head)
    if (known !== undefined) return known
    const all = input.scores.head(head)
    const scores = head === "attribution" ? joinSourceless(all, SOURCELESS_LIFT) : all
    const bias = head === "attribution" ? FRAME_BIAS : {}
    const spans = decodeSpans(scores, { mayGoOn, bias })
    tagged.set(head, spans)
    return spans
  }
  const spanOf = ({ from, to }: TokenRange): Span => ({ start: tokens.start(from), end: tokens.end(to - 1) })
  return {
    ...input,
    text,
    paragraphs,
    quotations,
    wordOf: (index) => text.slice(tokens.start(index), tokens.end(index)),
    spanOf,
    textOf: (range) => text.slice(spanOf(range).start, spanOf(range).end),
    lemmasOf: ({ from, to }) =>
      Array.from({ length: to - from }, (_, word) => tokens.at(from + word).lemma.toLowerCase()),
    sentenceOf,
    paragraphOf: (index) => Math.max(0, paragraphNumbers[index] ?? 0),
    startsParagraph,
    tagged: taggedOf,
    taggedIn: (head, range) => spansIn(taggedOf(head), range),
    treeOf,
    tokenAt: (index) => treeOf(index).at(index),
    quotationOf: (index) => quotations[quotationNumbers[index] ?? -1] ?? null,
    isQuoted: isWithinMarks,
    isOpening: (index) => quotes.states[index] === OPENING,
    isClosing: (index) => quotes.states[index] === CLOSING,
  }
}

/** Whether a letter stands in `range`. */
export function hasLetters(view: View, range: TokenRange): boolean {
  return /\p{L}/u.test(view.textOf(range))
}

/** Whether a letter or a digit stands in `range`: more than marks. */
export function hasWords(view: View, range: TokenRange): boolean {
  return /[\p{L}\p{N}]/u.test(view.textOf(range))
}

/** Paragraphs end at line breaks, as they do for quotation marks. */
function findParagraphs(text: string, tokens: Tokens): readonly TokenRange[] {
  const paragraphs: TokenRange[] = []
  let from = 0
  for (let index = 1; index <= tokens.length; index++) {
    const ends =
      index === tokens.length ||
      /[\n\r\u2028\u2029]/.test(text.slice(tokens.end(index - 1), tokens.start(index)))
    if (!ends) continue
    paragraphs.push({ from, to: index })
    from = index
  }
  return paragraphs
}

function findQuotations(states: Uint8Array, paragraphs: readonly TokenRange[]): readonly Quotation[] {
  const quotations: Quotation[] = []
  // Whether the paragraph before ended between marks.
  let isOpenStill = false
  for (const paragraph of paragraphs) {
    let from: number | null = null
    let isContinued = false
    for (let index = paragraph.from; index < paragraph.to; index++) {
      const state = states[index] ?? 0
      if (from !== null && (state === OPENING || (state !== INSIDE && state !== CLOSING))) {
        quotations.push({ range: { from, to: index }, isClosed: false, isContinued })
        from = null
      }
      if (from === null && state !== 0) {
        from = index
        isContinued = isOpenStill && index === paragraph.from
      }
      if (from !== null && state === CLOSING) {
        quotations.push({ range: { from, to: index + 1 }, isClosed: true, isContinued })
        from = null
      }
    }
    isOpenStill = from !== null
    if (from !== null) quotations.push({ range: { from, to: paragraph.to }, isClosed: false, isContinued })
  }
  return quotations
}

function spansIn(spans: readonly TaggedSpan[], { from, to }: TokenRange): readonly TaggedSpan[] {
  const first = firstIndex(spans.length, (index) => spans[index]!.range.to > from)
  let end = first
  while (end < spans.length && spans[end]!.range.from < to) end += 1
  return spans.slice(first, end)
}

/** For each token the number of the range that holds it; -1 for none. */
function numbersOf(ranges: readonly TokenRange[], length: number): Int32Array {
  const numbers = new Int32Array(length).fill(-1)
  ranges.forEach(({ from, to }, number) => {
    numbers.fill(number, from, Math.max(from, to))
  })
  return numbers
}
