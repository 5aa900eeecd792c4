// Reads a great many bad inputs and checks each: node tools/fuzz.ts --count 100000 --seed 1
// In: a count and a seed; see --help. Out: what was tried, the slowest inputs and, when a promise was broken, the
// input in a file and the command that reads it again. Ends with 1 when there was a failure.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads"
import { openReader, type ReadOptions } from "../src/node.ts"
import { type Read, readerWith, readTwice } from "../test/check/report.ts"
import { BAD_INPUT_KINDS, type BadInput, makeBadInput } from "../test/helpers/bad-input/bad-inputs.ts"
import { openRandomNetwork } from "../test/helpers/bad-input/random-network.ts"

const HELP = `node tools/fuzz.ts [options]

  --count N     how many inputs (100000)
  --seed N      the same seed gives the same inputs (1)
  --from N      number of the first one (0)
  --real N      every Nth is read with the real network, 0: none (500)
  --workers N   threads (one for each core)
  --save DIR    where inputs that fail are written (${join(tmpdir(), "sayso-fuzz")})
  --replay FILE reads a saved input again, alone, and prints what it gives
`

/**
 * An input may take this long, two readings and the checks together: a start, and so much for each kB. Counted in
 * the thread's own time, so that a busy machine makes no failures.
 */
const MOST_MS = 1500
const MOST_MS_PER_KB = 50
/** A thread that is at one input for so long hangs. */
const HANG_MS = 120_000

interface Task {
  readonly count: number
  readonly seed: number
  readonly from: number
  readonly real: number
  readonly workers: number
  readonly number: number
  /** Two numbers a worker: the input it is at, and when it began, in ms since `startedAt`. */
  readonly places: Int32Array
  readonly startedAt: number
}

interface Timing {
  readonly index: number
  readonly kind: string
  readonly bytes: number
  readonly ms: number
}

interface Failure {
  readonly index: number
  readonly kind: string
  readonly message: string
}

type Message =
  | { readonly kind: "failure"; readonly failure: Failure }
  | {
      readonly kind: "sum"
      readonly inputs: number
      readonly bytes: number
      readonly statements: number
      readonly withReal: number
      /** Thread time. */
      readonly cpuMs: number
      readonly slowest: readonly Timing[]
    }

if (isMainThread) await main()
else await work(workerData as Task)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      from: { type: "string", default: "0" },
      real: { type: "string", default: "500" },
      workers: { type: "string", default: String(availableParallelism()) },
      save: { type: "string", default: join(tmpdir(), "sayso-fuzz") },
      replay: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  if (values.replay !== undefined) return replay(values.replay)
  const workers = wholeNumber("workers", values.workers)
  const run = {
    count: wholeNumber("count", values.count),
    seed: wholeNumber("seed", values.seed),
    from: wholeNumber("from", values.from),
    real: wholeNumber("real", values.real),
    workers,
    places: new Int32Array(new SharedArrayBuffer(workers * 8)),
    startedAt: performance.timeOrigin + performance.now(),
  }
  const failures: Failure[] = []
  const sums: Extract<Message, { kind: "sum" }>[] = []
  const fail = (failure: Failure): void => {
    failures.push(failure)
    if (failures.length <= 20) reportFailure(failure, run.seed, values.save)
  }
  await Promise.all(
    Array.from({ length: workers }, (_, number) => follow({ ...run, number }, fail, (sum) => sums.push(sum))),
  )
  const sum = (of: (one: (typeof sums)[number]) => number): number =>
    sums.reduce((total, one) => total + of(one), 0)
  const seconds = (performance.timeOrigin + performance.now() - run.startedAt) / 1000
  console.log(
    `${sum(({ inputs }) => inputs)} inputs of ${BAD_INPUT_KINDS.length} kinds, seed ${run.seed}, ${Math.round(sum(({ bytes }) => bytes) / 1e6)} MB, each read twice in ${Math.round(seconds)} s; ${sum(({ withReal }) => withReal)} with the real network; ${(
      sum(({ cpuMs }) => cpuMs) /
        Math.max(
          sum(({ inputs }) => inputs),
          1,
        )
    ).toFixed(1)} ms an input; ${sum(({ statements }) => statements)} statements`,
  )
  console.log("Slowest:")
  const slowest = sums.flatMap((one) => one.slowest).sort((one, other) => other.ms - one.ms)
  for (const { index, kind, bytes, ms } of slowest.slice(0, 5))
    console.log(
      `  ${Math.round(ms)} ms, ${(bytes / 1000).toFixed(1)} kB, ${kind} (--from ${index} --count 1)`,
    )
  console.log(`${failures.length} failed`)
  process.exitCode = failures.length === 0 ? 0 : 1
}

/** Starts one thread and resolves when it ends; one that hangs or dies is a failure of the input it was at. */
function follow(
  task: Task,
  fail: (failure: Failure) => void,
  finish: (sum: Extract<Message, { kind: "sum" }>) => void,
): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: task })
  const here = (): number => task.places[task.number * 2] as number
  const failHere = (message: string): void =>
    fail({ index: here(), kind: BAD_INPUT_KINDS[here() % BAD_INPUT_KINDS.length] as string, message })
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      const now = performance.timeOrigin + performance.now() - task.startedAt
      if (now - (task.places[task.number * 2 + 1] as number) < HANG_MS) return
      failHere(`hangs: not read after ${HANG_MS / 1000} s; this thread goes no further`)
      void worker.terminate()
    }, 1000)
    worker.on("message", (message: Message) => {
      if (message.kind === "failure") fail(message.failure)
      else finish(message)
    })
    worker.on("error", (error) => failHere(`ends the process: ${String(error)}`))
    worker.on("exit", () => {
      clearInterval(watch)
      resolve()
    })
  })
}

async function work(task: Task): Promise<void> {
  const { seed, from, count, real, workers, number, places, startedAt } = task
  const port = parentPort
  if (port === null) return
  const readers = await openReaders(real > 0)
  const slowest: Timing[] = []
  let [inputs, bytes, statements, withReal, cpuMs] = [0, 0, 0, 0, 0]
  for (let index = from + number; index < from + count; index += workers) {
    places[number * 2 + 1] = performance.timeOrigin + performance.now() - startedAt
    places[number * 2] = index
    const before = process.threadCpuUsage()
    const input = makeBadInput(seed, index)
    const isReal = real > 0 && index % real === real - 1
    try {
      const { record } = await readTwice(input.bytes, input.options, pickReader(readers, index, isReal))
      statements += record.statements.length
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      port.postMessage({ kind: "failure", failure: { index, kind: input.kind, message } } satisfies Message)
    }
    inputs += 1
    bytes += input.bytes.length
    withReal += isReal ? 1 : 0
    const { user, system } = process.threadCpuUsage(before)
    const ms = (user + system) / 1000
    cpuMs += ms
    noteTime({ index, kind: input.kind, bytes: input.bytes.length, ms }, slowest, port)
  }
  await readers.close()
  port.postMessage({ kind: "sum", inputs, bytes, statements, withReal, cpuMs, slowest } satisfies Message)
}

function noteTime(timing: Timing, slowest: Timing[], port: NonNullable<typeof parentPort>): void {
  const { index, kind, ms, bytes } = timing
  const most = MOST_MS + (MOST_MS_PER_KB * bytes) / 1000
  if (ms > most) {
    const message = `takes ${Math.round(ms)} ms for ${bytes} bytes, more than ${Math.round(most)}`
    port.postMessage({ kind: "failure", failure: { index, kind, message } } satisfies Message)
  }
  slowest.push(timing)
  slowest.sort((one, other) => other.ms - one.ms)
  slowest.length = Math.min(slowest.length, 5)
}

interface Readers {
  readonly whole: Read
  readonly short: Read
  /** Null when it is not wanted. */
  readonly real: Read | null
  close(): Promise<void>
}

/** Two networks that answer at random, with the real one's window and with a short one, and the real one itself. */
async function openReaders(withReal: boolean): Promise<Readers> {
  const [whole, short] = await Promise.all([openRandomNetwork(238), openRandomNetwork(40)])
  const reader = withReal ? await openReader() : null
  return {
    whole: await readerWith(whole),
    short: await readerWith(short),
    real: reader === null ? null : (_report, bytes, options) => reader.read(bytes, options),
    close: async () => reader?.close(),
  }
}

function pickReader({ whole, short, real }: Readers, index: number, isReal: boolean): Read {
  if (isReal && real !== null) return real
  return index % 3 === 0 ? short : whole
}

function reportFailure({ index, kind, message }: Failure, seed: number, folder: string): void {
  const input = makeBadInput(seed, index)
  const file = join(folder, `seed-${seed}-input-${index}.bin`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, input.bytes)
  writeFileSync(
    `${file}.json`,
    JSON.stringify({ seed, index, kind, options: input.options, message }, null, 2),
  )
  console.log(`FAILED input ${index}, ${kind}: ${message}`)
  console.log(`  saved as ${file}; again: node tools/fuzz.ts --replay ${file}`)
}

/** Reads one saved input with every network and prints the record or the failure of each. */
async function replay(file: string): Promise<void> {
  const bytes = readFileSync(file)
  const { options, kind } = JSON.parse(readFileSync(`${file}.json`, "utf8")) as BadInput
  console.log(`${kind}, ${bytes.length} bytes, ${JSON.stringify(options satisfies ReadOptions)}`)
  const readers = await openReaders(false)
  for (const [name, read] of [
    ["long windows", readers.whole],
    ["short windows", readers.short],
  ] as const) {
    try {
      const { record, ingestMs, readMs } = await readTwice(bytes, options, read)
      console.log(
        `${name}: ${record.statements.length} statements, ${record.problems.map(({ code }) => code).join(" ")}; ${Math.round(ingestMs)} + ${Math.round(readMs)} ms`,
      )
    } catch (error) {
      console.log(`${name}: ${error instanceof Error ? error.stack : String(error)}`)
      process.exitCode = 1
    }
  }
}

function wholeNumber(name: string, given: string): number {
  const value = Number(given)
  if (!Number.isSafeInteger(value) || value < 0 || given === "") {
    process.stderr.write(`--${name} is ${JSON.stringify(given)}; give a whole number.\n`)
    process.exit(2)
  }
  return value
}
