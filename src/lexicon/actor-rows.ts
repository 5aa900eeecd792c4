// Rows of the actor files, ours and users'. In: the text of a file. Out: its rows, checked. The format is told at the
// top of data/actors/bodies.tsv.
import { inputError } from "../base/input-error.ts"
import { INTERNATIONAL } from "../schema/actor-code.ts"
import { foldName } from "./fold-name.ts"

/** `role`: a noun for persons (“soldier”). `body`: a noun for organisations (“ministry”). */
export type RowKind = "person" | "organization" | "group" | "state" | "role" | "body"

/** One row: a name, and what it stands for, at a time. */
export interface ActorRow {
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: RowKind
  readonly country: string | null
  /** PLOVER sector; of nouns also "*" and "*GOV", see data/actors/roles.tsv. */
  readonly sector: string | null
  readonly secondary: readonly string[]
  readonly office: string | null
  /** First and last day as far as known: "2014-03-31", "2014-03", "2014". */
  readonly from: string | null
  readonly until: string | null
  /** "wikidata:Q58217", or the name that the file gives. */
  readonly id: string | null
  /** The last day on which an empty end was known to be true; null when it is kept up to date. */
  readonly captured: string | null
}

/** The sectors of PLOVER, and NGO and PRE as its actors have them. */
export const SECTORS: readonly string[] =
  "GOV LEG JUD COP MIL SPY REB PRM UAF OPP PTY ELI JRN BUS EDU MED LAB CVL REL REF NGO AGR CRM PRE SOC UNK".split(
    " ",
  )

const COLUMNS = [
  "name",
  "aliases",
  "kind",
  "country",
  "sector",
  "secondary",
  "office",
  "from",
  "until",
  "id",
  "source",
] as const

type Column = (typeof COLUMNS)[number]

/** How many columns a row has, and which is which. */
interface Head {
  readonly count: number
  readonly places: Readonly<Partial<Record<Column, number>>>
}

export interface Checks {
  /** As messages name it. */
  readonly fileName: string
  /** Codes of countries beside those that the file itself makes known. */
  readonly countries: ReadonlySet<string>
}

/** All rows in the order of the file. Throws an `InputError` "bad-lexicon" that names every line that does not fit. */
export function parseActorRows(text: string, { fileName, countries }: Checks): readonly ActorRow[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/)
  const found: { readonly line: number; readonly sentence: string }[] = []
  const fault: Report = (line, wrong, remedy) =>
    void found.push({ line, sentence: `Line ${line}: ${shown(wrong)}. ${remedy}.` })
  const rows = readRows(lines, fault)
  const codes = codesOf(lines, rows)
  for (const row of rows) checkCodes(row, codes, countries, fault)
  checkOffices(rows, fault)
  const faults = found.sort((one, other) => one.line - other.line).map(({ sentence }) => sentence)
  if (faults.length > 0) throw badLexicon(fileName, faults)
  return rows
}

/** Words of a file that may be no text at all: short, and without what a terminal would obey. */
function shown(words: string): string {
  const plain = words.replace(/[\p{Cc}\p{Cf}\uFFFD]+/gu, "�")
  return plain.length <= 160 ? plain : `${plain.slice(0, 159)}…`
}

/** Names a line, what is wrong with it, what to do. */
type Report = (line: number, wrong: string, remedy: string) => void

/** A row, and where it stands. */
interface Numbered extends ActorRow {
  readonly line: number
}

const MOST_SHOWN = 20

function badLexicon(fileName: string, faults: readonly string[]): Error {
  const more = faults.length > MOST_SHOWN ? [`And ${faults.length - MOST_SHOWN} more.`] : []
  const list = [...faults.slice(0, MOST_SHOWN), ...more].map((fault) => `\n  ${fault}`).join("")
  return inputError("bad-lexicon", `${fileName} cannot be used:${list}`)
}

function readRows(lines: readonly string[], fault: Report): readonly Numbered[] {
  const headLine = lines.findIndex(isContent)
  if (headLine < 0) {
    fault(1, "there is no row", "Write a line with the names of the columns, then one row a line")
    return []
  }
  const head = readHead(lines[headLine]!, headLine + 1, fault)
  if (head === null) return []
  return lines.flatMap((line, index) =>
    index <= headLine || !isContent(line) ? [] : (readRow(line, head, index + 1, fault) ?? []),
  )
}

function isContent(line: string): boolean {
  return line.trim() !== "" && !line.startsWith("#")
}

/** Null when the rows cannot be told apart. */
function readHead(line: string, number: number, fault: Report): Head | null {
  const columns = line.split("\t").map((name) => name.trim())
  const unknown = columns.find((name) => !COLUMNS.includes(name as Column))
  const missing = (["name", "kind"] as const).find((name) => !columns.includes(name))
  if (/[\p{Cc}\ufffd]/u.test(line.replaceAll("\t", "")))
    fault(number, "it is no text", "Give a table as plain text, UTF-8")
  else if (columns.length === 1 && /[,;]/.test(line))
    fault(
      number,
      "no tab parts its columns",
      `Save the table with tabs between the columns, not commas: ${COLUMNS.join(", ")}`,
    )
  else if (unknown !== undefined)
    fault(
      number,
      `there is no column “${unknown}”`,
      `The columns are ${COLUMNS.join(", ")}, separated by tabs`,
    )
  else if (missing !== undefined)
    fault(number, `the column “${missing}” is missing`, "Name it in this line and fill it in every row")
  else if (new Set(columns).size < columns.length)
    fault(number, "a column is named twice", "Take one of the two out")
  else
    return { count: columns.length, places: Object.fromEntries(columns.map((name, place) => [name, place])) }
  return null
}

const KINDS: readonly string[] = ["person", "organization", "group", "state", "role", "body"]

function readRow(line: string, { count, places }: Head, number: number, fault: Report): Numbered | null {
  const cells = line.split("\t")
  if (cells.length !== count) {
    const counts = `it has ${cells.length} columns where the first line names ${count}`
    fault(number, counts, "Part the columns by single tabs and keep the tabs of empty ones")
    return null
  }
  const cell = (column: Column): string | null => cells[places[column] ?? -1]?.trim() || null
  const [name, kind, from, until] = [cell("name"), cell("kind"), cell("from"), cell("until")]
  if (name === null || !/[\p{L}\p{N}]/u.test(name)) {
    fault(number, "it names nobody", "Fill the column “name”")
    return null
  }
  if (kind === null || !KINDS.includes(kind)) {
    fault(number, `“${kind ?? ""}” is no kind`, `The kinds are ${KINDS.join(", ")}`)
    return null
  }
  checkTime(from, until, number, fault)
  return {
    name,
    aliases: listIn(cell("aliases")),
    kind: kind as RowKind,
    country: cell("country"),
    sector: cell("sector"),
    secondary: listIn(cell("secondary")),
    office: cell("office"),
    from,
    until,
    id: toId(cell("id")),
    captured: null,
    line: number,
  }
}

const NONE: readonly string[] = []

function listIn(cell: string | null): readonly string[] {
  if (cell === null) return NONE
  const parts = cell.split("|").map((part) => part.trim())
  return parts.filter((part) => part !== "")
}

function toId(cell: string | null): string | null {
  return cell !== null && /^Q\d+$/.test(cell) ? `wikidata:${cell}` : cell
}

function checkTime(from: string | null, until: string | null, number: number, fault: Report): void {
  const odd = [from, until].find((day) => day !== null && !isDay(day))
  if (odd !== undefined)
    fault(
      number,
      `“${odd}” is no date`,
      "Write dates as 2014-03-31, 2014-03 or 2014, or leave the column empty",
    )
  else if (from !== null && until !== null && firstDay(from) > lastDay(until))
    fault(number, `it ends (${until}) before it begins (${from})`, "Mend one of the two dates")
}

/** "2014", "2014-03", "2014-03-31". */
function isDay(day: string): boolean {
  const [, , month, date] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(day) ?? []
  if (!/^\d{4}/.test(day) || (day.length > 4 && month === undefined)) return false
  return between(month, 12) && between(date, 31)
}

function between(part: string | undefined, most: number): boolean {
  return part === undefined || (Number(part) >= 1 && Number(part) <= most)
}

/** The first day that a date may mean, to be compared as text: "2014-03" → "2014-03-01". */
export function firstDay(day: string): string {
  return `${day}-01-01`.slice(0, 10)
}

/** The last day that a date may mean, to be compared as text: "2014-03" → "2014-03-31". */
export function lastDay(day: string): string {
  return day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-31` : day
}

/** Whether a row holds on a day, a whole date; rows without dates hold always, and every row on a day that is not known. */
export function holdsOn({ from, until }: Pick<ActorRow, "from" | "until">, date: string | null): boolean {
  if (date === null) return true
  return (from === null || firstDay(from) <= date) && (until === null || date <= lastDay(until))
}

/** Codes that the file brings itself: those of its states, and those of a remark “# codes: OSG TNK”. */
function codesOf(lines: readonly string[], rows: readonly ActorRow[]): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const line of lines) {
    const listed = /^#\s*codes:(.*)$/.exec(line)?.[1] ?? ""
    for (const code of listed.split(/[\s,]+/)) if (code !== "") codes.add(code)
  }
  for (const { kind, country } of rows) if (kind === "state" && country !== null) codes.add(country)
  return codes
}

function checkCodes(
  row: Numbered,
  codes: ReadonlySet<string>,
  countries: ReadonlySet<string>,
  fault: Report,
): void {
  const { country, sector, secondary, kind, line } = row
  if (country !== null && !codes.has(country) && !countries.has(country) && !INTERNATIONAL.includes(country))
    fault(
      line,
      `“${country}” is no known country`,
      `Use a code of ISO 3166-1 alpha-3 or one of ${INTERNATIONAL.join(", ")}; a code of your own is made known by a remark “# codes: ${country}”`,
    )
  for (const each of sector === null ? secondary : [sector, ...secondary]) {
    // Nouns may have "*" and "*GOV".
    const plain = kind === "role" || kind === "body" ? each.replace(/^\*/, "") : each
    if (plain === "" || SECTORS.includes(plain) || codes.has(plain)) continue
    fault(
      line,
      `“${each}” is no known sector`,
      `The sectors are ${SECTORS.join(" ")}; a code of your own is made known by a remark “# codes: ${each}”`,
    )
  }
  if (kind === "state" && country === null)
    fault(line, "it is a state without a code", "Fill the column “country”")
}

/**
 * One person cannot be two things under one title at a time: such rows contradict each other. A row without dates says
 * what somebody is at all other times.
 */
function checkOffices(rows: readonly Numbered[], fault: Report): void {
  const terms = new Map<string, Numbered[]>()
  for (const row of rows) {
    if (row.kind !== "person" || (row.from === null && row.until === null)) continue
    const key = `${row.id ?? foldName(row.name)}\t${row.office ?? ""}`
    const before = terms.get(key) ?? []
    const other = before.find((each) => codeOf(each) !== codeOf(row) && overlap(each, row))
    if (other !== undefined)
      fault(
        row.line,
        `“${row.name}” is ${codeOf(row)} here and ${codeOf(other)} in line ${other.line} on the same days`,
        "Give one of the rows other dates or another office",
      )
    terms.set(key, [...before, row])
  }
}

/** Whether both hold for more than the day on which one hands over to the other. */
function overlap(one: ActorRow, other: ActorRow): boolean {
  const start = maximum(firstOf(one), firstOf(other))
  const end = minimum(lastOf(one), lastOf(other))
  return start < end
}

function firstOf({ from }: ActorRow): string {
  return from === null ? "0000" : firstDay(from)
}

function lastOf({ until }: ActorRow): string {
  return until === null ? "9999" : lastDay(until)
}

function maximum(one: string, other: string): string {
  return one > other ? one : other
}

function minimum(one: string, other: string): string {
  return one < other ? one : other
}

function codeOf({ country, sector }: ActorRow): string {
  return `${country ?? "-"}/${sector ?? "-"}`
}
