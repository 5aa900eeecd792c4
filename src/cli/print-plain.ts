// A record for grep, awk and spreadsheets: one line a statement, fields between tabs. The header is a contract:
// columns may be added at its end, never moved or renamed. Documented in docs/reference/cli.md.
import { certaintyOf } from "../schema/certainty.ts"
import type { Evidence } from "../schema/evidence.ts"
import type { DocRecord, Statement } from "../schema/record.ts"
import { joinWords } from "./print-record.ts"

type Column = readonly [name: string, field: (path: string, statement: Statement) => string]

const COLUMNS: readonly Column[] = [
  ["file", (path) => path],
  ["id", (_path, statement) => statement.id],
  ["inside", (_path, statement) => statement.inside ?? ""],
  ["kind", (_path, statement) => statement.kind],
  ["mode", (_path, statement) => statement.mode],
  ["source", (_path, statement) => words(statement.source)],
  ["cue", (_path, statement) => words(statement.cue)],
  ["content", (_path, statement) => words(statement.content)],
  ["venue", (_path, statement) => words(statement.venue)],
  ["addressee", (_path, statement) => words(statement.addressee)],
  [
    "spans",
    (_path, statement) => statement.content.parts.map(({ span }) => `${span.start}-${span.end}`).join("|"),
  ],
  ["score", (_path, statement) => statement.score.toFixed(2)],
  ["certainty", (_path, statement) => certaintyOf(statement.score)],
]

/** The names of the columns, with a line break. */
export const PLAIN_HEADER = toLine(COLUMNS.map(([name]) => name))

/** The record's statements in their order, a line each; `path` is the file they were read from. */
export function printPlain(path: string, record: DocRecord): string {
  return record.statements
    .map((statement) => toLine(COLUMNS.map(([, field]) => field(path, statement))))
    .join("")
}

function words(evidence: Evidence | null): string {
  return evidence === null ? "" : joinWords(evidence)
}

// A path may hold a tab or a line break; words have been put on one line already.
function toLine(fields: readonly string[]): string {
  return `${fields.map((field) => field.replace(/[\t\r\n]/g, " ")).join("\t")}\n`
}
