// `sayso export`: records in the formats of other programs.
import { printJsonLine } from "../../base/json.ts"
import { unreachable } from "../../base/unreachable.ts"
import { type CsvTable, csvHeader, csvRows, toPlaceFeatures, toPlover } from "../../export/index.ts"
import type { DocRecord } from "../../schema/record.ts"
import type { Effects } from "../effects.ts"
import type { ExitCode } from "../exit-codes.ts"
import { refuseOverwriting } from "../inputs.ts"
import { count } from "../print/words.ts"
import type { ErrorPrinter } from "../report-error.ts"
import { openSink } from "../sink.ts"
import { onManyLines, onOneLine } from "../terminal-text.ts"
import { eachOfMany, finishJob, type ManyCommand, startJob } from "./many.ts"

export type ExportFormat = "plover" | "csv" | "geojson"

export interface ExportCommand extends ManyCommand {
  readonly format: ExportFormat
  /** Of CSV. */
  readonly table: CsvTable
  /** Of CSV: a row a value. */
  readonly long: boolean
  readonly output: string | null
}

/** Writes the records in the order in which they are named; what the format has no place for is told on standard error. */
export async function exportRecords(
  command: ExportCommand,
  effects: Effects,
  printError: ErrorPrinter,
): Promise<ExitCode> {
  const started = await startJob(command, effects)
  refuseOverwriting(command.output, started.job.inputs)
  const sink = await openSink(command.output, effects)
  const writer = writerFor(command)
  // Words of a report must not steer a terminal; a file gets them unit for unit.
  const toTerminal = command.output === null && effects.stdout.isTerminal
  try {
    let before = writer.before
    const tally = await eachOfMany(started, command, effects, printError, async (file, record) => {
      const { text, notes } = writer.one(file, record)
      await sink.write(before + (toTerminal ? onManyLines(text) : text))
      before = ""
      if (command.quiet) return
      await started.progress.clear()
      for (const note of notes) await effects.stderr.write(`${onOneLine(file)}: ${note}\n`)
    })
    // Nothing at all, no header and no empty collection, when nothing could be read; an empty one of records without lines.
    if (tally.read > 0) {
      await sink.write(writer.after)
      await sink.finish()
    } else await sink.discard()
    return finishJob(started.job, tally, effects, command.quiet)
  } catch (error) {
    await sink.discard().catch(() => {})
    throw error
  }
}

interface Writer {
  readonly before: string
  readonly after: string
  /** `notes`: sentences on what was left out. */
  one(file: string, record: DocRecord): { readonly text: string; readonly notes: readonly string[] }
}

function writerFor({ format, table, long }: ExportCommand): Writer {
  switch (format) {
    case "plover":
      return { before: "", after: "", one: (_file, record) => writePlover(record) }
    case "csv":
      return {
        before: csvHeader(table, long),
        after: "",
        one: (file, record) => ({ text: csvRows(table, long, file, record), notes: [] }),
      }
    case "geojson":
      return writeGeoJson()
    default:
      return unreachable(format)
  }
}

function writePlover(record: DocRecord): ReturnType<Writer["one"]> {
  const { records, leftOut, partiesLeftOut } = toPlover(record)
  const list = (each: typeof leftOut) => each.map(({ id, why }) => `${id} ${onOneLine(why)}`).join("; ")
  const events = `${leftOut.length} of ${count(record.events.length, "event")} left out`
  const parties = `${partiesLeftOut.length} unsure ${partiesLeftOut.length === 1 ? "party" : "parties"} left out`
  return {
    text: records.map((each) => `${printJsonLine(each)}\n`).join(""),
    notes: [
      ...(leftOut.length === 0 ? [] : [`${events}: ${list(leftOut)}`]),
      ...(partiesLeftOut.length === 0 ? [] : [`${parties}: ${list(partiesLeftOut)}`]),
    ],
  }
}

/** One collection of all files; features stand a line each. */
function writeGeoJson(): Writer {
  let isFirst = true
  return {
    before: '{"type":"FeatureCollection","features":[\n',
    after: "\n]}\n",
    one(file, record) {
      const { features, unplaced } = toPlaceFeatures(file, record)
      const lines = features.map(printJsonLine)
      const text = lines.length === 0 ? "" : (isFirst ? "" : ",\n") + lines.join(",\n")
      if (text !== "") isFirst = false
      return {
        text,
        notes: unplaced === 0 ? [] : [`${count(unplaced, "line")} left out: the place has no known position`],
      }
    },
  }
}
