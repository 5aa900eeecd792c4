// All the tables of data/ together. In: their texts. Out: the lexicons that reading and resolving ask. Reading the
// files is left to the caller.
import { type ActorFiles, type ActorLexicon, addUserLexicon, parseActors } from "./actors.ts"
import { type BaseWords, parseBaseWords } from "./base-words.ts"
import { parseCountries } from "./countries.ts"
import { type Lexicon, type LexiconFiles, parseLexicon } from "./cues.ts"
import { type FrameFiles, type FrameLexicon, type NamedText, parseFrames } from "./frames.ts"
import { type Gazetteer, type GazetteerFiles, openGazetteer } from "./gazetteer.ts"
import { type ModalityFiles, type ModalityLexicon, parseModality } from "./modality.ts"
import { parseStandIns, type StandIns } from "./stand-ins.ts"
import { tableRows } from "./table-rows.ts"

export interface LexiconTexts {
  /** data/base-words.tsv. */
  readonly baseWords: string
  /** data/given-names.tsv. */
  readonly givenNames: string
  readonly cues: LexiconFiles
  readonly modality: ModalityFiles
  readonly frames: FrameFiles
  readonly actors: ActorFiles
  readonly places: GazetteerFiles
}

export interface Lexicons {
  /** What the network sees in place of names. */
  readonly standIns: StandIns
  /** Lower case. */
  readonly givenNames: ReadonlySet<string>
  readonly baseWords: BaseWords
  readonly cues: Lexicon
  readonly modality: ModalityLexicon
  readonly frames: FrameLexicon
  readonly actors: ActorLexicon
  readonly places: Gazetteer
}

/**
 * Reads all tables, and those that a user brings for actors; of a name in several of these the last one counts. Takes
 * some 150 ms. Throws an `InputError` “bad-lexicon” for a user's table with a wrong line.
 */
export function parseLexicons(texts: LexiconTexts, users: readonly NamedText[]): Lexicons {
  const baseWords = parseBaseWords(texts.baseWords)
  const givenNames = parseGivenNames(texts.givenNames)
  return {
    standIns: parseStandIns({
      countries: parseCountries(texts.actors.countries),
      givenNames,
      baseWords,
    }),
    givenNames,
    baseWords,
    cues: parseLexicon(texts.cues),
    modality: parseModality(texts.modality),
    frames: parseFrames(texts.frames),
    actors: users.reduce(
      (lexicon, { text, name }) => addUserLexicon(lexicon, text, name),
      parseActors(texts.actors),
    ),
    places: openGazetteer(texts.places),
  }
}

function parseGivenNames(text: string): ReadonlySet<string> {
  return new Set(tableRows(text).map(({ fields }) => fields[0]!))
}
