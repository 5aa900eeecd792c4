// What nouns stand for. In: the text of data/head-nouns.tsv. Out: kind and gender by noun.
import { badLine, tableRows } from "./table-rows.ts"

export interface HeadNoun {
  readonly kind: "person" | "organization" | "group" | "place"
  /** Null where the noun does not tell. */
  readonly gender: "man" | "woman" | null
}

/** By noun, singular, in lower case. */
export type HeadNouns = ReadonlyMap<string, HeadNoun>

/** Reads the table. A line that does not fit its columns is our mistake: throws, with its number. */
export function parseHeadNouns(text: string): HeadNouns {
  return new Map(
    tableRows(text).map(({ fields: [noun, kind, gender], line }) => {
      if (noun === undefined || gender === undefined) throw badLine("data/head-nouns.tsv", line)
      return [
        noun,
        { kind: kind as HeadNoun["kind"], gender: gender === "-" ? null : (gender as HeadNoun["gender"]) },
      ]
    }),
  )
}
