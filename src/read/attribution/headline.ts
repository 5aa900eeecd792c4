// Headlines that say who said it by a colon: “US bombed the talks: Lavrov”, “Lavrov: US bombed the talks”. In: the
// report. Out: a statement for each; what the network makes of such a headline is left aside, as it has seen few.
import type { TokenRange } from "../../schema/positions.ts"
import { type Draft, draftByRule } from "./draft.ts"
import type { View } from "./view.ts"

/** A speaker takes at most so many words of a headline. */
const MAX_SPEAKER_WORDS = 6
/** What is said takes at least so many. */
const MIN_CONTENT_WORDS = 3

/** Linear. */
export function readHeadlines(view: View): readonly Draft[] {
  const headlines = headlinesOf(view)
  const told = headlines.map((headline) => toldHeadline(view, headline)).filter((draft) => draft !== null)
  // Most headlines have no colon: then the rest of the report is not asked.
  const withColon = headlines.filter((headline) => colonsIn(view, headline).length > 0)
  if (withColon.length === 0) return told
  const known = { names: speakingNames(view), places: placesNamed(view) }
  return [
    ...told,
    ...withColon.map((headline) => colonHeadline(view, known, headline)).filter((draft) => draft !== null),
  ]
}

const AUDIENCES = new Set([
  "court",
  "jury",
  "inquest",
  "inquiry",
  "tribunal",
  "hearing",
  "trial",
  "committee",
  "parliament",
  "mps",
])

/** “Ex-minister took cash for harbour deal, *court told*”: by whom is not said. */
function toldHeadline(view: View, { from, to }: TokenRange): Draft | null {
  const isTold =
    to - from >= MIN_CONTENT_WORDS + 3 &&
    /^(?:told|hears)$/i.test(view.wordOf(to - 1)) &&
    AUDIENCES.has(view.wordOf(to - 2).toLowerCase()) &&
    view.wordOf(to - 3) === ","
  if (!isTold) return null
  return draftByRule("headline-told", {
    source: null,
    cue: [{ from: to - 1, to }],
    content: [{ from, to: to - 3 }],
    addressee: { from: to - 2, to: to - 1 },
  })
}

/** Blocks that ingest calls headlines; in a plain text, a first line without a full stop. */
export function headlinesOf(view: View): readonly TokenRange[] {
  const marked = view.doc.blocks
    .filter(({ kind }) => kind === "headline")
    .map(({ span }) => view.tokens.covering(span))
    .filter((range) => range !== null)
  if (marked.length > 0) return marked
  const first = view.paragraphs[0]
  if (first === undefined || view.paragraphs.length < 2 || /[.!?]$/.test(view.wordOf(first.to - 1))) return []
  return [first]
}

interface Known {
  /** See `speakingNames`. */
  readonly names: Int32Array
  readonly places: ReadonlySet<string>
}

/** Those with words on both sides, outside quotation marks. */
function colonsIn(view: View, { from, to }: TokenRange): readonly number[] {
  const colons: number[] = []
  for (let index = from + 1; index < to - 1; index++) {
    if (view.wordOf(index) === ":" && !view.isQuoted(index)) colons.push(index)
  }
  return colons
}

function colonHeadline(view: View, known: Known, headline: TokenRange): Draft | null {
  const { from, to } = headline
  const colons = colonsIn(view, headline)
  const last = colons.at(-1)
  const first = colons[0]
  if (last === undefined || first === undefined) return null
  // “US, allies ‘bombed’ Syria peace talks by recent strikes: Lavrov”
  const after = { from: last + 1, to }
  if (last - from >= MIN_CONTENT_WORDS && isSpeaker(view, known, after)) {
    return draftByRule("headline-colon-after", {
      source: after,
      cue: [{ from: last, to: last + 1 }],
      content: [{ from, to: last }],
    })
  }
  // “Lavrov: US bombed peace talks”
  const before = { from, to: first }
  if (to - first - 1 >= MIN_CONTENT_WORDS && isSpeaker(view, known, before)) {
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

function isSpeaker(view: View, { names, places }: Known, range: TokenRange): boolean {
  const length = range.to - range.from
  if (length < 1 || length > MAX_SPEAKER_WORDS) return false
  const last = view.tokenAt(range.to - 1)
  if (SPEAKERS.has(last.lemma.toLowerCase()) || SPEAKERS.has(view.wordOf(last.index).toLowerCase()))
    return true
  return names[range.to - 1] !== -1 && names[range.to - 1]! >= range.from && !isWhere(view, range, places)
}

/** Less what the network takes for a speaker's before a headline's colon. */
export function withoutPlaces(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const begins = new Set(headlinesOf(view).map(({ from }) => from))
  const leads = ({ source, cue: [cue] }: Draft): boolean =>
    cue !== undefined &&
    source !== null &&
    view.textOf(cue) === ":" &&
    source.to === cue.from &&
    begins.has(source.from)
  if (!drafts.some(leads)) return drafts
  const places = placesNamed(view)
  return drafts.filter((draft) => !(leads(draft) && isWhere(view, draft.source!, places)))
}

/** “Langkara: police break up protest”, and below it “lawyers *in* Langkara”: a place, whatever the network takes it for. */
function isWhere(view: View, { from, to }: TokenRange, places: ReadonlySet<string>): boolean {
  const name = view.wordOf(from)
  return to - from === 1 && !/^\p{Lu}+$/u.test(name) && places.has(name)
}

/** The words that stand behind “in” somewhere. */
function placesNamed(view: View): ReadonlySet<string> {
  const places = new Set<string>()
  for (let index = 1; index < view.tokens.length; index += 1)
    if (/^in$/i.test(view.wordOf(index - 1))) places.add(view.wordOf(index))
  return places
}

/** For each token the first one of the person's or organization's name that it belongs to; -1 outside. */
function speakingNames(view: View): Int32Array {
  const names = new Int32Array(view.tokens.length).fill(-1)
  for (const { role, range } of view.tagged("names")) {
    if (role === "PER" || role === "ORG") names.fill(range.from, range.from, range.to)
  }
  return names
}
