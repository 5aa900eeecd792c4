// How well actors are coded: offices on a day, the persons and bodies of the corpus, the invented countries of PETRARCH.
//   node quality/actors.ts [--shared ../shared] [--weights weights] [--part test] [--cache FOLDER] [--errors N] [--by]
// Prints one JSON object. --errors prints the first N differences of each sort on standard error, --by how often each sort of
// telling is right; never use either with --part test. --cache keeps what the network makes of the reports.
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import {
  ACTOR_FILES,
  type ActorLexicon,
  parseActors,
  parseCountries,
  parseGivenNames,
} from "../src/lexicon/index.ts"
import { measureCorpusActors } from "./actors-corpus.ts"
import { measureOffices } from "./actors-offices.ts"
import { measurePetrActors } from "./actors-petr.ts"
import { DATA_AND_WEIGHTS, ROOT } from "./options.ts"
import { type KeptReading, openCache } from "./readings.ts"
import { optionsFor, REPORTS } from "./scorers.ts"

/** The lexicon that ships. */
export function readActorLexicon(): ActorLexicon {
  const read = (name: string): string => readFileSync(join(ROOT, "data", name), "utf8")
  const givenNames = parseGivenNames(read("given-names.tsv"))
  return parseActors({
    countries: parseCountries(read("countries.tsv")),
    officeHolders: read("actors/office-holders.tsv"),
    actors: ACTOR_FILES.map((name) => ({ name, text: read(`actors/${name}`) })),
    isGivenName: (word) => givenNames.has(word),
  })
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...DATA_AND_WEIGHTS,
      part: { type: "string", default: "dev" },
      cache: { type: "string" },
      errors: { type: "string", default: "0" },
      by: { type: "boolean", default: false },
    },
  })
  const lexicon = readActorLexicon()
  const errors = Number(values.errors)
  const folder = values.cache ?? mkdtempSync(join(tmpdir(), "sayso-actors-"))
  const cache = openCache(values.weights, folder)
  const read = (id: string): Promise<KeptReading> =>
    cache.read(readFileSync(join(REPORTS, `${id}.txt`), "utf8"), optionsFor(id))
  const figures = {
    offices: measureOffices(values.shared, lexicon, errors),
    corpus: await measureCorpusActors(lexicon, read, { part: values.part, errors, by: values.by }),
    petrarch: measurePetrActors(values.shared, lexicon, errors),
  }
  await cache.close()
  if (values.cache === undefined) rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
}

if (import.meta.main) await main()
