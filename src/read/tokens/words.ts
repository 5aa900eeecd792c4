// Where the words of a text stand, packed: two numbers a word instead of an object.

/** The words of one text in order. Offsets are UTF-16 code units in that text; words never overlap. */
export class Words {
  readonly length: number
  readonly #starts: Int32Array
  readonly #ends: Int32Array

  /** Both arrays are kept, not copied; `starts.length === ends.length`. */
  constructor(starts: Int32Array, ends: Int32Array) {
    this.length = starts.length
    this.#starts = starts
    this.#ends = ends
  }

  start(index: number): number {
    return this.#starts[index]!
  }

  end(index: number): number {
    return this.#ends[index]!
  }

  /** The word's own characters in `text`, the text it was made from. */
  textOf(index: number, text: string): string {
    return text.slice(this.#starts[index]!, this.#ends[index]!)
  }

  /** Index of the first word that ends after `offset`; `length` when none does. Logarithmic. */
  firstEndingAfter(offset: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#ends[middle]! > offset) high = middle
      else low = middle + 1
    }
    return low
  }

  /** The word that covers the character at `offset`; null when that is white space. Logarithmic. */
  wordAt(offset: number): number | null {
    const index = this.firstEndingAfter(offset)
    return index < this.length && this.#starts[index]! <= offset ? index : null
  }

  /** Words at given places, in order, e.g. the words of a training text. */
  static from(spans: readonly (readonly [number, number])[]): Words {
    return new Words(
      Int32Array.from(spans, ([start]) => start),
      Int32Array.from(spans, ([, end]) => end),
    )
  }
}

/** Grows arrays of offsets while a text is being cut. */
export class WordsBuilder {
  #starts = new Int32Array(1024)
  #ends = new Int32Array(1024)
  #length = 0

  add(start: number, end: number): void {
    if (this.#length === this.#starts.length) {
      this.#starts = grown(this.#starts)
      this.#ends = grown(this.#ends)
    }
    this.#starts[this.#length] = start
    this.#ends[this.#length] = end
    this.#length += 1
  }

  finish(): Words {
    return new Words(this.#starts.slice(0, this.#length), this.#ends.slice(0, this.#length))
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
