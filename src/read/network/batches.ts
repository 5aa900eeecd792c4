// Windows to the arrays that the network takes. Rows of one batch are padded to the longest, so windows of similar
// length go together; only windows of one report do, since int8 networks scale their numbers by the whole batch.
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

/** Groups of at most `mostRows` windows, about equally many in each, the shortest windows first. */
export function planBatches(
  windows: readonly Window[],
  starts: Int32Array,
  mostRows: number,
): readonly (readonly Window[])[] {
  const pieceCount = (window: Window) => starts[window.to]! - starts[window.from]!
  const ordered = [...windows].sort((a, b) => pieceCount(a) - pieceCount(b) || a.from - b.from)
  const batchCount = Math.ceil(ordered.length / mostRows)
  return Array.from({ length: batchCount }, (_, index) =>
    ordered.slice(
      Math.round((index * ordered.length) / batchCount),
      Math.round(((index + 1) * ordered.length) / batchCount),
    ),
  )
}

/** Memory for the inputs of one batch at a time, kept between batches. What `fill` returned is good until the next `fill`. */
export class InputBuffers {
  readonly #ids = new Rows()
  readonly #casing = new Rows()
  readonly #gap = new Rows()
  readonly #mask = new Rows()
  readonly #first = new Rows()
  readonly #wordMask = new Rows()
  readonly #quote = new Rows()

  fill(
    windows: readonly Window[],
    { pieces, features, quote }: Prepared,
    special: { readonly first: number; readonly last: number },
  ): Readonly<Record<string, SessionInput>> {
    const { ids, starts } = pieces
    let columns = 0
    let words = 0
    for (const { from, to } of windows) {
      columns = Math.max(columns, starts[to]! - starts[from]! + 2)
      words = Math.max(words, to - from)
    }
    const rows = windows.length
    const idNumbers = this.#ids.clear(rows, columns, 0)
    const casing = this.#casing.clear(rows, columns, NO_LETTER)
    const gap = this.#gap.clear(rows, columns, 0)
    const mask = this.#mask.clear(rows, columns, 0)
    const first = this.#first.clear(rows, words, 0)
    const wordMask = this.#wordMask.clear(rows, words, 0)
    const quotes = this.#quote.clear(rows, words, 0)
    for (let row = 0; row < rows; row += 1) {
      const { from, to } = windows[row]!
      // A row is [CLS] pieces [SEP]. Numbers are 64 bits wide, the lower half comes first: index * 2.
      let at = row * columns
      idNumbers[at * 2] = special.first
      mask[at * 2] = 1
      at += 1
      for (let word = from; word < to; word += 1) {
        const slot = (row * words + word - from) * 2
        first[slot] = at - row * columns
        wordMask[slot] = 1
        quotes[slot] = quote[word]!
        gap[at * 2] = features.gap[word]!
        for (let piece = starts[word]!; piece < starts[word + 1]!; piece += 1) {
          idNumbers[at * 2] = ids[piece]!
          casing[at * 2] = features.casing[word]!
          mask[at * 2] = 1
          at += 1
        }
      }
      idNumbers[at * 2] = special.last
      mask[at * 2] = 1
    }
    return {
      ids: this.#ids.input(),
      casing: this.#casing.input(),
      gap: this.#gap.input(),
      mask: this.#mask.input(),
      first: this.#first.input(),
      word_mask: this.#wordMask.input(),
      quote: this.#quote.input(),
    }
  }
}

/**
 * Rows of 64-bit numbers, written through a view of 32-bit halves: making a BigInt for each would cost more than
 * everything else here. The lower half comes first on every machine that the runtimes are built for.
 */
class Rows {
  #wide = new BigInt64Array(0)
  #halves = new Int32Array(0)
  #dims: readonly [number, number] = [0, 0]

  /** The halves of `rows * columns` numbers, each `value`. */
  clear(rows: number, columns: number, value: number): Int32Array {
    const count = rows * columns
    if (count > this.#wide.length) {
      this.#wide = new BigInt64Array(Math.ceil(count * 1.25))
      this.#halves = new Int32Array(this.#wide.buffer)
    }
    this.#dims = [rows, columns]
    this.#wide.fill(BigInt(value), 0, count)
    return this.#halves
  }

  input(): SessionInput {
    return { data: this.#wide.subarray(0, this.#dims[0] * this.#dims[1]), dims: this.#dims }
  }
}
