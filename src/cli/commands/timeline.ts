// `sayso timeline`: events by date, over one report or many; those without a date last.
import { groupBy } from "../../base/group-by.ts"
import { printJsonLine } from "../../base/json.ts"
import { codeOf } from "../../schema/actor-code.ts"
import { certaintyOf } from "../../schema/certainty.ts"
import type { Sourced } from "../../schema/evidence.ts"
import { evidenceText } from "../../schema/evidence-text.ts"
import type { EntityId } from "../../schema/ids.ts"
import type { Claim, CodedEvent, DocRecord } from "../../schema/record.ts"
import { standingOf } from "../../schema/standing.ts"
import { type Paint, painter, wantsColour } from "../colours.ts"
import type { Effects } from "../effects.ts"
import type { ExitCode } from "../exit-codes.ts"
import { printTime } from "../print/amounts.ts"
import { describeEvent } from "../print/event.ts"
import { Names } from "../print/names.ts"
import { printVoices } from "../print/voices.ts"
import { count, type PrintOptions } from "../print/words.ts"
import type { ErrorPrinter } from "../report-error.ts"
import { openSink } from "../sink.ts"
import { onOneLine, wrap } from "../terminal-text.ts"
import { eachOfMany, finishJob, type ManyCommand, startJob } from "./many.ts"

export interface TimelineCommand extends ManyCommand {
  /** JSON Lines, an event a line. */
  readonly json: boolean
}

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
  const { dated, undated } = inOrder(entries)
  const text = command.json
    ? [...dated, ...undated].map(({ json }) => `${printJsonLine(json)}\n`).join("")
    : printEntries(dated, undated, met.size > 1, { paint, width })
  await (await openSink(null, effects)).write(text)
  return finishJob(started.job, tally, effects, command.quiet)
}

interface Entry {
  readonly file: string
  readonly id: string
  readonly time: CodedEvent["time"]
  readonly facts: readonly string[]
  /** Who says so and who denies it; empty when nobody is told to. */
  readonly voices: string
  /** The same for programs. */
  readonly json: object
}

function entriesOf(file: string, record: DocRecord, paint: Paint): readonly Entry[] {
  const names = new Names(record)
  const byEvent = groupBy(record.claims, ({ proposition }: Claim) => proposition.event)
  return record.events.map((event) => {
    const claims = byEvent.get(event.id) ?? []
    return {
      file,
      id: event.id,
      time: event.time,
      facts: describeEvent(event, claims, names, paint),
      voices: printVoices(claims, names),
      json: { file, doc: record.doc.id, ...toTimelineLine(event, claims, names) },
    }
  })
}

/** What is printed of an event, under the names that its fields have in a record. */
function toTimelineLine(event: CodedEvent, claims: readonly Claim[], names: Names): object {
  const { id, time, type, modes, status, actors, recipients, place, instrument, quantities, score } = event
  const party = (each: Sourced<EntityId>) => {
    const entity = names.get(each.value)
    return {
      entity: each.value,
      name: entity.name,
      code: codeOf(entity),
      certainty: certaintyOf(each.score),
    }
  }
  return {
    id,
    date: time?.value.edtf ?? null,
    words: evidenceText(event.evidence[0].parts),
    type: type?.value ?? null,
    modes,
    status: status.value,
    standing: standingOf(id, claims),
    actors: actors.map(party),
    recipients: recipients.map(party),
    place: place === null ? null : party(place),
    instrument: instrument === null ? null : evidenceText(instrument.parts),
    quantities: quantities.map(({ value }) => value),
    score,
    certainty: certaintyOf(score),
  }
}

/** By date, those of which nobody says when apart. */
function inOrder(entries: readonly Entry[]): {
  readonly dated: readonly Entry[]
  readonly undated: readonly Entry[]
} {
  const dated = entries
    .filter(({ time }) => time !== null)
    // Sorting is stable: events of one day stay in the order of the reports and of their text.
    .sort((one, other) => compareTexts(startOf(one), startOf(other)))
  return { dated, undated: entries.filter(({ time }) => time === null) }
}

function printEntries(
  dated: readonly Entry[],
  undated: readonly Entry[],
  several: boolean,
  options: PrintOptions,
): string {
  const { paint } = options
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
    ...(dated.length + undated.length === 0 ? ["No events.", ""] : []),
  ].join("\n")
}

function printEach(
  entries: readonly Entry[],
  several: boolean,
  { paint, width }: PrintOptions,
): readonly string[] {
  const labels = shortNames(entries.map(({ file }) => file))
  return entries.flatMap(({ id, file, facts, voices }) => {
    const line = `[${id}] ${facts.join(" · ")}${several ? ` · ${paint("dim", onOneLine(labels.get(file)!))}` : ""}`
    const [first = "", ...rest] = wrap(line, width - 4)
    const below = voices === "" ? [] : wrap(voices, width - 4)
    return [`  ${first}`, ...[...rest, ...below].map((each) => `    ${each}`)]
  })
}

/** “flood.txt” of “/reports/february/flood.txt” where no other file is called so. */
function shortNames(files: readonly string[]): ReadonlyMap<string, string> {
  const [all, last] = [[...new Set(files)], (file: string): string => file.split(/[\\/]/).at(-1) ?? file]
  const counts = groupBy(all, last)
  return new Map(all.map((file) => [file, counts.get(last(file))!.length === 1 ? last(file) : file]))
}

/**
 * The date an entry is sorted by: where its stretch begins, or ends when nobody knows the beginning. “2018-04” stands before
 * “2018-04-01”, the summer “2018-22” before June.
 */
function startOf({ time }: Entry): string {
  const [from = "", to = ""] = (time?.value.edtf ?? "").split("/")
  const start = from === "" || from === ".." ? to : from
  return start.replace(/-2([1-4])$/, (_, season) => `-${String(3 * Number(season)).padStart(2, "0")}`)
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
