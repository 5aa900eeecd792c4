// Countries, their peoples and their seats of government. In: the text of data/countries.tsv. Out: one object a country.
import { badLine, tableRows } from "./table-rows.ts"

export interface Country {
  /** Whether the code is one of ISO or one that a user brought. */
  readonly register: "iso" | "own"
  /** ISO 3166-1 alpha-3; XKX Kosovo. */
  readonly code: string
  /** As the press calls it: “South Korea”. */
  readonly name: string
  readonly names: readonly string[]
  /** Adjectives and words for the people, singular: “Syrian”, “Swede”. */
  readonly demonyms: readonly string[]
  /** Cities and houses that stand for the government when they speak or act: “Moscow”, “the Kremlin”. */
  readonly seats: readonly string[]
  /** Parts whose name tells the country: “Texas”, “Xinjiang”. */
  readonly regions: readonly string[]
}

/** Reads the table. A line that does not fit its columns is our mistake: throws, with its number. */
export function parseCountries(text: string): readonly Country[] {
  return tableRows(text).map(({ fields, line }) => {
    const [code, names, demonyms, seats, regions, ...rest] = fields
    if (code === undefined || names === undefined || regions === undefined || rest.length > 0)
      throw badLine("data/countries.tsv", line)
    const all = listIn(names)
    return {
      register: "iso",
      code,
      name: all[0]!,
      names: all,
      demonyms: listIn(demonyms!),
      seats: listIn(seats!),
      regions: listIn(regions),
    }
  })
}

function listIn(cell: string): readonly string[] {
  return cell === "" ? [] : cell.split("|")
}
