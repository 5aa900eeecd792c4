// Titles as the report has them, against offices as the lexicon has them. In: “Foreign Minister”, “Minister of Foreign
// Affairs”. Out: how many telling words they share.
import { type ActorRow, foldName } from "../../lexicon/index.ts"

/** How many words of the title, but for those in every title, the office has too: “foreign”. */
export function sharedWords({ office }: ActorRow, titleWords: readonly string[]): number {
  if (office === null) return 0
  const words = new Set(telling(foldName(office).split(" ")))
  return telling(titleWords).filter((word) => words.has(word)).length
}

const EVERYWHERE = new Set(
  "of the for and minister secretary state deputy national affairs federal republic general".split(" "),
)

const SAME: Readonly<Record<string, string>> = {
  defense: "defence",
  interior: "interior",
  internal: "interior",
  home: "interior",
  external: "foreign",
}

function telling(words: readonly string[]): readonly string[] {
  return words.filter((word) => !EVERYWHERE.has(word)).map((word) => SAME[word] ?? word)
}
