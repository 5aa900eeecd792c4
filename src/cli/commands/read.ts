// `sayso read`: reports in, their records out, in the order the user named them.
import { printJson, printJsonLine } from "../../base/json.ts"
import { unreachable } from "../../base/unreachable.ts"
import type { ReportReader } from "../../node.ts"
import type { Problem } from "../../schema/problem.ts"
import type { DocRecord } from "../../schema/record.ts"
import { type Paint, painter, wantsColour } from "../colours.ts"
import type { Effects } from "../effects.ts"
import { EXIT, type ExitCode } from "../exit-codes.ts"
import { findInputs, type ReportInput, readInput, type SourceOptions } from "../inputs.ts"
import { PLAIN_HEADER, printPlain } from "../print-plain.ts"
import { count, printRecord } from "../print-record.ts"
import { type Progress, startProgress } from "../progress.ts"
import type { ErrorPrinter } from "../report-error.ts"
import { openSink } from "../sink.ts"
import { onOneLine } from "../terminal-text.ts"

export type ReadFormat = "human" | "json" | "jsonl" | "plain"

export interface ReadCommand extends SourceOptions {
  readonly names: readonly string[]
  readonly format: ReadFormat
  /** File to write to; null for standard output. */
  readonly output: string | null
  readonly quiet: boolean
  readonly colour: boolean
}

/** Lines longer than this are hard to read, however wide the terminal. */
const MAX_WIDTH = 100

/** Two: while the network works on one report, the page of the next is taken apart. */
const AT_ONCE = 2

/** Runs the command and gives its exit code. Throws what concerns all inputs: a URL, a folder without reports, output that cannot be written. */
export async function read(
  command: ReadCommand,
  effects: Effects,
  printError: ErrorPrinter,
): Promise<ExitCode> {
  const inputs = await findInputs(command.names, effects.files)
  const { checkReadOptions } = await import("../../node.ts")
  checkReadOptions(command)
  const sink = await openSink(command.output, effects)
  if (effects.stdin.isTerminal && command.names.includes("-") && !command.quiet) {
    await effects.stderr.write("Reading from the keyboard; end with Ctrl-D.\n")
  }
  const progress = startProgress(inputs.length, effects, command.quiet)
  const tell = tellOn(effects, command, progress)
  const paint = painter(command.output === null && wantsColour(effects.stdout, effects.env, command.colour))
  const print = printerFor(command, isSeveral(command.names, inputs), effects, paint)
  let readCount = 0
  let firstId: string | null = null
  let failedCount = 0
  try {
    await sink.write(print.before)
    for await (const outcome of readAll(inputs, command, effects)) {
      await progress.step(outcome.kind === "failed")
      if (outcome.kind === "failed") {
        failedCount += 1
        await progress.clear()
        await printError(outcome.error)
        continue
      }
      await sink.write((readCount === 0 ? "" : print.between) + print.one(outcome.input.path, outcome.record))
      readCount += 1
      firstId ??= outcome.record.statements[0]?.id ?? null
      for (const problem of outcome.record.problems) await tell(describeProblem(outcome.input.path, problem))
    }
    await sink.write(print.after)
    if (readCount > 0) await sink.finish()
    else await sink.discard()
  } catch (error) {
    await sink.discard().catch(() => {})
    throw error
  }
  await progress.clear()
  if (effects.interrupted.aborted) {
    await tell(
      `Interrupted: ${readCount} of ${count(inputs.length, "report")} read; what was finished is kept.`,
    )
    return EXIT.interrupted
  }
  if (inputs.length > 1) await tell(`${readCount} of ${inputs.length} reports read, ${failedCount} failed.`)
  if (inputs.length === 1) await suggestNext(inputs[0] as ReportInput, command, firstId, tell)
  if (failedCount === 0) return EXIT.ok
  return readCount === 0 ? EXIT.unreadable : EXIT.partial
}

type Outcome =
  | { readonly kind: "read"; readonly input: ReportInput; readonly record: DocRecord }
  | { readonly kind: "failed"; readonly input: ReportInput; readonly error: unknown }

/** Outcomes in the order of `inputs`. Ends early, without one for what was not finished, when the user interrupts. */
async function* readAll(
  inputs: readonly ReportInput[],
  command: ReadCommand,
  effects: Effects,
): AsyncGenerator<Outcome> {
  const { published, outlet, charset, url } = command
  const opening: { reader: Promise<ReportReader> | null } = { reader: null }
  const readOne = async (input: ReportInput): Promise<Outcome> => {
    let bytes: Uint8Array
    try {
      bytes = await readInput(input, effects)
    } catch (error) {
      return { kind: "failed", input, error }
    }
    // Opened once there is something to read, so that a mistyped name is told at once. That it cannot be opened
    // concerns all inputs, and is thrown.
    opening.reader ??= effects.openReader()
    const reader = await opening.reader
    const options = {
      published,
      outlet,
      charset,
      url,
      mediaType: input.mediaType,
      signal: effects.interrupted,
    }
    return reader.read(bytes, options).then(
      (record) => ({ kind: "read", input, record }),
      (error: unknown) => ({ kind: "failed", input, error }),
    )
  }
  const running: Promise<Outcome>[] = []
  try {
    for (const input of [...inputs, ...Array<null>(AT_ONCE).fill(null)]) {
      if (input !== null) running.push(readOne(input))
      if (running.length < AT_ONCE && input !== null) continue
      const outcome = await running.shift()
      if (outcome === undefined || effects.interrupted.aborted) return
      yield outcome
    }
  } finally {
    await Promise.allSettled(running)
    await opening.reader?.then((reader) => reader.close()).catch(() => {})
  }
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

function tellOn(
  { stderr, env }: Effects,
  { quiet, colour }: ReadCommand,
  progress: Progress,
): (sentence: string) => Promise<void> {
  const paint = painter(wantsColour(stderr, env, colour))
  return async (sentence) => {
    if (quiet) return
    await progress.clear()
    await stderr.write(`${paint("dim", sentence)}\n`)
  }
}

function describeProblem(path: string, { code, message, span }: Problem): string {
  const place = span === null ? "" : ` (at character ${span.start})`
  return `${path}: ${onOneLine(message)}${place} [${code}]`
}

/** The next thing to try. */
async function suggestNext(
  { path }: ReportInput,
  { format, output }: ReadCommand,
  firstId: string | null,
  tell: (sentence: string) => Promise<void>,
): Promise<void> {
  const file = path === "-" ? "FILE" : path
  if (format === "human" && firstId !== null)
    await tell(`See what ${firstId} rests on: sayso show ${firstId} ${file}`)
  if (format === "json" && output !== null) await tell(`Check every anchor: sayso verify ${output} ${file}`)
}
