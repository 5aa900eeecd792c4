// Conversations printed turn by turn: “WALLACE: Will she be there?¶PENCE: She will not.”, “((WN)) What happened?”. In: the
// report. Out: a statement for each turn, by the name that leads it.
import type { TokenRange } from "../../schema/positions.ts"
import { type Draft, draftByRule } from "./draft.ts"
import type { View } from "./view.ts"

/** A speaker's label takes at most so many words. */
const MAX_LABEL_WORDS = 4

interface Turn {
  readonly source: TokenRange
  readonly cue: TokenRange
  readonly said: TokenRange
}

/** Only where two speakers take at least two turns each: one label alone may be a rubric (“RELATED: …”). Linear. */
export function readTranscripts(view: View): readonly Draft[] {
  const turns = view.paragraphs.map((paragraph) => turnAt(view, paragraph))
  const counts = new Map<string, number>()
  for (const turn of turns) {
    if (turn !== null) counts.set(labelOf(view, turn), (counts.get(labelOf(view, turn)) ?? 0) + 1)
  }
  const speakers = new Set([...counts].filter(([, count]) => count >= 2).map(([label]) => label))
  if (speakers.size < 2) return []
  return turns.flatMap((turn) => {
    if (turn === null || !speakers.has(labelOf(view, turn))) return []
    const { source, cue, said } = turn
    const kind = view.textOf(said).endsWith("?") ? "asks" : "says"
    return [draftByRule("transcript", { source, cue: [cue], content: [said], kind })]
  })
}

function labelOf(view: View, { source }: Turn): string {
  return view.textOf(source).toLowerCase()
}

/** The label that a paragraph begins with, and what it leads. */
function turnAt(view: View, { from, to }: TokenRange): Turn | null {
  let start = from
  if (start < to && view.isOpening(start)) start += 1
  while (start < to && view.wordOf(start) === "(" && start - from < 3) start += 1
  const isBracketed = start - from >= 2 && view.wordOf(start - 1) === "("
  const closes = isBracketed ? /^\)+$/ : /^:$/
  let end = start
  while (end < to && end - start <= MAX_LABEL_WORDS && !closes.test(view.wordOf(end))) end += 1
  const isLabel = end > start && end - start <= MAX_LABEL_WORDS && isName(view, { from: start, to: end })
  let next = end
  while (next < to && closes.test(view.wordOf(next))) next += 1
  if (!isLabel || next === end || next >= to) return null
  return { source: { from: start, to: end }, cue: { from: end, to: next }, said: { from: next, to } }
}

/** Capitals at the head of each word but small ones: “WALLACE”, “Philipp Hagemeister”, “Q”. */
function isName(view: View, { from, to }: TokenRange): boolean {
  for (let index = from; index < to; index++)
    if (!/^\p{Lu}[\p{L}\p{N}.'’-]*$/u.test(view.wordOf(index))) return false
  return true
}
