// Headlines that say who said it by a colon. In: drafts. Out: the same, with a statement for such a headline where
// the network found none: “US bombed the talks: Lavrov”, “Lavrov: US bombed the talks”.
import type { TokenRange } from "../../schema/positions.ts"
import { type Draft, draftByRule, ownersOf } from "./draft.ts"
import type { View } from "./view.ts"
import { decodeSpans } from "./viterbi.ts"

/** A speaker takes at most so many words of a headline. */
const MAX_SPEAKER_WORDS = 6
/** What is said takes at least so many. */
const MIN_CONTENT_WORDS = 3

/** Linear. */
export function readHeadlines(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const owners = ownersOf(drafts, view.tokens.length)
  const added: Draft[] = []
  for (const headline of headlinesOf(view)) {
    const isRead = owners.subarray(headline.from, headline.to).some((owner) => owner !== -1)
    const draft = isRead ? null : colonHeadline(view, headline)
    if (draft !== null) added.push(draft)
  }
  return [...drafts, ...added]
}

/** Blocks that ingest calls headlines; in a plain text, a first line without a full stop. */
function headlinesOf(view: View): readonly TokenRange[] {
  const marked = view.doc.blocks
    .filter(({ kind }) => kind === "headline")
    .map(({ span }) => view.tokens.covering(span))
    .filter((range) => range !== null)
  if (marked.length > 0) return marked
  const first = view.paragraphs[0]
  if (first === undefined || view.paragraphs.length < 2 || /[.!?]$/.test(view.wordOf(first.to - 1))) return []
  return [first]
}

function colonHeadline(view: View, { from, to }: TokenRange): Draft | null {
  const colons: number[] = []
  for (let index = from + 1; index < to - 1; index++) {
    if (view.wordOf(index) === ":" && !view.isQuoted(index)) colons.push(index)
  }
  const last = colons.at(-1)
  const first = colons[0]
  if (last === undefined || first === undefined) return null
  // “US, allies ‘bombed’ Syria peace talks by recent strikes: Lavrov”
  const after = { from: last + 1, to }
  if (last - from >= MIN_CONTENT_WORDS && isSpeaker(view, after)) {
    return draftByRule("headline-colon-after", {
      source: after,
      cue: [{ from: last, to: last + 1 }],
      content: [{ from, to: last }],
    })
  }
  // “Lavrov: US bombed peace talks”
  const before = { from, to: first }
  if (to - first - 1 >= MIN_CONTENT_WORDS && isSpeaker(view, before)) {
    return draftByRule("headline-colon-before", {
      source: before,
      cue: [{ from: first, to: first + 1 }],
      content: [{ from: first + 1, to }],
    })
  }
  return null
}

// “Syria: 20 dead” is about Syria; only people, organizations and offices speak.
const SPEAKERS = new Set([
  "police",
  "official",
  "minister",
  "ministry",
  "report",
  "study",
  "poll",
  "survey",
  "source",
  "president",
  "spokesman",
  "spokeswoman",
  "spokesperson",
  "army",
  "military",
  "government",
  "monitor",
  "expert",
  "analyst",
  "witness",
  "governor",
  "mayor",
  "senator",
  "lawyer",
  "prosecutor",
  "judge",
  "court",
  "un",
  "nato",
  "eu",
])

function isSpeaker(view: View, range: TokenRange): boolean {
  const length = range.to - range.from
  if (length < 1 || length > MAX_SPEAKER_WORDS) return false
  const last = view.tokens.at(range.to - 1)
  if (SPEAKERS.has(last.lemma.toLowerCase()) || SPEAKERS.has(view.wordOf(last.index).toLowerCase()))
    return true
  return decodeSpans(view.scores.head("names")).some(
    ({ role, range: name }) =>
      (role === "PER" || role === "ORG") && name.from >= range.from && name.to === range.to,
  )
}
