// What the pieces, in small letters and parted from their places, no longer tell: capitals and layout.
import type { WordPlaces } from "./wordpiece.ts"

/** One number a word; the values are those of training/sayso_training/document.py. */
export interface Features {
  readonly casing: Uint8Array
  readonly gap: Uint8Array
}

const SMALL = 0
const TITLE = 1
const CAPITALS = 2
export const NO_LETTER = 3

/** Before the word stands nothing (“do|n't”), white space, one line break, more than one or the text's beginning. */
export const GAP = { nothing: 0, space: 1, line: 2, paragraph: 3 } as const

/**
 * Casing and gap of every word; `seen` are the words that the network is given, whose casing it is: “CNN” and “Xinhua” are
 * both seen as “BBC”. Linear in the text.
 */
export function features(text: string, words: WordPlaces, seen: readonly string[]): Features {
  const casing = new Uint8Array(words.length)
  const gap = new Uint8Array(words.length)
  for (let word = 0; word < words.length; word += 1) {
    casing[word] = casingOf(seen[word]!)
    gap[word] = word === 0 ? GAP.paragraph : gapOf(text, words.end(word - 1), words.start(word))
  }
  return { casing, gap }
}

const LETTER = /\p{L}/u
const CAPITAL = /\p{Lu}/u

/** “TASS” 2, “U.S.” 2, “Lavrov” 1, “A” 1, “iPhone” 0, “71” 3. */
function casingOf(word: string): number {
  let letters = 0
  let firstIsCapital = false
  for (let at = 0; at < word.length; ) {
    const codePoint = word.codePointAt(at)!
    at += codePoint > 0xffff ? 2 : 1
    let capital: boolean
    if (codePoint < 128) {
      const lower = codePoint | 32
      if (lower < 97 || lower > 122) continue
      capital = codePoint < 97
    } else {
      const character = String.fromCodePoint(codePoint)
      if (!LETTER.test(character)) continue
      capital = CAPITAL.test(character)
    }
    letters += 1
    if (letters === 1) firstIsCapital = capital
    // Two letters of which one is small: nothing that follows changes the answer.
    if (letters > 1 && !(capital && firstIsCapital)) return firstIsCapital ? TITLE : SMALL
  }
  if (letters === 0) return NO_LETTER
  if (!firstIsCapital) return SMALL
  return letters > 1 ? CAPITALS : TITLE
}

function gapOf(text: string, start: number, end: number): number {
  if (start === end) return GAP.nothing
  let breaks = 0
  for (let at = start; at < end && breaks < 2; at += 1) {
    const unit = text.charCodeAt(at)
    // "\r\n" is one break, a lone "\r" is one too.
    if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) breaks += 1
  }
  return breaks === 0 ? GAP.space : breaks === 1 ? GAP.line : GAP.paragraph
}
