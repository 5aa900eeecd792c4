// The texts of data/cues.tsv and data/venues.tsv in, typed questions out: which words ascribe words to somebody,
// and which nouns name where words are said. Reading the files is left to the caller.
import { append } from "../base/group-by.ts"
import { ATTRIBUTION_KINDS, type AttributionKind } from "../schema/reading.ts"
import { badLine, oneOf, tableRows } from "./table-rows.ts"

export type CuePos = "verb" | "noun" | "adjective" | "adverb" | "preposition"

export interface CueSense {
  readonly kind: AttributionKind
  readonly pos: CuePos
  /** What the word takes: "that", "to", "quote", "obj", "ing", "addressee", or the preposition that leads the content. */
  readonly frame: ReadonlySet<string>
}

/** `occasion`: a briefing. `channel`: Twitter. `document`: a letter. `place`: court. */
export type VenueSort = "occasion" | "channel" | "document" | "place"

export interface Lexicon {
  /** By lemma; the commonest sense first. Lemmas of several words are parted by single spaces. */
  readonly cues: ReadonlyMap<string, readonly CueSense[]>
  /** By lemma, lower case. */
  readonly venues: ReadonlyMap<string, VenueSort>
}

export interface LexiconFiles {
  readonly cues: string
  readonly venues: string
}

/**
 * Reads both tables. A line that does not fit its columns is our mistake: throws, with its number.
 */
export function parseLexicon(files: LexiconFiles): Lexicon {
  const cues = new Map<string, CueSense[]>()
  for (const { fields, line } of tableRows(files.cues)) {
    const [lemma, kind, frame, pos] = fields
    if (lemma === undefined || frame === undefined || !isKind(kind) || !isPos(pos))
      throw badLine("data/cues.tsv", line)
    append(cues, lemma, { kind, pos, frame: new Set(frame === "-" ? [] : frame.split("+")) })
  }
  const venues = new Map<string, VenueSort>()
  for (const { fields, line } of tableRows(files.venues)) {
    const [lemma, sort] = fields
    if (lemma === undefined || !isVenueSort(sort)) throw badLine("data/venues.tsv", line)
    venues.set(lemma.toLowerCase(), sort)
  }
  return { cues, venues }
}

/** The senses of `lemma` as a `pos`, commonest first; empty when the lexicon does not know it. */
export function cueSenses(lexicon: Lexicon, lemma: string, pos: CuePos): readonly CueSense[] {
  return (lexicon.cues.get(lemma.toLowerCase()) ?? []).filter((sense) => sense.pos === pos)
}

/** What its commonest sense says; null when the lexicon does not know it. */
export function cueKind(lexicon: Lexicon, lemma: string, pos: CuePos): CueSense["kind"] | null {
  return cueSenses(lexicon, lemma, pos)[0]?.kind ?? null
}

/** What sort of place of saying `lemma` names; null when none. */
export function venueSort(lexicon: Lexicon, lemma: string): VenueSort | null {
  return lexicon.venues.get(lemma.toLowerCase()) ?? null
}

const isKind = oneOf(ATTRIBUTION_KINDS)
const isPos = oneOf<CuePos>(["verb", "noun", "adjective", "adverb", "preposition"])
const isVenueSort = oneOf<VenueSort>(["occasion", "channel", "document", "place"])
