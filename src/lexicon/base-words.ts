// Verbs and nouns in their base form. In: the text of data/base-words.tsv. Out: two sets.
import { badLine, tableRows } from "./table-rows.ts"

export interface BaseWords {
  readonly verbs: ReadonlySet<string>
  readonly nouns: ReadonlySet<string>
}

/** None known: every lemma stays as it is. */
export const NO_BASE_WORDS: BaseWords = { verbs: new Set(), nouns: new Set() }

/** A line that does not fit its columns is our mistake: throws, with its number. */
export function parseBaseWords(text: string): BaseWords {
  const words = { verb: new Set<string>(), noun: new Set<string>() }
  for (const { fields, line } of tableRows(text)) {
    const [pos, list] = fields
    if ((pos !== "verb" && pos !== "noun") || list === undefined) throw badLine("data/base-words.tsv", line)
    for (const word of list.split(" ")) words[pos].add(word)
  }
  return { verbs: words.verb, nouns: words.noun }
}
