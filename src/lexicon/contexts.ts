// What a happening is about, by the words around it: PLOVER's contexts. In: the text of data/contexts.tsv. Out: the contexts that
// words side by side tell. Reading the file is left to the caller.
import { append } from "../base/group-by.ts"
import { badLine, tableRows } from "./table-rows.ts"

export interface ContextLexicon {
  /** The contexts that `lemmas`, in small letters and in text order, tell; in the order of the table, each once. Linear. */
  contextsOf(lemmas: readonly string[]): readonly string[]
}

interface Phrase {
  readonly words: readonly string[]
  /** Its place in the table. */
  readonly context: number
}

/** A line that does not fit its columns is our mistake: throws, with its number. */
export function parseContexts(text: string): ContextLexicon {
  const names: string[] = []
  const phrases = new Map<string, Phrase[]>()
  for (const { fields, line } of tableRows(text)) {
    const [name, list] = fields
    if (name === undefined || !/^[a-z_]+$/.test(name) || list === undefined)
      throw badLine("data/contexts.tsv", line)
    const context = names.push(name) - 1
    for (const phrase of list.split(", ")) {
      const words = phrase.split(" ")
      append(phrases, words[0]!, { words, context })
    }
  }
  return {
    contextsOf(lemmas) {
      const told = new Set<number>()
      lemmas.forEach((lemma, at) => {
        for (const { words, context } of phrases.get(lemma) ?? [])
          if (words.every((word, step) => lemmas[at + step] === word)) told.add(context)
      })
      const isNarrower = [...told].some((context) => NARROWER.has(names[context]!))
      return names.filter((name, context) => told.has(context) && !(name === "crime" && isNarrower))
    },
  }
}

/** Of these crimes PLOVER has a context of its own. */
const NARROWER: ReadonlySet<string> = new Set([
  "terrorism",
  "cyber",
  "corruption",
  "illegal_drugs",
  "trafficking",
])
