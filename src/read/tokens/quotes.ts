// Which words of a text stand between quotation marks. In: the text and its words. Out: a state per word, and the
// marks that are never closed. Who speaks the quoted words is left to `read/attribution`.
import type { TokenRange } from "../../schema/positions.ts"
import { paragraphStarts } from "./paragraphs.ts"
import type { Words } from "./words.ts"

export const OUTSIDE = 0
export const INSIDE = 1
export const OPENING = 2
export const CLOSING = 3

export interface QuoteStates {
  /**
   * Per word: 0 outside, 1 inside, 2 an opening mark, 3 a closing mark. Marks of a quotation within a quotation
   * are inside (1). A quotation of several paragraphs has an opening mark (2) at each, a closing one at the last.
   */
  readonly states: Uint8Array
  /** Words that open a quotation which nothing closes; it was taken to end with its paragraph. */
  readonly unclosed: readonly number[]
}

type Family = "double" | "angle" | "single"
type Role = "open" | "close" | "either"

interface Mark {
  readonly word: number
  readonly family: Family
  readonly role: Role
  /** How many marks of this family that could close follow in the paragraph. */
  closersLeft: number
}

/**
 * Gives each word its place towards quotation marks: straight, “typographic”, „low“, «angled», ‘single’.
 *
 * A straight mark opens or closes by what stands around it, and where that does not tell, by whether a quotation
 * is open. Paragraphs are those of `paragraphStarts`. Linear.
 */
export function quoteStates(text: string, words: Words): QuoteStates {
  const states = new Uint8Array(words.length)
  const unclosed: number[] = []
  const starts = paragraphStarts(text, words)
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to < words.length && starts[to] === 0) to += 1
    const open = readParagraph(text, words, { from, to }, { states, unclosed })
    // “The first paragraph is not closed.
    // “The second one opens again: one quotation, and nothing is missing.”
    if (open !== null && !opensAgain(text, words, to, open.family)) unclosed.push(open.word)
    from = to
  }
  unclosed.sort((a, b) => a - b)
  return { states, unclosed }
}

interface Open {
  readonly family: Family
  /** The word that opened it. */
  readonly word: number
}

interface Found {
  readonly states: Uint8Array
  readonly unclosed: number[]
}

/** Returns the outermost quotation that is still open at the end; null when none is. */
function readParagraph(
  text: string,
  words: Words,
  paragraph: { readonly from: number; readonly to: number },
  found: Found,
): Open | null {
  const marks = findMarks(text, words, paragraph.from, paragraph.to)
  const { states, unclosed } = found
  const open: Open[] = []
  let next = 0
  for (let word = paragraph.from; word < paragraph.to; word += 1) {
    const mark = next < marks.length && marks[next]!.word === word ? marks[next]! : null
    if (mark !== null) next += 1
    const opened = mark === null ? -1 : lastOf(open, mark.family)
    if (mark === null || (opened < 0 && !canOpen(text, words, mark))) {
      states[word] = open.length > 0 ? INSIDE : OUTSIDE
      continue
    }
    if (mark.role !== "open" && opened >= 0) {
      open.length = opened
      states[word] = opened === 0 ? CLOSING : INSIDE
      continue
    }
    // “He said so. “We did,” he added: a mark is missing, and the first quotation ends where the second begins.
    // Enough marks to close both make it a quotation within a quotation. Deeper than 4 nobody quotes.
    if (opened >= 0 && (mark.closersLeft < countOf(open, mark.family) + 1 || open.length >= 4)) {
      if (opened === 0) unclosed.push(open[0]!.word)
      open.length = opened
    }
    states[word] = open.length === 0 ? OPENING : INSIDE
    open.push({ family: mark.family, word })
  }
  return open[0] ?? null
}

function canOpen(text: string, words: Words, mark: Mark): boolean {
  if (mark.role === "close") return false
  return mark.role === "open" || mark.closersLeft > 0 || words.textOf(mark.word, text) !== "”"
}

function lastOf(open: readonly Open[], family: Family): number {
  return open.findLastIndex((each) => each.family === family)
}

function countOf(open: readonly Open[], family: Family): number {
  return open.reduce((count, each) => count + (each.family === family ? 1 : 0), 0)
}

function opensAgain(text: string, words: Words, word: number, family: Family): boolean {
  if (word >= words.length) return false
  const first = markAt(text, words, word)
  return first !== null && first.family === family && first.role !== "close"
}

function findMarks(text: string, words: Words, from: number, to: number): readonly Mark[] {
  const marks: Mark[] = []
  for (let word = from; word < to; word += 1) {
    const found = markAt(text, words, word)
    if (found !== null) marks.push({ ...found, word, closersLeft: 0 })
  }
  const left = { double: 0, angle: 0, single: 0 }
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index]!
    mark.closersLeft = left[mark.family]
    if (mark.role !== "open") left[mark.family] += 1
  }
  return marks.filter((mark) => mark.family !== "single" || isSingleQuote(text, words, mark))
}

/** Singles are mostly apostrophes: “the workers’ rights”. One that opens needs one that closes. */
function isSingleQuote(text: string, words: Words, mark: Mark): boolean {
  if (mark.role === "open") return mark.closersLeft > 0
  // ‘the workers’ rights’: after an s, with a small letter next, and another one still to come.
  const end = words.end(mark.word)
  return !(
    mark.closersLeft > 0 &&
    /s/i.test(text[words.start(mark.word) - 1] ?? "") &&
    /^ [a-z]/.test(text.slice(end, end + 2))
  )
}

function markAt(text: string, words: Words, word: number): { family: Family; role: Role } | null {
  const start = words.start(word)
  const end = words.end(word)
  if (end - start > 2) return null
  switch (text.slice(start, end)) {
    case "“":
      // „So“: after a low mark this one closes.
      return { family: "double", role: roleByContext(text, start, end) === "close" ? "either" : "open" }
    case "„":
    case "‟":
    case "``":
      return { family: "double", role: "open" }
    case "”":
      // ” … and he left,” she said: typed for an opening mark, too, but never after a letter.
      return { family: "double", role: roleByContext(text, start, end) === "close" ? "close" : "either" }
    case '"':
    case "''":
    case "＂":
      return { family: "double", role: roleByContext(text, start, end) }
    case "«":
      return { family: "angle", role: "open" }
    case "»":
      return { family: "angle", role: "close" }
    case "‘":
    case "‹":
    case "‚":
      return { family: "single", role: "open" }
    case "›":
      return { family: "single", role: "close" }
    case "’":
      return roleByContext(text, start, end) === "close" ? { family: "single", role: "close" } : null
    case "'": {
      const role = roleByContext(text, start, end)
      return role === "either" ? null : { family: "single", role }
    }
    default:
      return null
  }
}

const MARKS = "\"“”„‟＂«»‘’‚‹›'`"

/** `open` after a space and before a letter, `close` the other way round; other marks beside it are looked past. */
function roleByContext(text: string, start: number, end: number): Role {
  let before = start - 1
  while (before >= 0 && before >= start - 3 && MARKS.includes(text[before]!)) before -= 1
  let after = end
  while (after < text.length && after < end + 3 && MARKS.includes(text[after]!)) after += 1
  const freeBefore = before < 0 || /[\s([{\u2013\u2014/-]/.test(text[before]!)
  const freeAfter = after >= text.length || /[\s)\]}.,;:!?…\u2013\u2014/-]/.test(text[after]!)
  if (freeBefore && !freeAfter) return "open"
  if (freeAfter && !freeBefore) return "close"
  return "either"
}

/** Quotations that end as a sentence or a part of one does, marks included: “They left,” in text order. */
export function endedQuotations(text: string, words: Words, states: Uint8Array): readonly TokenRange[] {
  const found: TokenRange[] = []
  let from = 0
  for (let word = 0; word < words.length; word += 1) {
    if (states[word] === OPENING) from = word
    if (states[word] === CLOSING && word > from && /^[,.!?…]+$/u.test(words.textOf(word - 1, text)))
      found.push({ from, to: word + 1 })
  }
  return found
}
