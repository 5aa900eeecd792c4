// Offsets to lines and columns, for messages that a person looks up in an editor.
import { firstIndex } from "../base/binary-search.ts"

export interface Place {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
}

/** The lines of one text. Made in one pass; a line ends with LF, CR LF or CR. */
export class Lines {
  readonly #starts: readonly number[]
  readonly #textLength: number

  constructor(text: string) {
    const starts = [0]
    for (const lineEnd of text.matchAll(/\r\n?|\n/g)) starts.push(lineEnd.index + lineEnd[0].length)
    this.#starts = starts
    this.#textLength = text.length
  }

  /** Where UTF-16 `offset` stands; a line's break is its last column. An offset outside the text counts as its nearer end. */
  at(offset: number): Place {
    const inside = Math.min(Math.max(offset, 0), this.#textLength)
    const line = firstIndex(this.#starts.length, (index) => (this.#starts[index] as number) > inside)
    return { line, column: inside - (this.#starts[line - 1] as number) + 1 }
  }
}
