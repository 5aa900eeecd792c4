// Given names, and how often each is a woman's. In: the text of data/given-names.tsv. Out: shares by name.
import { badLine, tableRows } from "./table-rows.ts"

/** By name in lower case: the share of women who bear it, 0 to 1. */
export type GivenNames = ReadonlyMap<string, number>

/** Reads the table. A line that does not fit its columns is our mistake: throws, with its number. */
export function parseGivenNames(text: string): GivenNames {
  return new Map(
    tableRows(text).map(({ fields: [name, share], line }) => {
      if (name === undefined || share === undefined) throw badLine("data/given-names.tsv", line)
      return [name, Number(share)]
    }),
  )
}
