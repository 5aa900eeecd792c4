// What commands over many reports or records have in common.
import type { DocRecord } from "../../schema/record.ts"
import { eachRecord, exitCodeOfTally, type Job, type ReadingOptions, type Tally } from "../each-record.ts"
import type { Effects } from "../effects.ts"
import type { ExitCode } from "../exit-codes.ts"
import { findFutureDate } from "../future-date.ts"
import { findInputs, tellOfKeyboard } from "../inputs.ts"
import { printProblem } from "../print/problem.ts"
import { count } from "../print/words.ts"
import { type Progress, startProgress } from "../progress.ts"
import type { ErrorPrinter } from "../report-error.ts"

/** `names`: reports, folders of reports, `-`, or files of records. */
export interface ManyCommand extends ReadingOptions {
  readonly names: readonly string[]
  readonly quiet: boolean
  readonly colour: boolean
}

export interface Started {
  readonly job: Job
  readonly progress: Progress
}

/** Finds the inputs and checks the options, so that what concerns all of them is told before anything is read. */
export async function startJob(command: ManyCommand, effects: Effects): Promise<Started> {
  const inputs = await findInputs(command.names, effects.files)
  const { checkReadOptions } = await import("../../node.ts")
  checkReadOptions(command)
  if (!command.quiet) await tellOfKeyboard(command.names, effects)
  return {
    job: { inputs, options: command, takesRecords: true },
    progress: startProgress(inputs.length, effects, command.quiet),
  }
}

/** Does `eachRecord` for them, and warns of a report dated after today, whose events stand under dates that may be wrong. */
export async function eachOfMany(
  { job, progress }: Started,
  { quiet }: ManyCommand,
  effects: Effects,
  printError: ErrorPrinter,
  handle: (path: string, record: DocRecord) => Promise<void>,
): Promise<Tally> {
  return eachRecord(job, effects, progress, printError, async (path, record) => {
    const future = quiet ? null : findFutureDate(record, effects.now())
    if (future !== null) {
      await progress.clear()
      await effects.stderr.write(`${printProblem(path, future)}\n`)
    }
    await handle(path, record)
  })
}

/** Tells when not all inputs are in what was printed, and gives the exit code. */
export async function finishJob(
  { inputs }: Job,
  tally: Tally,
  { stderr }: Effects,
  quiet: boolean,
): Promise<ExitCode> {
  const { read, failed, interrupted } = tally
  if (!quiet && interrupted) {
    await stderr.write(
      `Interrupted: what is shown is of ${count(read, "report")}; ${inputs.length} were named.\n`,
    )
  } else if (!quiet && failed > 0 && read > 0) {
    await stderr.write(`${count(read, "report")} read, ${failed} failed.\n`)
  }
  return exitCodeOfTally(tally)
}
