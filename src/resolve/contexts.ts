// What a happening is about: “military”, “election”. In: its mentions. Out: PLOVER's contexts that the sentences which name it
// tell, and those that go with its modes.
import type { ContextLexicon } from "../lexicon/index.ts"
import type { NonEmpty } from "../schema/positions.ts"
import type { Reading } from "../schema/reading.ts"
import type { TreeAt } from "./trees-by-token.ts"

/** Mentions whose sentences are looked at. */
const MOST_MENTIONS = 8

/** Modes that are contexts by themselves, as PLOVER has it. */
const OF_MODES: Readonly<Record<string, string>> = {
  cyber: "cyber",
  misinformation: "misinformation",
  unconventional: "cbrn",
}

/** Takes time in proportion to the sentences; a sentence is asked of once. */
export function contextsIn(
  { events, tokens }: Pick<Reading, "events" | "tokens">,
  treeAt: TreeAt,
  lexicon: ContextLexicon,
): (mentions: NonEmpty<number>) => readonly string[] {
  const known = new Map<number, readonly string[]>()
  const contextsAt = (head: number): readonly string[] => {
    const range = treeAt(head)?.sentence
    if (range === undefined) return []
    const before = known.get(range.from)
    if (before !== undefined) return before
    const lemmas = Array.from({ length: range.to - range.from }, (_, offset) =>
      tokens.at(range.from + offset).lemma.toLowerCase(),
    )
    const found = lexicon.contextsOf(lemmas)
    known.set(range.from, found)
    return found
  }
  return (mentions) => {
    const looked = mentions.slice(0, MOST_MENTIONS).map((mention) => events[mention]!)
    const modes = looked.flatMap((event) => event.modes.flatMap((mode) => OF_MODES[mode] ?? []))
    return [...new Set([...modes, ...looked.flatMap(({ head }) => contextsAt(head))])]
  }
}
