// A record for grep, awk and spreadsheets: one line a statement, fields between tabs. The header is a contract:
// columns may be added at its end, never moved or renamed. Documented in docs/reference/cli.md.
import { codeOf } from "../../schema/actor-code.ts"
import { certaintyOf } from "../../schema/certainty.ts"
import type { Evidence } from "../../schema/evidence.ts"
import type { DocRecord, RecordedEntity, Statement } from "../../schema/record.ts"
import { onOneLine } from "../terminal-text.ts"
import { Names } from "./names.ts"
import { joinWords } from "./words.ts"

interface PlainLine {
  readonly path: string
  readonly statement: Statement
  readonly speaker: RecordedEntity | null
}

type Column = readonly [name: string, field: (line: PlainLine) => string]

const COLUMNS: readonly Column[] = [
  ["file", ({ path }) => path],
  ["id", ({ statement }) => statement.id],
  ["inside", ({ statement }) => statement.inside ?? ""],
  ["kind", ({ statement }) => statement.kind],
  ["mode", ({ statement }) => statement.mode],
  ["source", ({ statement }) => words(statement.source)],
  ["cue", ({ statement }) => words(statement.cue)],
  ["content", ({ statement }) => words(statement.content)],
  ["venue", ({ statement }) => words(statement.venue)],
  ["addressee", ({ statement }) => words(statement.addressee)],
  [
    "spans",
    ({ statement }) => statement.content.parts.map(({ span }) => `${span.start}-${span.end}`).join("|"),
  ],
  ["score", ({ statement }) => statement.score.toFixed(2)],
  ["certainty", ({ statement }) => certaintyOf(statement.score)],
  ["speaker", ({ speaker }) => (speaker === null ? "" : onOneLine(speaker.name))],
  ["code", ({ speaker }) => (speaker === null ? "" : (codeOf(speaker) ?? ""))],
]

/** The names of the columns, with a line break. */
export const PLAIN_HEADER = toLine(COLUMNS.map(([name]) => name))

/** The record's statements in their order, a line each; `path` is the file they were read from. */
export function printPlain(path: string, record: DocRecord): string {
  const names = new Names(record)
  return record.statements
    .map((statement) => {
      const speaker = statement.speaker === null ? null : names.get(statement.speaker.value)
      return toLine(COLUMNS.map(([, field]) => field({ path, statement, speaker })))
    })
    .join("")
}

function words(evidence: Evidence | null): string {
  return evidence === null ? "" : joinWords(evidence)
}

// A path may hold a tab or a line break; words have been put on one line already.
function toLine(fields: readonly string[]): string {
  return `${fields.map((field) => field.replace(/[\t\r\n]/g, " ")).join("\t")}\n`
}
