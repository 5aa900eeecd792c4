// The records that a command works on, one after the other in the order in which the user named them: reports are
// read, files of records are loaded. What cannot be read is told and never stops the rest.
import { inputError } from "../base/input-error.ts"
import type { ReportReader } from "../node.ts"
import { checkRecord } from "../schema/check-record.ts"
import type { DocRecord } from "../schema/record.ts"
import type { Effects } from "./effects.ts"
import { EXIT, type ExitCode } from "./exit-codes.ts"
import { looksLikeRecord, type ReportInput, readFile, readInput, type SourceOptions } from "./inputs.ts"
import type { Progress } from "./progress.ts"
import { loadRecords } from "./record-file.ts"
import type { ErrorPrinter } from "./report-error.ts"

/** How reports are read: what the user says of them, and files with further names of actors. */
export interface ReadingOptions extends SourceOptions {
  readonly lexicons: readonly string[]
}

export interface Job {
  readonly inputs: readonly ReportInput[]
  readonly options: ReadingOptions
  /** Whether `.json` and `.jsonl` files, and standard input that looks so, hold records; else they are read as reports. */
  readonly takesRecords: boolean
}

/** How it went. */
export interface Tally {
  readonly read: number
  readonly failed: number
  readonly interrupted: boolean
}

/** Three: the network has two threads, and meanwhile the rules work on what it has read. */
const AT_ONCE = 3

/**
 * Calls `handle` for each record; `path` is its file, of a record in a file of
 * many with its place, “records.jsonl:3”. Ends early, with `interrupted`, at
 * Ctrl-C. Throws what concerns all inputs: a damaged installation, a word list
 * that cannot be read.
 */
export async function eachRecord(
  job: Job,
  effects: Effects,
  progress: Progress,
  printError: ErrorPrinter,
  handle: (path: string, record: DocRecord) => Promise<void>,
): Promise<Tally> {
  let read = 0
  let failed = 0
  for await (const outcomes of readAll(job, effects)) {
    await progress.step(outcomes.some(({ kind }) => kind === "failed"))
    for (const outcome of outcomes) {
      if (outcome.kind === "read") {
        read += 1
        await handle(outcome.path, outcome.record)
        continue
      }
      failed += 1
      await progress.clear()
      await printError(outcome.error, outcome.path)
    }
  }
  await progress.clear()
  return { read, failed, interrupted: effects.interrupted.aborted }
}

/** The exit code of a command that worked on many inputs. */
export function exitCodeOfTally({ read, failed, interrupted }: Tally): ExitCode {
  if (interrupted) return EXIT.interrupted
  if (failed === 0) return EXIT.ok
  return read === 0 ? EXIT.unreadable : EXIT.partial
}

/** The word lists that the user named. */
export async function readLexicons(
  paths: readonly string[],
  { files }: Pick<Effects, "files">,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  return Promise.all(
    paths.map(async (name) => ({ name, text: new TextDecoder().decode(await readFile(name, files)) })),
  )
}

export type Outcome =
  | { readonly kind: "read"; readonly path: string; readonly record: DocRecord }
  | { readonly kind: "failed"; readonly path: string; readonly error: unknown }

/** What came of each input, in their order. Ends early, with all that was finished, when the user interrupts. */
async function* readAll(job: Job, effects: Effects): AsyncGenerator<readonly Outcome[]> {
  const { inputs, takesRecords } = job
  const opening = openWhenNeeded(job.options, effects)
  const running: Promise<readonly Outcome[]>[] = []
  try {
    for (const input of [...inputs, ...Array<null>(AT_ONCE).fill(null)]) {
      if (input !== null) {
        running.push(
          takesRecords && (await holdsRecords(input, effects))
            ? load(input.path, effects)
            : readOne(input, job.options, opening, effects),
        )
      }
      if (running.length < AT_ONCE && input !== null) continue
      const outcomes = await running.shift()
      if (outcomes === undefined) return
      if (!effects.interrupted.aborted) {
        yield outcomes
        continue
      }
      for (const each of [outcomes, ...(await Promise.all(running))])
        yield each.filter(({ kind }) => kind === "read")
      return
    }
  } finally {
    await Promise.allSettled(running)
    await opening.close()
  }
}

interface Opening {
  /** Opens the network at the first call. */
  reader(): Promise<ReportReader>
  close(): Promise<void>
}

/** Opened once there is something to read, so that a mistyped name is told at once. */
function openWhenNeeded({ lexicons }: ReadingOptions, effects: Effects): Opening {
  let reader: Promise<ReportReader> | null = null
  return {
    reader() {
      reader ??= readLexicons(lexicons, effects).then((texts) => effects.openReader({ lexicons: texts }))
      return reader
    },
    close: async () => reader?.then((each) => each.close()).catch(() => {}),
  }
}

async function readOne(
  input: ReportInput,
  { published, outlet, charset, url }: ReadingOptions,
  opening: Opening,
  effects: Effects,
): Promise<readonly Outcome[]> {
  const { path, mediaType } = input
  let bytes: Uint8Array
  try {
    bytes = await readInput(input, effects)
  } catch (error) {
    return [{ kind: "failed", path, error }]
  }
  // That it cannot be opened concerns all inputs, and is thrown.
  const reader = await opening.reader()
  const options = { published, outlet, charset, url, mediaType, signal: effects.interrupted }
  return reader.read(bytes, options).then(
    (record) => [{ kind: "read", path, record }],
    (error: unknown) => [{ kind: "failed", path, error }],
  )
}

/** By its name; of standard input, which has none, by how it begins. */
async function holdsRecords({ path }: ReportInput, { stdin }: Pick<Effects, "stdin">): Promise<boolean> {
  return path === "-" ? looksLikeRecord(await stdin.read()) : /\.(?:json|jsonl|ndjson)$/i.test(path)
}

async function load(path: string, effects: Effects): Promise<readonly Outcome[]> {
  try {
    const found = await loadRecords(path, effects)
    return found.map(({ place, value }): Outcome => {
      const checked = checkRecord(value)
      if (checked.ok) return { kind: "read", path: place, record: checked.record }
      const [fault] = checked.faults
      const error = inputError(
        "not-a-record",
        `${place} is no sound record: ${fault?.path} ${fault?.message}. Make it anew: sayso read --json`,
      )
      return { kind: "failed", path: place, error }
    })
  } catch (error) {
    return [{ kind: "failed", path, error }]
  }
}
