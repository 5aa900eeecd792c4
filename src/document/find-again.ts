// Finding words again in a text that may have changed since they were copied.
import type { Span } from "../schema/positions.ts"

export interface FindAgainOptions {
  /** Where the words began before, in UTF-16 code units. */
  readonly hint: number
}

/**
 * Where `words` stand in `text` now, character for character: at the hint
 * itself, else the occurrence nearest to it.
 *
 * Null when they are not there, when `words` is empty, and when two occurrences
 * are equally near, since either could be meant. Time grows with the length of `text`.
 */
export function findAgain(text: string, words: string, options: FindAgainOptions): Span | null {
  if (words === "") return null
  const hint = Math.min(Math.max(options.hint, 0), text.length)
  const after = text.indexOf(words, hint)
  const before = hint === 0 ? -1 : text.lastIndexOf(words, hint - 1)
  if (after === -1 && before === -1) return null
  if (after !== -1 && before !== -1 && after - hint === hint - before) return null
  const start = before === -1 || (after !== -1 && after - hint < hint - before) ? after : before
  return { start, end: start + words.length }
}
