// A record as a person reads it. In: a record. Out: lines of text, each statement with its id in brackets.
//
// [s3] Sergei Lavrov · said · says, mixed · at a briefing · to reporters · probable
//      “bombed” the Geneva talks
import { certaintyOf } from "../schema/certainty.ts"
import type { Evidence } from "../schema/evidence.ts"
import type { DocRecord, Statement } from "../schema/record.ts"
import type { Paint } from "./colours.ts"
import { onOneLine, wrap } from "./terminal-text.ts"

export interface PrintOptions {
  readonly paint: Paint
  /** Columns to fill. */
  readonly width: number
}

/** The whole record: title, outlet and date, then the statements, those within others indented below them. Ends with a line break. */
export function printRecord(record: DocRecord, options: PrintOptions): string {
  const idWidth = Math.max(...record.statements.map((statement) => statement.id.length), 0) + "[] ".length
  const lines = [...printHeader(record, options), ""]
  for (const { statement, depth } of outline(record.statements)) {
    lines.push(...printStatement(statement, depth, idWidth, options), "")
  }
  return lines.join("\n")
}

function printHeader({ doc, statements }: DocRecord, { paint, width }: PrintOptions): readonly string[] {
  const title = wrap(doc.title === null ? "(no title)" : onOneLine(doc.title), width)
  const facts = [
    doc.outlet === null ? "outlet unknown" : onOneLine(doc.outlet),
    doc.published === null ? "date unknown" : doc.published.edtf,
    count(statements.length, "statement"),
  ]
  return [...title.map((line) => paint("bold", line)), paint("dim", facts.join(" · "))]
}

function printStatement(
  statement: Statement,
  depth: number,
  idWidth: number,
  { paint, width }: PrintOptions,
): readonly string[] {
  const indent = "  ".repeat(depth)
  const id = `[${statement.id}]`.padEnd(idWidth)
  const room = width - indent.length - idWidth
  const heading = wrap(describeStatement(statement, paint), room)
  const words = wrap(joinWords(statement.content), room)
  const hanging = indent + " ".repeat(idWidth)
  return [
    indent + paint("cyan", id) + (heading[0] ?? ""),
    ...heading.slice(1).map((line) => hanging + line),
    ...words.map((line) => hanging + line),
  ]
}

/** “Sergei Lavrov · said · says, mixed · to reporters · probable”, on one line. */
function describeStatement(statement: Statement, paint: Paint): string {
  const { source, cue, kind, mode, venue, addressee, score } = statement
  const certainty = certaintyOf(score)
  return [
    source === null ? paint("dim", "(no source named)") : paint("bold", joinWords(source)),
    cue === null ? paint("dim", "(no cue)") : joinWords(cue),
    paint("dim", `${kind}, ${mode}`),
    ...(venue === null ? [] : [`${paint("dim", "where:")} ${joinWords(venue)}`]),
    ...(addressee === null ? [] : [`${paint("dim", "to:")} ${joinWords(addressee)}`]),
    certainty === "unsure" ? paint("yellow", certainty) : paint("dim", certainty),
  ].join(" · ")
}

/** The words as printed, on one line; “…” stands where other words interrupt them. */
export function joinWords(evidence: Evidence): string {
  return evidence.parts.map((part) => onOneLine(part.exact)).join(" … ")
}

interface Outlined {
  readonly statement: Statement
  /** How many statements it lies inside of. */
  readonly depth: number
}

/** The statements in their order, but each directly below the one it lies inside of. */
function outline(statements: readonly Statement[]): readonly Outlined[] {
  const inner = new Map<Statement["inside"], Statement[]>()
  for (const statement of statements) {
    const siblings = inner.get(statement.inside)
    if (siblings === undefined) inner.set(statement.inside, [statement])
    else siblings.push(statement)
  }
  const listed: Outlined[] = []
  const list = (inside: Statement["inside"], depth: number): void => {
    for (const statement of inner.get(inside) ?? []) {
      listed.push({ statement, depth })
      list(statement.id, depth + 1)
    }
  }
  list(null, 0)
  return listed
}

/** “1 statement”, “3 statements”. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`
}
