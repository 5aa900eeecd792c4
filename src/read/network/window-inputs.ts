// A window to the arrays that the network takes: one row, so that nothing is padded and what the network says of a window
// does not depend on which others are read with it (int8 networks scale their numbers by all rows of a run).
import { type Features, NO_LETTER } from "./features.ts"
import type { SessionInput } from "./session.ts"
import type { Window } from "./windows.ts"
import type { Pieces } from "./wordpiece.ts"

/** One text with all that its pieces are given to the network with. */
export interface Prepared {
  readonly pieces: Pieces
  readonly features: Features
  /** Per word: 0 outside quotation marks, 1 inside, 2 an opening mark, 3 a closing one. */
  readonly quote: Uint8Array
}

/** Memory for the inputs of one window at a time, kept between windows. What `fill` returned is good until the next `fill`. */
export class InputBuffers {
  readonly #ids = new Row()
  readonly #casing = new Row()
  readonly #gap = new Row()
  readonly #first = new Row()
  readonly #quote = new Row()

  /** [CLS], the pieces of the window's words, [SEP]. */
  fill(
    { from, to }: Window,
    { pieces: { ids, starts }, features, quote }: Prepared,
    special: { readonly first: number; readonly last: number },
  ): Readonly<Record<string, SessionInput>> {
    const pieceCount = starts[to]! - starts[from]! + 2
    const idNumbers = this.#ids.clear(pieceCount, 0)
    const casing = this.#casing.clear(pieceCount, NO_LETTER)
    const gap = this.#gap.clear(pieceCount, 0)
    const first = this.#first.clear(to - from, 0)
    const quotes = this.#quote.clear(to - from, 0)
    // Numbers are 64 bits wide, the lower half comes first: index * 2.
    idNumbers[0] = special.first
    let at = 1
    for (let word = from; word < to; word += 1) {
      const slot = (word - from) * 2
      first[slot] = at
      quotes[slot] = quote[word]!
      gap[at * 2] = features.gap[word]!
      for (let piece = starts[word]!; piece < starts[word + 1]!; piece += 1) {
        idNumbers[at * 2] = ids[piece]!
        casing[at * 2] = features.casing[word]!
        at += 1
      }
    }
    idNumbers[at * 2] = special.last
    return {
      ids: this.#ids.input(),
      casing: this.#casing.input(),
      gap: this.#gap.input(),
      first: this.#first.input(),
      quote: this.#quote.input(),
    }
  }
}

/**
 * 64-bit numbers, written through a view of 32-bit halves: making a BigInt for each would cost more than
 * everything else here. The lower half comes first on every machine that the runtimes are built for.
 */
class Row {
  #wide = new BigInt64Array(0)
  #halves = new Int32Array(0)
  #count = 0

  /** The halves of `count` numbers, each `value`. */
  clear(count: number, value: number): Int32Array {
    if (count > this.#wide.length) {
      this.#wide = new BigInt64Array(Math.ceil(count * 1.25))
      this.#halves = new Int32Array(this.#wide.buffer)
    }
    this.#count = count
    this.#wide.fill(BigInt(value), 0, count)
    return this.#halves
  }

  input(): SessionInput {
    return { data: this.#wide.subarray(0, this.#count), dims: [1, this.#count] }
  }
}
