// All the tables of data/ together. In: their texts. Out: the lexicons that reading and resolving ask. Reading the
// files is left to the caller.
import {
  type ActorFiles,
  type ActorLexicon,
  addUserLexicon,
  isBodyName,
  meaningsOf,
  outletsOf,
  parseActors,
  personsNamed,
} from "./actors.ts"
import { type BaseWords, parseBaseWords } from "./base-words.ts"
import { type ContextLexicon, parseContexts } from "./contexts.ts"
import { type Country, parseCountries } from "./countries.ts"
import { type Lexicon, type LexiconFiles, parseLexicon } from "./cues.ts"
import { foldName } from "./fold-name.ts"
import { type FrameFiles, type FrameLexicon, type NamedText, parseFrames } from "./frames.ts"
import { type Gazetteer, type GazetteerFiles, isKnownPlace, openGazetteer } from "./gazetteer.ts"
import { type GivenNames, parseGivenNames } from "./given-names.ts"
import { type HeadNouns, parseHeadNouns } from "./head-nouns.ts"
import { type ModalityFiles, type ModalityLexicon, parseModality } from "./modality.ts"
import { parseStandIns, type StandIns } from "./stand-ins.ts"

export interface LexiconTexts {
  /** data/base-words.tsv. */
  readonly baseWords: string
  /** data/given-names.tsv. */
  readonly givenNames: string
  /** data/head-nouns.tsv. */
  readonly headNouns: string
  /** data/contexts.tsv. */
  readonly contexts: string
  /** data/countries.tsv. */
  readonly countries: string
  readonly cues: LexiconFiles
  readonly modality: ModalityFiles
  readonly frames: FrameFiles
  readonly actors: Omit<ActorFiles, "countries" | "isGivenName">
  readonly places: GazetteerFiles
}

export interface Lexicons {
  /** What the network sees in place of names. */
  readonly standIns: StandIns
  readonly contexts: ContextLexicon
  readonly countries: readonly Country[]
  readonly givenNames: GivenNames
  readonly headNouns: HeadNouns
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
  const countries = parseCountries(texts.countries)
  const actors = users.reduce(
    (lexicon, { text, name }) => addUserLexicon(lexicon, text, name),
    parseActors({ ...texts.actors, countries, isGivenName: (word) => givenNames.has(word) }),
  )
  const places = openGazetteer(texts.places)
  const headNouns = parseHeadNouns(texts.headNouns)
  return {
    standIns: parseStandIns({
      countries,
      outlets: outletsOf(actors),
      givenNames,
      baseWords,
      // Rows of the great table of offices tell when they were captured; those of the greatest are written by hand.
      isSurname: (word, isCommon) =>
        personsNamed(actors, foldName(word)).some(({ captured }) => !isCommon || captured === null) &&
        !places.candidates(word).some(isKnownPlace),
      isBody: (word) => isBodyName(actors, word),
      isUnheard: (word) =>
        !places.candidates(word).some(isKnownPlace) &&
        meaningsOf(actors, foldName(word)).found.every(
          ({ meaning }) => meaning.as === "row" && meaning.row.kind === "person",
        ),
    }),
    contexts: parseContexts(texts.contexts),
    countries,
    givenNames,
    headNouns,
    baseWords,
    cues: parseLexicon(texts.cues),
    modality: parseModality(texts.modality),
    frames: withActors(parseFrames(texts.frames), headNouns),
    actors,
    places,
  }
}

/** Every noun for a person may act, whether or not the class of frames lists it: “two servicemen were killed”. */
function withActors(frames: FrameLexicon, headNouns: HeadNouns): FrameLexicon {
  const persons = [...headNouns].flatMap(([noun, { kind }]) =>
    kind === "person" && !ALSO_THINGS.has(noun) ? [noun] : [],
  )
  const actors = new Set([...(frames.classes.get("actors") ?? []), ...persons])
  return { ...frames, classes: new Map([...frames.classes, ["actors", actors]]) }
}

// “demanded justice”
const ALSO_THINGS = new Set(["justice", "character", "chair", "source"])
