// Offsets in UTF-16 code units to offsets in Unicode code points and back. Records count UTF-16 units, as
// JavaScript does; Python, R and W3C selectors count code points. They differ after each character beyond U+FFFF (“😀”).
import { firstIndex } from "../base/binary-search.ts"

/**
 * The conversion for one text. Made in one pass; each question costs the
 * logarithm of the number of surrogate pairs. A lone surrogate is one unit and
 * one code point.
 */
export class CodePoints {
  /** Where the first unit of each surrogate pair stands, in order. A news report has few or none. */
  readonly #pairs: readonly number[]
  readonly #textLength: number

  constructor(text: string) {
    const pairs: number[] = []
    for (let index = 0; index + 1 < text.length; index++) {
      if (isPair(text, index)) pairs.push(index++)
    }
    this.#pairs = pairs
    this.#textLength = text.length
  }

  /** Length of the text in code points. */
  get length(): number {
    return this.#textLength - this.#pairs.length
  }

  /**
   * Code points before UTF-16 `offset`. An offset between the two halves of a
   * pair counts as the pair's start; one outside the text as its nearer end.
   */
  fromUtf16(offset: number): number {
    const inside = Math.min(Math.max(offset, 0), this.#textLength)
    return inside - firstIndex(this.#pairs.length, (index) => (this.#pairs[index] as number) >= inside)
  }

  /** UTF-16 units before the code point at `offset`; an offset outside the text counts as its nearer end. */
  toUtf16(offset: number): number {
    const inside = Math.min(Math.max(offset, 0), this.length)
    // The pair with index i is code point `pairs[i] - i`: each pair before it hid one unit.
    return (
      inside + firstIndex(this.#pairs.length, (index) => (this.#pairs[index] as number) - index >= inside)
    )
  }
}

/** Whether the units at `index` and after it are the two halves of one character. */
export function isPair(text: string, index: number): boolean {
  return isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))
}

// `charCodeAt` past the end is NaN, which is neither.
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
