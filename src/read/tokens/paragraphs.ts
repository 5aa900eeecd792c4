// Where paragraphs begin, seen from the line breaks alone. A break that only wraps a long line is no border.
import type { Words } from "./words.ts"

/** Lines of a text wrapped by hand are not longer, and not all shorter. */
const LONGEST_WRAPPED_LINE = 120
const SHORTEST_WRAPPED_WIDTH = 40

/**
 * Per word: 1 where a paragraph begins (the first word too), else 0.
 *
 * A blank line always parts paragraphs. A single line break does, unless it stands in the middle of a sentence by all
 * looks, or the text is wrapped: no line is long, and most break where the next word would have stood over. Linear.
 */
export function paragraphStarts(text: string, words: Words): Uint8Array {
  const starts = new Uint8Array(words.length)
  const breaks = new Uint8Array(words.length)
  for (let word = 0; word < words.length; word += 1) {
    breaks[word] = word === 0 ? 2 : lineBreaks(text, words.end(word - 1), words.start(word))
  }
  const width = wrapWidth(text, words, breaks)
  let line = 0
  for (let word = 0; word < words.length; word += 1) {
    if (breaks[word] === 0) continue
    const wrapped =
      breaks[word] === 1 &&
      (goesOn(text, words, word) || (width !== null && standsOver(words, line, word, width)))
    starts[word] = wrapped ? 0 : 1
    line = word
  }
  return starts
}

/** “the ministry¶said on Friday”: no mark before the break, a small letter after it. */
function goesOn(text: string, words: Words, word: number): boolean {
  return /[\p{L},]/u.test(text[words.end(word - 1) - 1]!) && /\p{Ll}/u.test(text[words.start(word)]!)
}

/** 0, 1, or 2 for two and more. */
function lineBreaks(text: string, start: number, end: number): 0 | 1 | 2 {
  let count = 0
  for (let at = start; at < end && count < 2; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 0x2029 || unit === 0x0c) count += 2
    else if (unit === 0x0a || unit === 0x2028 || unit === 0x85) count += 1
    else if (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a) count += 1
  }
  return count === 0 ? 0 : count === 1 ? 1 : 2
}

/** The width a text is wrapped at; null when it is not. */
function wrapWidth(text: string, words: Words, breaks: Uint8Array): number | null {
  let width = 0
  let line = 0
  for (let word = 1; word <= words.length; word += 1) {
    if (word < words.length && breaks[word] === 0) continue
    width = Math.max(width, words.end(word - 1) - words.start(line))
    line = word
  }
  if (width > LONGEST_WRAPPED_LINE || width < SHORTEST_WRAPPED_WIDTH) return null
  let single = 0
  let over = 0
  line = 0
  for (let word = 1; word < words.length; word += 1) {
    if (breaks[word] === 0) continue
    if (breaks[word] === 1) {
      single += 1
      if (standsOver(words, line, word, width)) over += 1
    }
    line = word
  }
  // Two wrapped lines may be chance; of three breaks and more, nearly all must be where the line was full.
  return single >= 2 && over >= single * 0.7 && text.length > width ? width : null
}

/** Would the first word of the next line have reached over the edge? */
function standsOver(words: Words, line: number, next: number, width: number): boolean {
  let last = next
  while (last + 1 < words.length && words.start(last + 1) === words.end(last) && last < next + 8) last += 1
  const lineLength = words.end(next - 1) - words.start(line)
  return lineLength + 1 + words.end(last) - words.start(next) > width - 2
}
