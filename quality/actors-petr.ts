// The invented countries of PETRARCH's unit records: their lexicon is given as a user gives one, and the parties of each
// record must be found with country and first sector among the noun phrases that stand for names and nouns in its sentence.
import { readFileSync } from "node:fs"
import { type ActorLexicon, addUserLexicon } from "../src/lexicon/actors.ts"
import { codeActor } from "../src/resolve/actors/index.ts"
import { run } from "../tools/actors/run.ts"
import { convertPetrLexicon } from "../tools/petr-lexicon.ts"

export interface PetrFigures {
  readonly records: number
  readonly parties: number
  /** Share of parties for whom some stretch of words of the sentence is coded to country and first sector. */
  readonly found: number
}

interface PetrRecord {
  readonly id: string
  readonly date: string
  readonly text: string
  readonly use: string
  readonly gold: readonly { readonly source: Party | null; readonly target: Party | null }[]
}

interface Party {
  readonly country?: string | null
  readonly sectors?: readonly string[]
}

export function measurePetrActors(sharedDir: string, lexicon: ActorLexicon, errors: number): PetrFigures {
  const petr = addUserLexicon(
    lexicon,
    convertPetrLexicon(readFileSync(`${sharedDir}/data/petr_lexicon.json`, "utf8")),
    "petr-lexicon.tsv",
  )
  const records = run("xz", ["-dkc", `${sharedDir}/data/petrarch-unit-records.visible.jsonl.xz`])
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as PetrRecord)
    .filter(({ use }) => use === "full" || use === "actors")
  let [parties, found, shown] = [0, 0, 0]
  for (const record of records) {
    const codes = new Set(stretchesOf(record.text).flatMap((text) => codeOf(text, petr, record.date)))
    const wanted = new Set(record.gold.flatMap(({ source, target }) => [source, target]).flatMap(keyOf))
    for (const key of wanted) {
      parties += 1
      if (codes.has(key)) found += 1
      else if (shown++ < errors)
        process.stderr.write(`${record.id} ${record.date} ${key} not found in: ${record.text}\n`)
    }
  }
  return { records: records.length, parties, found: Number((found / parties).toFixed(3)) }
}

/** Nothing for a party that the record leaves open. */
function keyOf(party: Party | null): readonly string[] {
  return party === null || !party.country ? [] : [`${party.country}/${party.sectors?.[0] ?? ""}`]
}

function codeOf(text: string, lexicon: ActorLexicon, date: string): readonly string[] {
  const head = text.split(" ").at(-1)!
  return [null, "person" as const].flatMap((label) =>
    codeActor({ text, head, label, acts: true }, lexicon, date).roles.map(
      ({ role }) => `${role.country ?? ""}/${role.sector ?? ""}`,
    ),
  )
}

/** Every stretch of up to six words within one clause. */
function stretchesOf(sentence: string): readonly string[] {
  return sentence.split(/[,;]/).flatMap((clause) => {
    const words = clause.trim().split(/\s+/)
    return words.flatMap((_, from) =>
      [1, 2, 3, 4, 5, 6]
        .filter((length) => from + length <= words.length)
        .map((length) => words.slice(from, from + length).join(" ")),
    )
  })
}
