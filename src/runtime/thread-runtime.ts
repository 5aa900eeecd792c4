// The runtime in threads of its own, so that rules work on one report while the network works on the next, and tables are
// read while the network opens. In: which runtime. Out: the same `Runtime` as `openRuntime` gives, asked by messages.
import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import { type InputErrorCode, inputError } from "../base/input-error.ts"
import type { NetworkSession, SessionOutputs } from "../read/network/index.ts"
import type { Runtime, RuntimeOptions } from "./open-runtime.ts"
import { packagePath } from "./package.ts"
import type { ModelFile } from "./read-weights.ts"
import type { Answer, Question } from "./thread-messages.ts"

/** The thread's own file: in the sources beside this one, in a bundle one of its entries (`tools/build.ts`). */
const ENTRY = packagePath(
  import.meta.url.endsWith(".ts") ? "src/runtime/network-thread.ts" : "dist/network-thread.js",
)

/**
 * Most threads that each hold the network. Two that compute with one core each read a fifth to a third more than one that
 * computes with two, which wait for each other (decision 14); each more would hold some 60 MB.
 */
const MOST_THREADS = 2

/**
 * Starts the threads, in about 50 ms beside what the caller does; they share the cores of `options.threads`. Throws an
 * `InputError` with code "no-runtime" when none loads.
 */
export async function openRuntimeInThreads(options: RuntimeOptions): Promise<Runtime> {
  const cores = options.threads ?? availableParallelism()
  const count = Math.min(MOST_THREADS, cores)
  const each = { ...options, threads: Math.floor(cores / count) }
  const pool = Array.from({ length: count }, () => new NetworkThread(each))
  try {
    const [about] = (await Promise.all(pool.map((thread) => thread.ask({ kind: "about" })))) as [RuntimeFacts]
    return {
      ...about,
      threads: each.threads * count,
      createSession: (model) => openSession(pool, model),
    }
  } catch (error) {
    await endAll(pool)
    throw error
  }
}

type RuntimeFacts = Omit<Runtime, "createSession">
type SessionFacts = Pick<NetworkSession, "inputNames" | "outputNames">

async function openSession(pool: readonly NetworkThread[], model: ModelFile): Promise<NetworkSession> {
  const opened = await Promise.all(pool.map((thread) => thread.ask({ kind: "create", model })))
  const names = opened[0] as SessionFacts
  const spare: ArrayBuffer[] = []
  return {
    ...names,
    runsAtOnce: pool.length,
    run: (inputs, wanted) => {
      const memory = spare.pop() ?? new ArrayBuffer(0)
      return leastBusy(pool).ask({ kind: "run", inputs, wanted, memory }, [memory]) as Promise<SessionOutputs>
    },
    giveBack(outputs) {
      // All outputs of a run lie in one.
      const [first] = Object.values(outputs)
      if (first !== undefined && spare.length < MOST_SPARE) spare.push(first.data.buffer as ArrayBuffer)
    },
    async close() {
      await Promise.all(pool.map((thread) => thread.ask({ kind: "close" })))
      await endAll(pool)
    },
  }
}

/** Memory for outputs that waits for the next runs: as much as is used at once by three reports. */
const MOST_SPARE = 6

function leastBusy(pool: readonly NetworkThread[]): NetworkThread {
  return pool.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best))
}

async function endAll(pool: readonly NetworkThread[]): Promise<void> {
  await Promise.all(pool.map((thread) => thread.end()))
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

// ONNX Runtime matches the program's whole command line against a pattern when it starts, and goes some 300 bytes deeper with
// each letter: “sayso read *.txt” of 250 files ended Node's usual 4 MB and with it the program, without a word. Only what is
// used of it is taken from memory (2026-11-30).
const STACK_MB = 256

class NetworkThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #last = 0
  #fault: unknown = null

  constructor(options: RuntimeOptions) {
    // Without the flags of the program that reads: `node --input-type=module -e …` would have the file be a string.
    this.#worker = new Worker(ENTRY, {
      workerData: options,
      execArgv: [],
      resourceLimits: { stackSizeMb: STACK_MB },
    })
    this.#worker.on("message", (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if (this.#waiting.size === 0) this.#worker.unref()
      if ("error" in answer) waiting?.reject(revived(answer.error))
      else waiting?.resolve(answer.value)
    })
    this.#worker.on("error", (error) => this.#fail(error))
    this.#worker.on("exit", (code) => this.#fail(new Error(`The network's thread ended with code ${code}.`)))
    // A reader that nobody closes keeps no process alive, as it did not before it had a thread.
    this.#worker.unref()
  }

  /** Questions that are not answered yet. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** `moved`: what the thread is given for good, or until it answers with it. */
  ask(asked: Question["asked"], moved: readonly ArrayBuffer[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#fault !== null) return reject(this.#fault)
      this.#last += 1
      this.#waiting.set(this.#last, { resolve, reject })
      this.#worker.ref()
      this.#worker.postMessage({ id: this.#last, asked } satisfies Question, moved)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(error: unknown): void {
    this.#fault ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

/** Between threads an error loses its code. */
function revived({ message, code }: { readonly message: string; readonly code: string | null }): Error {
  return code === null ? new Error(message) : inputError(code as InputErrorCode, message)
}
