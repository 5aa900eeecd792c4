// Whether the reader is as good for one country's people as for another's, for women as for men: shares of what is read
// right in the Sayso corpus, by the country of the gold speaker or actor and by the pronoun, with the scorer of ../shared/score.
//   node quality/fairness.ts [--shared ../shared] [--weights weights] [--parts dev,test]
// Prints one JSON object. The scorer is given, group by group, only the gold statements and events of that group, so what
// it tells of them is a share of the gold: how much is found, and how much of that is right. What is read too much is no group's.
// Since each group is paired with the readings alone, a little more is found than by all at once: .896 for .890 of the
// statements with a speaker, .689 for .676 of the events with an actor (dev part, 2026-11-29); groups compare with each other.
// All reports of the corpus come from one outlet, so there is nothing to count by the outlet's country.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { readRecords } from "./corpus.ts"
import { DATA_AND_WEIGHTS } from "./options.ts"
import { REGIONS, regionOf } from "./regions.ts"
import { annotated, compareRecords, readGold } from "./scorers.ts"

/** Fewer say nothing: one statement more or less would be several points. */
const MIN_STATEMENTS = 15

const PRONOUNS: Readonly<Record<string, readonly string[]>> = {
  "he, him, his": ["he", "him", "his", "himself"],
  "she, her, hers": ["she", "her", "hers", "herself"],
  "they, them, their": ["they", "them", "their", "theirs", "themselves"],
}

/** One report of the corpus: what the groups are told by; the scorer gets the rest as it is. */
export interface Gold {
  readonly entities: readonly { readonly id: string; readonly code: string | null }[]
  readonly statements: readonly {
    readonly speaker: string | null
    readonly source: readonly { readonly text: string }[] | null
  }[]
  readonly events: readonly { readonly actors: readonly string[] }[]
}

/** The regions that are counted apart, and those that are counted together because each has too few statements. */
export function splitRegions(reports: readonly Gold[]): {
  readonly apart: readonly string[]
  readonly together: readonly string[]
} {
  const isLarge = (region: string) =>
    reports.reduce((sum, report) => sum + ofRegions(report, [region]).statements.length, 0) >= MIN_STATEMENTS
  return { apart: REGIONS.filter(isLarge), together: REGIONS.filter((region) => !isLarge(region)) }
}

/** The statements whose speaker comes from one of `regions`, and the events with actors from there, with these alone. */
export function ofRegions(gold: Gold, regions: readonly string[]): Gold {
  const isOwn = (code: string | null) => regions.includes(regionOf(code))
  const own = new Set(gold.entities.filter(({ code }) => isOwn(code)).map(({ id }) => id))
  return {
    ...gold,
    statements: gold.statements.filter(({ speaker }) => speaker !== null && own.has(speaker)),
    events: gold.events
      .map((event) => ({ ...event, actors: event.actors.filter((actor) => own.has(actor)) }))
      .filter(({ actors }) => actors.length > 0),
  }
}

/** The statements whose source is one of these pronouns. */
export function ofPronoun(gold: Gold, pronouns: readonly string[]): Gold {
  const isOne = (words: string | undefined) => words !== undefined && pronouns.includes(words.toLowerCase())
  return {
    ...gold,
    statements: gold.statements.filter(({ source }) => isOne(source?.[0]?.text)),
    events: [],
  }
}

interface Found {
  /** Share of the gold that is found. */
  readonly r: number
  /** How many there are in the gold. */
  readonly n: number
}

/** What is used of the scorer's object. */
interface Scores {
  readonly statements: {
    readonly paired: Found
    readonly speaker: number | null
    readonly "speaker, pronoun": number | null
  }
  readonly events: { readonly found: Found; readonly status: number | null; readonly actors: Found }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...DATA_AND_WEIGHTS,
      parts: { type: "string", default: "dev,test" },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), "sayso-fairness-"))
  try {
    const [group, predicted] = [join(folder, "group.jsonl"), join(folder, "predicted.jsonl")]
    const ids = values.parts.split(",").flatMap(annotated)
    await readRecords(ids, values.weights, predicted)
    const reports = readGold<Gold>(values.shared, ids, "code points")
    const scoresOf = (select: (report: Gold) => Gold): Scores => {
      const own = reports
        .map(select)
        .filter(({ statements, events }) => statements.length + events.length > 0)
      writeFileSync(group, own.map((each) => `${JSON.stringify(each)}\n`).join(""))
      return compareRecords<Scores>(values.shared, { gold: group, predicted, errors: 0 }).scores
    }
    const { apart, together } = splitRegions(reports)
    const groups = apart.map((region) => ({ group: region, regions: [region] }))
    if (together.length > 0) groups.push({ group: "elsewhere", regions: [...together] })
    const byCountry = groups.map(({ group: name, regions }) => {
      const { statements, events } = scoresOf((report) => ofRegions(report, regions))
      return {
        group: name,
        statements: statements.paired.n,
        statementsFound: statements.paired.r,
        rightSpeaker: statements.speaker,
        events: events.found.n,
        eventsFound: events.found.r,
        rightStatus: events.status,
        rightActors: events.actors.r,
      }
    })
    const byPronoun = Object.entries(PRONOUNS).map(([name, pronouns]) => {
      const { statements } = scoresOf((report) => ofPronoun(report, pronouns))
      return {
        group: name,
        statements: statements.paired.n,
        statementsFound: statements.paired.r,
        rightSpeaker: statements["speaker, pronoun"],
      }
    })
    process.stdout.write(
      `${JSON.stringify({ reports: ids.length, byCountry, elsewhere: together.join("; "), byPronoun }, null, 2)}\n`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await main()
