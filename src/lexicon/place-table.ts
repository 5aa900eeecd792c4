// The places of GeoNames, packed: some 270,000 rows and 400,000 spellings in typed arrays, since as objects they would
// take half a gigabyte. tools/build-gazetteer.ts writes what this file reads.
//
//   header      a line of JSON (what is in it, whence, and the five counts below), filled with spaces to 4 bytes
//   id          Uint32 of each row          number in GeoNames
//   latitude    Int32 of each row           ten-thousandths of a degree
//   longitude   Int32 of each row
//   population  Uint32 of each row
//   division    Uint32 of each row          index of the code of the smallest division it lies in
//   postings    Uint32 of each posting      row * 2, and 1 more where the spelling is not the row's own name
//   names       Uint16 of each unit         the names of all rows, one after the other, in UTF-16
//   nameLength  Uint8 of each row
//   kind        Uint8 of each row           index into ROW_KINDS
//   nameCount   Uint8 of each row           how many names GeoNames lists for it, 255 at most
//   keyLength   Uint8 of each key
//   postingCount Uint16 of each key         stored as two Uint8 columns, low and high
//   keys        Uint8 of each character     the keys in order, one after the other
//   divisions   Uint8 of each character     codes, each with a line feed: “SY.08\n”
//
// Numbers are little-endian, as on every machine that Node and the browsers run on.
import { firstIndex } from "../base/binary-search.ts"

/** What a row is, by its index in the table; a seat is the chief town of a country's largest divisions. */
export const ROW_KINDS = ["city", "seat", "capital", "quarter", "region", "district"] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** The counts in the header; the sections' lengths follow from them. */
export interface TableCounts {
  readonly rows: number
  readonly postings: number
  readonly nameUnits: number
  readonly keys: number
  readonly keyBytes: number
}

export interface TableHeader extends TableCounts {
  readonly format: "sayso-places-1"
  /** In words: source, licence, date, how made. */
  readonly about: string
}

export interface TableRow {
  /** Number in GeoNames. */
  readonly id: number
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly kind: RowKind
  readonly population: number
  /** How many names GeoNames lists for it in all languages, 255 at most. */
  readonly nameCount: number
  /** Code of the smallest division it lies in, of a division its own: “US.TX.113”; of a row in none its country: “US”. */
  readonly division: string
}

/** A row under one of its spellings. */
export interface Posting {
  readonly row: number
  /** False where the spelling is the row's name, true where it is another of its names. */
  readonly isAlias: boolean
}

export class PlaceTable {
  readonly header: TableHeader
  readonly #id: Uint32Array
  readonly #latitude: Int32Array
  readonly #longitude: Int32Array
  readonly #population: Uint32Array
  readonly #division: Uint32Array
  readonly #postings: Uint32Array
  readonly #names: Uint16Array
  readonly #nameEnds: Uint32Array
  readonly #kind: Uint8Array
  readonly #nameCount: Uint8Array
  readonly #keys: Uint8Array
  readonly #keyEnds: Uint32Array
  readonly #postingEnds: Uint32Array
  readonly #divisions: readonly string[]

  /** Throws when `bytes` are no table of this format. Keeps them, and does not copy them when they lie well. */
  constructor(bytes: Uint8Array) {
    const headerEnd = bytes.indexOf(LINE_FEED)
    this.header = readHeader(bytes.subarray(0, Math.max(0, headerEnd)))
    const { buffer, byteOffset, length } = aligned(bytes.subarray(headerEnd + 1))
    const { rows, postings, nameUnits, keys, keyBytes } = this.header
    let at = byteOffset
    const take = (count: number, width: number): number => {
      const start = at
      at += count * width
      return start
    }
    this.#id = new Uint32Array(buffer, take(rows, 4), rows)
    this.#latitude = new Int32Array(buffer, take(rows, 4), rows)
    this.#longitude = new Int32Array(buffer, take(rows, 4), rows)
    this.#population = new Uint32Array(buffer, take(rows, 4), rows)
    this.#division = new Uint32Array(buffer, take(rows, 4), rows)
    this.#postings = new Uint32Array(buffer, take(postings, 4), postings)
    this.#names = new Uint16Array(buffer, take(nameUnits, 2), nameUnits)
    this.#nameEnds = runningSums(new Uint8Array(buffer, take(rows, 1), rows))
    this.#kind = new Uint8Array(buffer, take(rows, 1), rows)
    this.#nameCount = new Uint8Array(buffer, take(rows, 1), rows)
    this.#keyEnds = runningSums(new Uint8Array(buffer, take(keys, 1), keys))
    const low = new Uint8Array(buffer, take(keys, 1), keys)
    const high = new Uint8Array(buffer, take(keys, 1), keys)
    this.#postingEnds = runningSums(low, high)
    this.#keys = new Uint8Array(buffer, take(keyBytes, 1), keyBytes)
    this.#divisions = toAscii(new Uint8Array(buffer, at, byteOffset + length - at), 0).split("\n")
  }

  /** The rows that have `key` among their spellings; empty when none has. Takes the logarithm of the number of keys. */
  find(key: string): readonly Posting[] {
    const index = firstIndex(this.header.keys, (candidate) => this.#compare(candidate, key) >= 0)
    if (index === this.header.keys || this.#compare(index, key) !== 0) return []
    const postings: Posting[] = []
    for (let at = index === 0 ? 0 : this.#postingEnds[index - 1]!; at < this.#postingEnds[index]!; at++) {
      const posting = this.#postings[at]!
      postings.push({ row: posting >>> 1, isAlias: (posting & 1) === 1 })
    }
    return postings
  }

  at(row: number): TableRow {
    const nameStart = row === 0 ? 0 : this.#nameEnds[row - 1]!
    return {
      id: this.#id[row]!,
      name: String.fromCharCode(...this.#names.subarray(nameStart, this.#nameEnds[row]!)),
      latitude: this.#latitude[row]! / 10_000,
      longitude: this.#longitude[row]! / 10_000,
      kind: ROW_KINDS[this.#kind[row]!]!,
      population: this.#population[row]!,
      nameCount: this.#nameCount[row]!,
      division: this.#divisions[this.#division[row]!]!,
    }
  }

  /** The rows with these numbers in GeoNames, by number. Looks at every row once. */
  rowsOf(ids: ReadonlySet<number>): ReadonlyMap<number, number> {
    const rows = new Map<number, number>()
    for (let row = 0; row < this.#id.length; row++) {
      const id = this.#id[row]!
      if (ids.has(id)) rows.set(id, row)
    }
    return rows
  }

  /** Below 0 when the key at `index` comes before `key`, 0 when it is `key`. */
  #compare(index: number, key: string): number {
    const start = index === 0 ? 0 : this.#keyEnds[index - 1]!
    const length = this.#keyEnds[index]! - start
    for (let at = 0; at < length && at < key.length; at++) {
      const difference = this.#keys[start + at]! - key.charCodeAt(at)
      if (difference !== 0) return difference
    }
    return length - key.length
  }
}

const LINE_FEED = 10

/** Numbers of four bytes must begin at a multiple of four in their buffer: the bytes as they are, or a copy. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
}

function readHeader(bytes: Uint8Array): TableHeader {
  try {
    const header = JSON.parse(toAscii(bytes, 0)) as TableHeader
    if (header.format === "sayso-places-1") return header
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Error(
    "data/places/places.bin is not a table of places that this version of Sayso reads. This is a bug in Sayso: please report it.",
  )
}

/** In pieces, since a call takes no more than some ten thousand arguments; by `apply`, which is six times as fast as spreading. */
function toAscii(bytes: Uint8Array, from: number): string {
  let text = ""
  for (let at = from; at < bytes.length; at += 8192) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[])
  }
  return text
}

/** Where each stretch ends, from how long it is: 3, 1, 4 → 3, 4, 8. */
function runningSums(low: Uint8Array, high: Uint8Array | null = null): Uint32Array {
  const ends = new Uint32Array(low.length)
  let sum = 0
  for (let index = 0; index < low.length; index++) {
    sum += low[index]! + (high === null ? 0 : high[index]! << 8)
    ends[index] = sum
  }
  return ends
}
