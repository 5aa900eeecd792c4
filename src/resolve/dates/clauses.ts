// The clauses in which times stand. Trees are asked for only of sentences with a time in them.
import { treeOver } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Tokens } from "../../schema/reading.ts"
import type { Expression } from "./meaning.ts"
import { type Direction, directionAt, isToldAsPast } from "./tense.ts"

export interface Clause {
  readonly direction: Direction | null
  /** Whether it plainly tells that something happened at the time. */
  readonly isToldAsPast: () => boolean
}

const UNKNOWN: Clause = { direction: null, isToldAsPast: () => false }

export class ClausesAround {
  readonly #text: string
  readonly #tokens: Tokens
  readonly #sentences: readonly TokenRange[]
  /** The sentence of the last expression. */
  #at = 0

  constructor(text: string, tokens: Tokens, sentences: readonly TokenRange[]) {
    this.#text = text
    this.#tokens = tokens
    this.#sentences = sentences
  }

  /** Expressions are to be asked for in text order. */
  around({ start, end }: Expression): Clause {
    const range = this.#tokens.covering({ start, end })
    if (range === null) return UNKNOWN
    while (this.#at < this.#sentences.length && this.#sentences[this.#at]!.to <= range.from) this.#at += 1
    const sentence = this.#sentences[this.#at]
    if (sentence === undefined || range.from < sentence.from) return UNKNOWN
    const tree = treeOver(this.#tokens, sentence)
    const top = tree.topOf({ from: range.from, to: Math.min(range.to, sentence.to) })
    return {
      direction: directionAt(tree, top, this.#text),
      isToldAsPast: () => isToldAsPast(tree, top, this.#text),
    }
  }
}
