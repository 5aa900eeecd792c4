// `sayso read`: reports in, their records out, in the order the user named them.
import { printJson, printJsonLine } from "../../base/json.ts"
import { unreachable } from "../../base/unreachable.ts"
import type { DocRecord } from "../../schema/record.ts"
import { type Paint, painter, wantsColour } from "../colours.ts"
import { eachRecord, exitCodeOfTally, type ReadingOptions, type Tally } from "../each-record.ts"
import type { Effects } from "../effects.ts"
import type { ExitCode } from "../exit-codes.ts"
import { findFutureDate } from "../future-date.ts"
import { findInputs, type ReportInput, refuseOverwriting, tellOfKeyboard } from "../inputs.ts"
import { PLAIN_HEADER, printPlain } from "../print/plain.ts"
import { printProblem } from "../print/problem.ts"
import { printRecord } from "../print/record.ts"
import { count } from "../print/words.ts"
import { type Progress, startProgress } from "../progress.ts"
import type { ErrorPrinter } from "../report-error.ts"
import { openSink } from "../sink.ts"
import { onOneLine } from "../terminal-text.ts"

export type ReadFormat = "human" | "json" | "jsonl" | "plain"

export interface ReadCommand extends ReadingOptions {
  readonly names: readonly string[]
  readonly format: ReadFormat
  /** File to write to; null for standard output. */
  readonly output: string | null
  readonly quiet: boolean
  readonly colour: boolean
}

/** Lines longer than this are hard to read, however wide the terminal. */
const MAX_WIDTH = 100

/** Runs the command and gives its exit code. Throws what concerns all inputs: a URL, a folder without reports, output that cannot be written. */
export async function read(
  command: ReadCommand,
  effects: Effects,
  printError: ErrorPrinter,
): Promise<ExitCode> {
  const inputs = await findInputs(command.names, effects.files)
  const { checkReadOptions } = await import("../../node.ts")
  checkReadOptions(command)
  refuseOverwriting(command.output, inputs)
  const sink = await openSink(command.output, effects)
  if (!command.quiet) await tellOfKeyboard(command.names, effects)
  const progress = startProgress(inputs.length, effects, command.quiet)
  const tell = tellOn(effects, command, progress)
  const paint = painter(command.output === null && wantsColour(effects.stdout, effects.env, command.colour))
  const print = printerFor(command, isSeveral(command.names, inputs), effects, paint)
  let isFirst = true
  let firstId: string | null = null
  let tally: Tally
  try {
    await sink.write(print.before)
    const job = { inputs, options: command, takesRecords: false }
    tally = await eachRecord(job, effects, progress, printError, async (path, record) => {
      await sink.write((isFirst ? "" : print.between) + print.one(path, record))
      isFirst = false
      firstId ??= record.events[0]?.id ?? record.statements[0]?.id ?? null
      const future = findFutureDate(record, effects.now())
      for (const problem of [...(future === null ? [] : [future]), ...record.problems])
        await tell(printProblem(path, problem))
    })
    await sink.write(print.after)
    if (tally.read > 0) await sink.finish()
    else await sink.discard()
  } catch (error) {
    await sink.discard().catch(() => {})
    throw error
  }
  await tellEnd(tally, inputs, command, firstId, tell)
  return exitCodeOfTally(tally)
}

interface Printer {
  readonly before: string
  readonly between: string
  readonly after: string
  one(path: string, record: DocRecord): string
}

function printerFor(
  { format, output }: ReadCommand,
  several: boolean,
  { stdout }: Effects,
  paint: Paint,
): Printer {
  const plainly = { before: "", between: "", after: "" }
  switch (format) {
    case "human": {
      const width = output === null && stdout.isTerminal ? Math.min(stdout.columns, MAX_WIDTH) : MAX_WIDTH
      return {
        ...plainly,
        one: (path, record) =>
          (several ? `${paint("dim", onOneLine(path))}\n` : "") + printRecord(record, { paint, width }),
      }
    }
    case "json":
      return several
        ? {
            before: "[\n",
            between: ",\n",
            after: "\n]\n",
            one: (_path, record) => printJson(record).trimEnd(),
          }
        : { ...plainly, one: (_path, record) => printJson(record) }
    case "jsonl":
      return { ...plainly, one: (_path, record) => `${printJsonLine(record)}\n` }
    case "plain":
      return { ...plainly, before: PLAIN_HEADER, one: printPlain }
    default:
      return unreachable(format)
  }
}

/** Several as the user meant it: a folder with one report in it gives an array of one. */
function isSeveral(names: readonly string[], inputs: readonly ReportInput[]): boolean {
  return names.length > 1 || inputs.length > 1 || inputs[0]?.path !== names[0]
}

type Tell = (sentence: string) => Promise<void>

function tellOn({ stderr, env }: Effects, { quiet, colour }: ReadCommand, progress: Progress): Tell {
  const paint = painter(wantsColour(stderr, env, colour))
  return async (sentence) => {
    if (quiet) return
    await progress.clear()
    await stderr.write(`${paint("dim", sentence)}\n`)
  }
}

/** How it went when there were several, else the next thing to try. */
async function tellEnd(
  { read, failed, interrupted }: Tally,
  inputs: readonly ReportInput[],
  command: ReadCommand,
  firstId: string | null,
  tell: Tell,
): Promise<void> {
  if (interrupted) {
    await tell(`Interrupted: ${read} of ${count(inputs.length, "report")} read; what was finished is kept.`)
    return
  }
  const [input] = inputs
  if (inputs.length !== 1 || input === undefined) {
    await tell(`${read} of ${inputs.length} reports read, ${failed} failed.`)
    return
  }
  const { format, output } = command
  const file = input.path === "-" ? "FILE" : input.path
  if (format === "human" && firstId !== null)
    await tell(`See what ${firstId} rests on: sayso show ${[firstId, ...optionsOf(command), file].join(" ")}`)
  if (format === "json" && output !== null) await tell(`Check every anchor: sayso verify ${output} ${file}`)
}

/** The options that reading the same report again has to have, as the user would type them. */
function optionsOf({ published, outlet, charset, url, lexicons }: ReadCommand): readonly string[] {
  const given: readonly (readonly [string, string | null])[] = [
    ["--published", published],
    ["--outlet", outlet],
    ["--charset", charset],
    ["--url", url],
    ...lexicons.map((lexicon) => ["--lexicon", lexicon] as const),
  ]
  return given.flatMap(([name, value]) =>
    value === null ? [] : [name, /[^\w./:-]/.test(value) ? `"${value}"` : value],
  )
}
