// `sayso actors`: who speaks and who is spoken of, with counts.
import { printJson } from "../../base/json.ts"
import { type Paint, painter, wantsColour } from "../colours.ts"
import type { Effects } from "../effects.ts"
import type { ExitCode } from "../exit-codes.ts"
import { type ActorRow, makeActorList } from "../list-actors.ts"
import { count } from "../print/words.ts"
import type { ErrorPrinter } from "../report-error.ts"
import { openSink } from "../sink.ts"
import { onOneLine } from "../terminal-text.ts"
import { eachOfMany, finishJob, type ManyCommand, startJob } from "./many.ts"

export interface ActorsCommand extends ManyCommand {
  readonly json: boolean
}

export async function actors(
  command: ActorsCommand,
  effects: Effects,
  printError: ErrorPrinter,
): Promise<ExitCode> {
  const started = await startJob(command, effects)
  const list = makeActorList()
  const tally = await eachOfMany(started, command, effects, printError, async (file, record) => {
    list.add(file, record)
  })
  if (tally.read === 0) return finishJob(started.job, tally, effects, command.quiet)
  const rows = list.rows()
  const paint = painter(wantsColour(effects.stdout, effects.env, command.colour))
  const sink = await openSink(null, effects)
  await sink.write(command.json ? printJson(rows) : printRows(rows, list.reportCount(), paint))
  return finishJob(started.job, tally, effects, command.quiet)
}

const COLUMNS: readonly (readonly [heading: string, number: (row: ActorRow) => number])[] = [
  ["speaks", ({ speaks }) => speaks],
  ["spoken of", ({ spokenOf }) => spokenOf],
  ["acts", ({ acts }) => acts],
  ["acted on", ({ actedOn }) => actedOn],
  ["mentions", ({ mentions }) => mentions],
]

function printRows(rows: readonly ActorRow[], reports: number, paint: Paint): string {
  const heading = [...COLUMNS.map(([name]) => name), "who"].join("  ")
  const lines = rows.map((row) => {
    const numbers = COLUMNS.map(([name, number]) => String(number(row)).padStart(name.length))
    return [...numbers, describe(row, reports, paint)].join("  ")
  })
  return [paint("dim", heading), ...lines, ""].join("\n")
}

/** “Ana Kovač (XLO/GOV) [e1]”; of several reports “in 3 reports” in place of the id. */
function describe({ name, codes, reports }: ActorRow, reportCount: number, paint: Paint): string {
  const code = codes.length === 0 ? "" : ` (${onOneLine(codes.join(", "))})`
  const where =
    reportCount === 1
      ? `[${reports[0]?.entities.join(", ")}]`
      : paint("dim", `in ${count(reports.length, "report")}`)
  return `${paint("bold", onOneLine(name))}${code} ${where}`
}
