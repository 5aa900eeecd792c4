// A record as a person reads it. In: a record. Out: lines of text in three blocks: events, statements, disputes;
// each line with its id in brackets.
import { groupBy } from "../../base/group-by.ts"
import { findDisputes } from "../../record/index.ts"
import type { DocRecord } from "../../schema/record.ts"
import { onOneLine, wrap } from "../terminal-text.ts"
import { printTime } from "./amounts.ts"
import { printDispute } from "./dispute.ts"
import { printEvent } from "./event.ts"
import { idWidthOf } from "./line.ts"
import { Names } from "./names.ts"
import { outline, printStatement } from "./statement.ts"
import { count, type PrintOptions } from "./words.ts"

/** The whole record: title, outlet and date, then the blocks. Ends with a line break. */
export function printRecord(record: DocRecord, options: PrintOptions): string {
  const names = new Names(record)
  const heading = (title: string) => [options.paint("underline", title), ""]
  return [
    ...printHeader(record, names, options),
    "",
    ...heading("Events"),
    ...orNone(printEvents(record, names, options)),
    ...heading("Statements"),
    ...orNone(printStatements(record, names, options)),
    ...heading("Disputed within this report"),
    ...orNone(printDisputes(record, names, options)),
  ].join("\n")
}

function printHeader(
  { doc, events, statements }: DocRecord,
  names: Names,
  { paint, width }: PrintOptions,
): readonly string[] {
  const title = wrap(doc.title === null ? "(no title)" : onOneLine(doc.title), width)
  const facts = [
    doc.outlet === null ? "outlet unknown" : onOneLine(doc.outlet),
    doc.published === null ? "date unknown" : printTime(doc.published),
    ...(doc.dateline === null ? [] : [`written in ${onOneLine(names.get(doc.dateline).name)}`]),
    count(events.length, "event"),
    count(statements.length, "statement"),
  ]
  return [...title.map((line) => paint("bold", line)), paint("dim", facts.join(" · "))]
}

function printEvents({ events, claims }: DocRecord, names: Names, options: PrintOptions): readonly string[] {
  const byEvent = groupBy(claims, ({ proposition }) => proposition.event)
  const idWidth = idWidthOf(events)
  return events.flatMap((event) => [
    ...printEvent(event, byEvent.get(event.id) ?? [], names, idWidth, options),
    "",
  ])
}

function printStatements({ statements }: DocRecord, names: Names, options: PrintOptions): readonly string[] {
  const idWidth = idWidthOf(statements)
  return outline(statements).flatMap(({ statement, depth }) => [
    ...printStatement(statement, names, { idWidth, depth }, options),
    "",
  ])
}

function printDisputes(record: DocRecord, names: Names, options: PrintOptions): readonly string[] {
  const events = new Map(record.events.map((event) => [event.id, event]))
  const disputes = findDisputes(record)
  const idWidth = idWidthOf(disputes.flatMap(({ event, claims }) => [{ id: event }, ...claims]))
  return disputes.flatMap((dispute) => {
    const event = events.get(dispute.event)
    return event === undefined ? [] : [...printDispute(dispute, event, names, idWidth, options), ""]
  })
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ["none", ""] : lines
}
