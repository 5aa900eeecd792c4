// Where paragraphs begin, seen from the line breaks alone. A break that only wraps a long line is no border.
import { goesOn } from "../../document/unwrap.ts"
import type { Words } from "./words.ts"

/**
 * Per word: 1 where a paragraph begins (the first word too), else 0.
 *
 * A blank line always parts paragraphs. A single line break does, unless it stands in the middle of a sentence by all
 * looks; lines broken at a width were made whole before (`document/unwrap`). Linear.
 */
export function paragraphStarts(text: string, words: Words): Uint8Array {
  const starts = new Uint8Array(words.length)
  for (let word = 0; word < words.length; word += 1) {
    const [end, start] = [word === 0 ? 0 : words.end(word - 1), words.start(word)]
    const breaks = word === 0 ? 2 : lineBreaks(text, end, start)
    starts[word] = breaks === 0 || (breaks === 1 && goesOn(text, end, start)) ? 0 : 1
  }
  return starts
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
