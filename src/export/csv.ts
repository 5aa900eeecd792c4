// Statements or events as CSV (RFC 4180, UTF-8, lines end with a line feed). The header is a contract: its version
// stands in the first column of every row; columns may be added at the end, and anything else makes a new version.
//
// Wide: a row a line of the record, several values joined with `|`. Long: a row a value.
import { certaintyOf } from "../schema/certainty.ts"
import type { DocRecord } from "../schema/record.ts"
import { eventLines, type Field, type Item, statementLines, type TableLine } from "./csv-fields.ts"

export type CsvTable = "statements" | "events"

const VERSION = 1

/**
 * What a field has besides its values: `plain` nothing, `words` places, `value`
 * the words it comes from and places, `entity` also who that is.
 */
type FieldKind = "plain" | "words" | "value" | "entity"

/** A column that a field has, after its name, and which part of its items stands there. */
const PARTS: Readonly<Record<FieldKind, readonly (readonly [suffix: string, part: keyof Item])[]>> = {
  plain: [["", "value"]],
  words: [
    ["", "value"],
    ["_utf16", "utf16"],
  ],
  value: [
    ["", "value"],
    ["_words", "words"],
    ["_utf16", "utf16"],
  ],
  entity: [
    ["", "value"],
    ["_id", "entity"],
    ["_code", "code"],
    ["_link", "link"],
    ["_words", "words"],
    ["_utf16", "utf16"],
  ],
}

const FIELDS: Readonly<Record<CsvTable, readonly (readonly [name: string, kind: FieldKind])[]>> = {
  statements: [
    ["inside", "plain"],
    ["kind", "plain"],
    ["mode", "plain"],
    ["source", "words"],
    ["speaker", "entity"],
    ["cue", "words"],
    ["content", "words"],
    ["quoted", "words"],
    ["venue", "words"],
    ["venue_place", "entity"],
    ["addressee", "words"],
  ],
  events: [
    ["type", "value"],
    ["mode", "plain"],
    ["context", "plain"],
    ["status", "value"],
    ["standing", "plain"],
    ["time", "value"],
    ["actor", "entity"],
    ["recipient", "entity"],
    ["place", "entity"],
    ["place_latitude", "plain"],
    ["place_longitude", "plain"],
    ["place_precision", "plain"],
    ["instrument", "words"],
    ["amount", "value"],
    ["amount_unit", "plain"],
    ["mention", "words"],
    ["said_by", "plain"],
    ["not_vouched_for_by", "plain"],
    ["denied_by", "plain"],
  ],
}

const LONG_PARTS: readonly (keyof Item)[] = [
  "value",
  "entity",
  "code",
  "link",
  "words",
  "utf16",
  "basis",
  "score",
]

/** The names of the columns, with a line break. */
export function csvHeader(table: CsvTable, long: boolean): string {
  const fields = FIELDS[table].flatMap(([name, kind]) => PARTS[kind].map(([suffix]) => name + suffix))
  return toLine(
    long
      ? ["format", "file", "doc", "id", "field", "number", ...LONG_PARTS]
      : [
          "format",
          "file",
          "doc",
          "id",
          ...fields,
          "score",
          "certainty",
          "outlet",
          "published",
          "title",
          "url",
        ],
  )
}

/** The rows of one record, in its order; `file` is what it was read from. */
export function csvRows(table: CsvTable, long: boolean, file: string, record: DocRecord): string {
  const lines = table === "statements" ? statementLines(record) : eventLines(record)
  const format = `sayso-${table}${long ? "-long" : ""}-${VERSION}`
  const start = [format, file, record.doc.id]
  return lines
    .flatMap((line) => (long ? longRows(line) : [wideRow(line, table, record)]))
    .map((row) => toLine([...start, ...row]))
    .join("")
}

function wideRow({ id, score, fields }: TableLine, table: CsvTable, { doc }: DocRecord): readonly string[] {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const cells = FIELDS[table].flatMap(([name, kind]) =>
    PARTS[kind].map(([, part]) => joinItems(byName.get(name), part)),
  )
  const about = [doc.outlet ?? "", doc.published?.edtf ?? "", doc.title ?? "", doc.source.url ?? ""]
  return [id, ...cells, score.toFixed(2), certaintyOf(score), ...about]
}

function longRows({ id, fields }: TableLine): readonly (readonly string[])[] {
  return fields.flatMap(({ name, items }) =>
    items.map((item, index) => [id, name, String(index + 1), ...LONG_PARTS.map((part) => item[part])]),
  )
}

/** Values side by side: `a|b`; a bar in a value is `\|`, a backslash `\\`. As many in each column of one field. */
function joinItems(field: Field | undefined, part: keyof Item): string {
  return (field?.items ?? []).map((item) => item[part].replace(/[\\|]/g, "\\$&")).join("|")
}

function toLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(",")}\n`
}

function toCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
