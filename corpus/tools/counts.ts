// How much there is of what in the corpus. In: its reports. Out: numbers by part, and tables for the data sheet.
import type { Table } from "../../src/cli/quality.ts"
import { type CorpusReport, SPLITS } from "./corpus.ts"
import type { AnnotatedReport } from "./words-format.ts"

export interface Counts {
  readonly listed: number
  readonly annotated: number
  readonly words: number
  readonly statements: number
  /** Statements inside others. */
  readonly nested: number
  readonly events: number
  /** Voices that deny or hedge. */
  readonly doubts: number
  readonly quantities: number
}

export function countReports(reports: readonly CorpusReport[]): Counts {
  const annotated = reports.filter(({ record }) => record !== null)
  const sum = (of: (record: AnnotatedReport) => number): number =>
    annotated.reduce((total, { record }) => total + of(record!), 0)
  return {
    listed: reports.length,
    annotated: annotated.length,
    words: annotated.reduce((total, { text }) => total + text.split(/\s+/).filter(Boolean).length, 0),
    statements: sum(({ statements }) => statements.length),
    nested: sum(({ statements }) => statements.filter(({ inside }) => inside !== null).length),
    events: sum(({ events }) => events.length),
    doubts: sum(
      ({ events }) =>
        events.flatMap(({ voices }) => voices).filter(({ stance }) => stance !== "asserts").length,
    ),
    quantities: sum(({ events }) => events.flatMap(({ quantities }) => quantities).length),
  }
}

/** “train”, “dev”, “test”, “all”, each with its counts. */
export function countSplits(reports: readonly CorpusReport[]): readonly (readonly [string, Counts])[] {
  const parts = SPLITS.map((split) => [split, reports.filter((each) => each.split === split)] as const)
  return [...parts, ["all", reports] as const].map(([name, part]) => [name, countReports(part)])
}

/** For the data sheet: the parts, the kinds of statements, the types of events, the topics. */
export function countTables(reports: readonly CorpusReport[]): readonly Table[] {
  const records = reports.flatMap(({ record }) => record ?? [])
  const statements = records.flatMap((record) => record.statements)
  const events = records.flatMap((record) => record.events)
  const headings = [
    "part",
    "reports",
    "words",
    "statements",
    "inside others",
    "events",
    "voices that deny or hedge",
    "quantities",
  ]
  const rows = countSplits(reports).map(([name, counts]) => {
    const { annotated, words, statements, nested, events, doubts, quantities } = counts
    return [name, ...[annotated, words, statements, nested, events, doubts, quantities].map(formatCount)]
  })
  return [
    { title: "Parts", headings, rows, notes: [] },
    tally(
      "Statements",
      ["kind", "statements"],
      statements.map(({ kind }) => kind),
    ),
    tally(
      "Modes",
      ["mode", "statements"],
      statements.map(({ mode }) => mode),
    ),
    tally(
      "Events",
      ["type", "events"],
      events.map(({ type }) => type ?? "none of PLOVER's"),
    ),
    tally(
      "Status",
      ["status", "events"],
      events.map(({ status }) => status),
    ),
    tally(
      "Topics",
      ["topic", "reports"],
      reports.map(({ topic }) => topic),
    ),
  ]
}

function tally(title: string, headings: readonly string[], values: readonly string[]): Table {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const rows = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
  return { title, headings, rows: rows.map(([value, count]) => [value, formatCount(count)]), notes: [] }
}

function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",")
}
