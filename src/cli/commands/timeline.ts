// `sayso timeline`: events by date, over one report or many; those without a date last.
import { groupBy } from "../../base/group-by.ts"
import type { Claim, CodedEvent, DocRecord } from "../../schema/record.ts"
import { type Paint, painter, wantsColour } from "../colours.ts"
import type { Effects } from "../effects.ts"
import type { ExitCode } from "../exit-codes.ts"
import { printTime } from "../print/amounts.ts"
import { describeEvent } from "../print/event.ts"
import { Names } from "../print/names.ts"
import { count, type PrintOptions } from "../print/words.ts"
import type { ErrorPrinter } from "../report-error.ts"
import { openSink } from "../sink.ts"
import { onOneLine, wrap } from "../terminal-text.ts"
import { eachOfMany, finishJob, type ManyCommand, startJob } from "./many.ts"

export type TimelineCommand = ManyCommand

export async function timeline(
  command: TimelineCommand,
  effects: Effects,
  printError: ErrorPrinter,
): Promise<ExitCode> {
  const started = await startJob(command, effects)
  const paint = painter(wantsColour(effects.stdout, effects.env, command.colour))
  const entries: Entry[] = []
  const met = new Set<string>()
  const tally = await eachOfMany(started, command, effects, printError, async (file, record) => {
    // A report with the same text as an earlier one is a copy.
    if (met.has(record.doc.id)) return
    met.add(record.doc.id)
    entries.push(...entriesOf(file, record, paint))
  })
  if (tally.read === 0) return finishJob(started.job, tally, effects, command.quiet)
  const width = effects.stdout.isTerminal ? effects.stdout.columns : 100
  const sink = await openSink(null, effects)
  await sink.write(printEntries(entries, met.size > 1, { paint, width }))
  return finishJob(job, tally, effects, command.quiet)
}

interface Entry {
  readonly file: string
  readonly id: string
  readonly time: CodedEvent["time"]
  readonly facts: readonly string[]
}

function entriesOf(file: string, record: DocRecord, paint: Paint): readonly Entry[] {
  const names = new Names(record)
  const byEvent = groupBy(record.claims, ({ proposition }: Claim) => proposition.event)
  return record.events.map((event) => ({
    file,
    id: event.id,
    time: event.time,
    facts: describeEvent(event, byEvent.get(event.id) ?? [], names, paint),
  }))
}

function printEntries(entries: readonly Entry[], several: boolean, options: PrintOptions): string {
  const { paint } = options
  const dated = entries
    .filter(({ time }) => time !== null)
    // Sorting is stable: events of one day stay in the order of the reports and of their text.
    .sort((one, other) => compareTexts(startOf(one), startOf(other)))
  const undated = entries.filter(({ time }) => time === null)
  const days = [...groupBy(dated, ({ time }) => (time === null ? "" : printTime(time.value)))]
  return [
    ...days.flatMap(([day, own]) => [paint("bold", day), ...printEach(own, several, options), ""]),
    ...(undated.length === 0
      ? []
      : [
          paint("bold", `No date: ${count(undated.length, "event")} of which the text does not say when`),
          ...printEach(undated, several, options),
          "",
        ]),
    ...(entries.length === 0 ? ["No events.", ""] : []),
  ].join("\n")
}

function printEach(
  entries: readonly Entry[],
  several: boolean,
  { paint, width }: PrintOptions,
): readonly string[] {
  return entries.flatMap(({ id, file, facts }) => {
    const line = `[${id}] ${facts.join(" · ")}${several ? ` · ${paint("dim", onOneLine(file))}` : ""}`
    const [first = "", ...rest] = wrap(line, width - 4)
    return [`  ${first}`, ...rest.map((each) => `    ${each}`)]
  })
}

/** The date an entry is sorted by: where its stretch begins, or ends when nobody knows the beginning. “2018-04” stands before “2018-04-01”. */
function startOf({ time }: Entry): string {
  const [from = "", to = ""] = (time?.value.edtf ?? "").split("/")
  return from === "" || from === ".." ? to : from
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
