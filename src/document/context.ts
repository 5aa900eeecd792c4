// The words around a stretch of text, as W3C text quote selectors carry them: enough to tell two equal
// quotations apart, and to find one again after the text has changed.
import type { Span } from "../schema/positions.ts"
import { isPair } from "./code-points.ts"

/** The length that Hypothesis and the W3C's examples use. */
const CONTEXT_LENGTH = 32

// What belongs to the character before it: accents, variation selectors (both \p{M}), zero-width joiner, skin tones.
const EXTENDS = /^(?:\p{M}|\u200c|\u200d|\p{Emoji_Modifier})/u

export interface Context {
  /** At most 32 UTF-16 units before the span; shorter at the text's beginning and where the 32nd unit is mid-character. */
  readonly prefix: string
  readonly suffix: string
}

/** What stands directly before and after `span`. The far ends never fall inside a surrogate pair, nor between a letter and its accents. */
export function contextOf(text: string, span: Span): Context {
  // Both ends give way towards the span: 32 is a most, not an exact, length.
  let start = Math.max(span.start - CONTEXT_LENGTH, 0)
  while (start < span.start && splitsCharacter(text, start)) start++
  let end = Math.min(span.end + CONTEXT_LENGTH, text.length)
  while (end > span.end && splitsCharacter(text, end)) end--
  return { prefix: text.slice(start, span.start), suffix: text.slice(span.end, end) }
}

/** Whether a cut at `offset` would part what a reader sees as one character: “😀”, “é” as e + accent, a joined emoji. */
function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  if (isPair(text, offset - 1)) return true
  return EXTENDS.test(text.slice(offset, offset + 2)) || text[offset - 1] === "\u200d"
}
