// The words of names. In: a name as it is written. Out: the words that tell whom it names, in lower case.
import { SMALL_WORDS } from "../../lexicon/index.ts"
import type { Gender } from "./knowledge.ts"

const TITLES: ReadonlyMap<string, Gender | null> = new Map([
  ..."mr mister sir lord king prince duke baron señor monsieur"
    .split(" ")
    .map((word) => [word, "man"] as const),
  ..."mrs ms miss dame lady queen princess duchess baroness madame señora"
    .split(" ")
    .map((word) => [word, "woman"] as const),
  ...(
    "dr prof professor president minister secretary senator sen rep representative congressman congresswoman gov governor mayor " +
    "general gen col colonel lt lieutenant capt captain maj major sgt sergeant admiral judge justice chancellor premier " +
    "sheikh sheik imam ayatollah pope father sister brother bishop archbishop cardinal rev reverend rabbi saint st hon chief " +
    "ambassador envoy deputy vice prime foreign former acting attorney speaker director officer detective inspector constable"
  )
    .split(" ")
    .map((word) => [word, null] as const),
])

/** What a title tells: “Mrs” a woman; null for other words. */
export function titleGender(word: string): Gender | null {
  return TITLES.get(word.toLowerCase().replace(/\.$/, "")) ?? null
}

/** “Mr. Sergei V. Lavrov's” → sergei, v, lavrov. Titles before the name and marks fall away; the last word never does. */
export function nameWords(name: string): readonly string[] {
  const words = name
    .toLowerCase()
    .replace(/['’]s?$/u, "")
    .split(/[\s"“”„«»(),]+/u)
    .map((word) => word.replace(/^['‘’]+|[.'‘’]+$/gu, ""))
    .filter((word) => word !== "")
  while (words.length > 1 && (TITLES.has(words[0]!) || words[0] === "the")) words.shift()
  while (words.length > 1 && /^(?:jr|sr|ii|iii|iv)$/.test(words.at(-1)!)) words.pop()
  return words
}

/** “World Health Organization” → who; empty for a single word. */
export function initialsOf(words: readonly string[]): string {
  const big = words.filter((word) => !SMALL_WORDS.has(word))
  return big.length < 2
    ? ""
    : big
        .flatMap((word) => word.split("-"))
        .map((word) => word[0] ?? "")
        .join("")
}
