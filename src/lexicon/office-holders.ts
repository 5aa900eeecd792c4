// The great table of offices, kept as the text it came in. In: data/actors/office-holders.tsv, whose rows are sorted by
// surname. Out: the rows of a name. 40,000 objects would cost 30 MB and a tenth of a second at every start; a binary
// search takes apart only the lines it looks at.
import { firstIndex } from "../base/binary-search.ts"
import type { ActorRow } from "./actor-rows.ts"
import { foldName, surnameFirst } from "./fold-name.ts"

/** Columns of the file: name, country, sector, secondary, office, from, until, id. */
const COLUMN_COUNT = 8

/** The table was taken from Wikidata between March 2022 and March 2023. */
const CAPTURED = "2023-03-01"

export class OfficeHolders {
  readonly #text: string
  /** Where each row begins in `#text`; one more for the end. */
  readonly #starts: Int32Array

  constructor(text: string) {
    this.#text = text
    this.#starts = startsOf(text)
  }

  get length(): number {
    return this.#starts.length - 1
  }

  /** The row of a number, taken apart. A row that does not fit its columns is our mistake: throws. */
  at(number: number): ActorRow {
    const cells = this.#line(number).split("\t")
    const [name, country, sector, secondary, office, from, until, id] = cells
    if (cells.length !== COLUMN_COUNT || name === undefined)
      throw new Error(
        `Row ${number + 1} of data/actors/office-holders.tsv does not fit its columns. This is a bug in Sayso: please report it.`,
      )
    return {
      name,
      aliases: [],
      kind: "person",
      country: country || null,
      sector: sector || null,
      secondary: secondary ? secondary.split("|") : [],
      office: office || null,
      from: from || null,
      until: until || null,
      id: id ? `wikidata:${id}` : null,
      captured: CAPTURED,
    }
  }

  /** All rows whose person's folded name ends in this word: "lavrov". */
  withSurname(surname: string): readonly ActorRow[] {
    const rows: ActorRow[] = []
    const first = firstIndex(this.length, (number) => this.#key(number) >= surname)
    for (let number = first; number < this.length; number++) {
      const key = this.#key(number)
      if (key !== surname && !key.startsWith(`${surname} `)) break
      rows.push(this.at(number))
    }
    return rows
  }

  #key(number: number): string {
    const line = this.#line(number)
    return surnameFirst(foldName(line.slice(0, line.indexOf("\t"))))
  }

  #line(number: number): string {
    return this.#text.slice(this.#starts[number], this.#starts[number + 1]! - 1)
  }
}

function startsOf(text: string): Int32Array {
  const starts: number[] = []
  let start = 0
  // Remarks, then the line that names the columns.
  while (text.startsWith("#", start)) start = text.indexOf("\n", start) + 1
  start = text.indexOf("\n", start) + 1
  while (start > 0 && start < text.length) {
    starts.push(start)
    start = text.indexOf("\n", start) + 1
  }
  return Int32Array.from([...starts, text.length])
}
