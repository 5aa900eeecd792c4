// Plain text to blocks. In: the decoded file, which is the report's text as it is. Out: where its blocks stand.
import type { Block } from "../schema/doc.ts"
import type { Span } from "../schema/positions.ts"
import { agencyOf, datelineLength, isByline, isDateLine } from "./block-kinds.ts"
import { readDay } from "./metadata/days.ts"

interface Line extends Span {
  readonly text: string
  /** Empty lines between this line and the one before. */
  readonly gap: number
}

/** A headline is shorter than this and ends without a full stop: “US, allies ‘bombed’ Syria peace talks: Lavrov”. */
const MAX_HEADLINE = 200

/** Lines after the headline that may be byline or date. */
const MAX_HEAD_LINES = 4

/** Blocks of `text` in order; they hold everything but white space. Time grows with the text. */
export function findBlocks(text: string): readonly Block[] {
  const lines = splitLines(text)
  const paragraphs = isHardWrapped(lines) ? joinWrapped(lines) : lines
  return paragraphs.flatMap((line, index) => lineBlocks(text, line, index, paragraphs))
}

/** Lines with something in them, without the white space around it. */
function splitLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let gap = 0
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+|\r\n|[\r\n\u2028\u2029]/g)) {
    const raw = match[0]
    if (/^[\r\n\u2028\u2029]/.test(raw)) {
      gap++
      continue
    }
    const trimmed = raw.trim()
    if (trimmed === "") continue
    const start = match.index + raw.indexOf(trimmed)
    lines.push({ start, end: start + trimmed.length, text: trimmed, gap: Math.max(0, gap - 1) })
    gap = 0
  }
  return lines
}

/** Of a text of few lines only a sentence that plainly goes on below tells: “… border guards fired¶on their boat”. */
function goesOnBelow(line: Line, next: Line | undefined): boolean {
  return next?.gap === 0 && /\p{Ll}$/u.test(line.text) && /^\p{Ll}/u.test(next.text)
}

/** A line that ends as a sentence may, marks and brackets after the full stop included. */
const SENTENCE_END = /[.!?…:]["”’'»)\]]*$/

/**
 * Whether the file's lines were broken at a width, as in mail: most lines that
 * do not end a paragraph are about as long as the longest, and end within a sentence.
 */
function isHardWrapped(lines: readonly Line[]): boolean {
  const inner = lines.filter((_, index) => lines[index + 1]?.gap === 0)
  if (inner.length < 3 && !lines.some((line, index) => goesOnBelow(line, lines[index + 1]))) return false
  const width = Math.max(...inner.slice(0, 2000).map((line) => line.end - line.start))
  if (width > 120 || width < 40) return false
  const full = inner.filter((line) => line.end - line.start > 0.75 * width)
  const broken = full.filter((line) => !SENTENCE_END.test(line.text))
  return full.length >= 0.6 * inner.length && broken.length >= 0.5 * full.length
}

/**
 * Joins the lines of each paragraph: one ends at an empty line, at a line well short of the width, and at one that ends a
 * sentence where the next word would still have had room.
 */
function joinWrapped(lines: readonly Line[]): readonly Line[] {
  let width = 0
  for (const line of lines) width = Math.max(width, Math.min(line.end - line.start, 120))
  const joined: Line[] = []
  for (const [index, line] of lines.entries()) {
    const [last, before] = [joined.at(-1), lines[index - 1]]
    if (last !== undefined && before !== undefined && line.gap === 0 && goesOn(before, line, width)) {
      joined[joined.length - 1] = { ...last, end: line.end, text: `${last.text} ${line.text}` }
    } else {
      joined.push(line)
    }
  }
  return joined
}

function goesOn(line: Line, next: Line, width: number): boolean {
  const length = line.end - line.start
  const word = next.text.search(/\s/)
  const isFull = length + 1 + (word < 0 ? next.text.length : word) > width
  return isFull || (length > 0.6 * width && !SENTENCE_END.test(line.text))
}

function lineBlocks(text: string, line: Line, index: number, lines: readonly Line[]): readonly Block[] {
  const span = { start: line.start, end: line.end }
  if (index === 0 && isHeadline(line, lines)) return [{ kind: "headline", span }]
  if (index < MAX_HEAD_LINES || index >= lines.length - 1) {
    if (isByline(line.text)) return [{ kind: "byline", span }]
    if (isDateLine(line.text)) return [{ kind: "dateline", span }]
  }
  return withDateline(text, "paragraph", span)
}

function isHeadline(line: Line, lines: readonly Line[]): boolean {
  if (lines.length < 2 || line.text.length > MAX_HEADLINE) return false
  return !/[.!…]["”’'»)\]]*$/.test(line.text) && !isByline(line.text) && !isDateLine(line.text)
}

/**
 * The day that a line of its own or a dateline prints at the head of the text, "2019-10-10" for “Thursday, October 10,
 * 2019”; null where none does. Of a line that tells only of a change, “Updated April 21, 2018”, nothing is taken.
 */
export function findPrintedDay(text: string, blocks: readonly Block[]): string | null {
  for (const line of datelinesAtHead(text, blocks)) {
    if (/^\s*(?:last\s+)?(?:updated|modified|changed)/i.test(line)) continue
    const printed = readDay(line)
    if (printed !== null) return printed.day
  }
  return null
}

/** The agency that a dateline at the head of the text names; null where none does. It sent the report, whoever prints it. */
export function findAgency(text: string, blocks: readonly Block[]): string | null {
  return (
    datelinesAtHead(text, blocks)
      .map(agencyOf)
      .find((agency) => agency !== null) ?? null
  )
}

function datelinesAtHead(text: string, blocks: readonly Block[]): readonly string[] {
  const datelines = blocks.slice(0, MAX_HEAD_LINES + 1).filter(({ kind }) => kind === "dateline")
  return datelines.map(({ span }) => text.slice(span.start, span.end))
}

/** A paragraph's dateline as a block of its own: “WASHINGTON (AP) — ” and what follows it. */
export function withDateline(text: string, kind: Block["kind"], span: Span): readonly Block[] {
  const length =
    kind === "paragraph" ? datelineLength(text.slice(span.start, Math.min(span.end, span.start + 100))) : 0
  if (length === 0) return [{ kind, span }]
  const start = span.start + length
  const dateline = text.slice(span.start, start).trimEnd()
  return [
    { kind: "dateline", span: { start: span.start, end: span.start + dateline.length } },
    { kind, span: { start, end: span.end } },
  ]
}
