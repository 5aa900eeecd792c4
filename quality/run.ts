// Measures the reader and keeps the figures in quality/scores.json, from which documents and `sayso doctor --quality` are filled.
//   npm run quality                        all parts
//   npm run quality -- attribution syntax  some of them; the others keep their figures
// Data: ../shared (or --shared FOLDER). Each part is a program of its own that prints one JSON object.
import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { describeRun, ROOT } from "../bench/figures.ts"

interface Part {
  readonly script: string
  readonly args?: readonly string[]
  readonly data: string
  /** Whether the network takes part: then its hash stands beside the figures. */
  readonly network: boolean
}

const PARTS: Readonly<Record<string, Part>> = {
  attribution: { script: "attribution.ts", data: "PolNeAR dev (84 reports), first annotator", network: true },
  corpus: {
    script: "corpus.ts",
    args: ["--part", "test"],
    data: "Sayso corpus, test part, annotated from blank text",
    network: true,
  },
  corpusDev: {
    script: "corpus.ts",
    args: ["--part", "dev"],
    data: "Sayso corpus, dev part",
    network: true,
  },
  conflict: {
    script: "corpus.ts",
    args: ["--part", "conflict-test"],
    data: "Sayso corpus, conflict-test, invented reports of conflict that were not looked at",
    network: true,
  },
  conflictDev: {
    script: "corpus.ts",
    args: ["--part", "conflict-dev"],
    data: "Sayso corpus, conflict-dev",
    network: true,
  },
  broadDev: {
    script: "corpus.ts",
    args: ["--part", "broad-dev"],
    data: "Sayso corpus, broad-dev",
    network: true,
  },
  readers: {
    script: "corpus.ts",
    args: ["--readings", "second"],
    data: "Sayso corpus, reports annotated twice, by two readers of one kind",
    network: false,
  },
  readersOtherBrief: {
    script: "corpus.ts",
    args: ["--readings", "other-brief"],
    data: "Sayso corpus, reports annotated again by a reader with another brief, without the guideline",
    network: false,
  },
  readersConflict: {
    script: "corpus.ts",
    args: ["--readings", "conflict"],
    data: "Sayso corpus, invented reports of conflict annotated twice, by two readers of one kind",
    network: false,
  },
  swaps: {
    script: "swaps.ts",
    data: "Sayso corpus, passages with their parties exchanged",
    network: true,
  },
  syntax: { script: "syntax.ts", data: "EWT test; GUM test, news; raw text", network: true },
  coreference: {
    script: "coreference.ts",
    data: "GUM test, news; GAP validation; Sayso corpus test; raw text",
    network: true,
  },
  actors: {
    script: "actors.ts",
    args: ["--part", "test"],
    data: "300 questions from the office holders; entities of the Sayso corpus; names of PETRARCH's records",
    network: true,
  },
  places: { script: "places.ts", data: "GeoVirus, 229 texts in two halves", network: false },
  dates: { script: "dates.ts", data: "WikiWars; dates of the Sayso corpus", network: true },
  quantities: { script: "quantities.ts", data: "amounts of the Sayso corpus", network: true },
  eventsCoded: {
    script: "events-coded.ts",
    data: "PETRARCH unit records and PLOVER gold standard records, visible halves",
    network: true,
  },
  eventsCorpus: {
    script: "events-corpus.ts",
    args: ["--part", "test"],
    data: "events of the Sayso corpus, test part",
    network: true,
  },
  voices: { script: "voices.ts", data: "status and voices of the Sayso corpus's events", network: true },
  disputes: {
    script: "disputes.ts",
    args: ["--parts", "dev,broad-dev,conflict-dev,test,conflict-test"],
    data: "who denies and who disputes in the Sayso corpus, parts that nothing learned from",
    network: true,
  },
  fairness: {
    script: "fairness.ts",
    data: "Sayso corpus, dev and test parts, by the country of speaker or actor and by pronoun",
    network: true,
  },
  ingest: {
    script: "ingest.ts",
    data: "37 pages of article-extraction-benchmark; 29 of htmldate's MediaCloud sample",
    network: false,
  },
}

/** What others reach on the same task; measured or published, see `source`. */
const PEERS = [
  {
    who: "two people",
    relation: 0.68,
    wrongSpeaker: null,
    source: "PolNeAR train documents annotated twice, same scorer",
  },
  {
    who: "Citron, retrained on PolNeAR train",
    relation: 0.43,
    wrongSpeaker: 0.094,
    source: "PolNeAR held test, same scorer; about 2,400 words/s",
  },
  {
    who: "rules over a parse",
    relation: 0.33,
    wrongSpeaker: 0.084,
    source: "PolNeAR held test, same scorer",
  },
] as const

/** The same for events: PETRARCH's own unit records, whole suite. Its trees and dictionaries are help that Sayso does not get. */
const EVENT_PEERS = [
  {
    who: "PETRARCH2 1.2.0",
    type: 0.869,
    dyad: 0.817,
    full: 0.811,
    help: "gold trees; the records' actors; its own verbs",
    source: "PETRARCH's unit records, all 105, same scorer (../shared/design/events.md 4.1)",
  },
  {
    who: "UniversalPetrarch",
    type: 0.727,
    dyad: 0.767,
    full: 0.639,
    help: "UDPipe trees; the records' actors",
    source: "101 of these records, its recorded outputs, same scorer (../shared/design/events.md 4.1)",
  },
] as const

const FILE = join(ROOT, "quality", "scores.json")

const { values, positionals } = parseArgs({
  options: { shared: { type: "string", default: join(ROOT, "..", "shared") } },
  allowPositionals: true,
})
const wanted = positionals.length === 0 ? Object.keys(PARTS) : positionals
const unknown = wanted.filter((name) => PARTS[name] === undefined)
if (unknown.length > 0) {
  process.stderr.write(`No part ${unknown.join(", ")}. There are: ${Object.keys(PARTS).join(", ")}.\n`)
  process.exit(2)
}

const scores = readScores()
for (const name of wanted) {
  const part = PARTS[name] as Part
  process.stderr.write(`${name}: ${part.data} …\n`)
  const args = [join(ROOT, "quality", part.script), ...(part.args ?? []), "--shared", values.shared]
  const run = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  })
  if (run.status !== 0) {
    process.stderr.write(`${name}: ended with ${run.status ?? run.signal}. Its old figures stay.\n`)
    process.exitCode = 1
    continue
  }
  scores.parts[name] = {
    ...describeRun(`npm run quality -- ${name}`, part.network),
    data: part.data,
    figures: JSON.parse(run.stdout) as unknown,
  }
  writeFileSync(
    FILE,
    `${JSON.stringify({ peers: PEERS, eventPeers: EVENT_PEERS, parts: scores.parts }, null, 2)}\n`,
  )
}

function readScores(): { parts: Record<string, unknown> } {
  try {
    return JSON.parse(readFileSync(FILE, "utf8")) as { parts: Record<string, unknown> }
  } catch {
    return { parts: {} }
  }
}
