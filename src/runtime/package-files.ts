// The tables of the package, as they lie in data/ and weights/. In: the files. Out: their texts and bytes.
import type { LexiconTexts } from "../lexicon/index.ts"
import { ACTOR_FILES, FRAME_FILES, type NamedText } from "../lexicon/index.ts"
import { packagePath } from "./package.ts"
import { readPart } from "./read-part.ts"

/** What the package's data/ holds, and the ranker of coreference; `bytes` is all of it, for its hash. */
export interface DataFiles {
  readonly lexicons: LexiconTexts
  /** weights/coreference.bin. */
  readonly ranker: Uint8Array
  readonly bytes: readonly Uint8Array[]
}

/** Reads all of data/; some 25 MB. Throws an `InputError` “weights-missing” where one cannot be read. */
export async function readDataFiles(): Promise<DataFiles> {
  const read = new Map<string, Uint8Array>()
  await Promise.all(
    DATA_FILES.map(async (name) => {
      read.set(name, await readPart(packagePath(name)))
    }),
  )
  const text = (name: string): string => new TextDecoder().decode(read.get(`data/${name}`))
  const named = (folder: string, name: string): NamedText => ({
    name: `data/${folder}/${name}`,
    text: text(`${folder}/${name}`),
  })
  return {
    lexicons: {
      baseWords: text("base-words.tsv"),
      givenNames: text("given-names.tsv"),
      headNouns: text("head-nouns.tsv"),
      contexts: text("contexts.tsv"),
      countries: text("countries.tsv"),
      cues: { cues: text("cues.tsv"), venues: text("venues.tsv") },
      modality: { modality: text("modality.tsv"), hedges: text("hedges.tsv") },
      frames: {
        frames: FRAME_FILES.map((name) => named("frames", name)),
        lightVerbs: named("frames", "light-verbs.tsv"),
        classes: named("frames", "classes.tsv"),
        irregular: named("frames", "irregular.tsv"),
      },
      actors: {
        officeHolders: text("actors/office-holders.tsv"),
        actors: ACTOR_FILES.map((name) => ({ name, text: text(`actors/${name}`) })),
      },
      places: {
        places: read.get("data/places/places.bin")!,
        countries: text("places/countries.tsv"),
        supplement: text("places/supplement.tsv"),
      },
    },
    ranker: read.get("weights/coreference.bin")!,
    bytes: DATA_FILES.map((name) => read.get(name)!),
  }
}

const DATA_FILES: readonly string[] = [
  "base-words.tsv",
  "cues.tsv",
  "venues.tsv",
  "modality.tsv",
  "hedges.tsv",
  "given-names.tsv",
  "head-nouns.tsv",
  "contexts.tsv",
  "countries.tsv",
  ...[...FRAME_FILES, "light-verbs.tsv", "classes.tsv", "irregular.tsv"].map((name) => `frames/${name}`),
  ...[...ACTOR_FILES, "office-holders.tsv"].map((name) => `actors/${name}`),
  ...["places.bin", "countries.tsv", "supplement.tsv"].map((name) => `places/${name}`),
]
  .map((name) => `data/${name}`)
  .concat("weights/coreference.bin")
