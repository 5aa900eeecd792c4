// The runtime in a thread of its own, so that rules work on one report while the network works on the next, and tables are
// read while the network opens. In: which runtime. Out: the same `Runtime` as `openRuntime` gives, asked by messages.
import { Worker } from "node:worker_threads"
import { type InputErrorCode, inputError } from "../base/input-error.ts"
import type { NetworkSession, SessionOutput } from "../read/network/index.ts"
import type { Runtime, RuntimeOptions } from "./open-runtime.ts"
import { packagePath } from "./package.ts"
import type { Answer, Question } from "./thread-messages.ts"

/** The thread's own file: in the sources beside this one, in a bundle one of its entries (`tools/build.ts`). */
const ENTRY = packagePath(
  import.meta.url.endsWith(".ts") ? "src/runtime/network-thread.ts" : "dist/network-thread.js",
)

/** Starts the thread, in about 50 ms beside what the caller does. Throws an `InputError` with code "no-runtime" when none loads. */
export async function openRuntimeInThread(options: RuntimeOptions): Promise<Runtime> {
  const thread = new NetworkThread(options)
  try {
    const about = (await thread.ask({ kind: "about" })) as Omit<Runtime, "createSession">
    return { ...about, createSession: (model) => openSession(thread, model) }
  } catch (error) {
    await thread.end()
    throw error
  }
}

async function openSession(thread: NetworkThread, model: Uint8Array): Promise<NetworkSession> {
  const names = (await thread.ask({ kind: "create", model })) as Pick<
    NetworkSession,
    "inputNames" | "outputNames"
  >
  return {
    ...names,
    run: (inputs, wanted) =>
      thread.ask({ kind: "run", inputs, wanted }) as Promise<Readonly<Record<string, SessionOutput>>>,
    async close() {
      await thread.ask({ kind: "close" })
      await thread.end()
    },
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

class NetworkThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #last = 0
  #fault: unknown = null

  constructor(options: RuntimeOptions) {
    // Without the flags of the program that reads: `node --input-type=module -e …` would have the file be a string.
    this.#worker = new Worker(ENTRY, { workerData: options, execArgv: [] })
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

  ask(asked: Question["asked"]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#fault !== null) return reject(this.#fault)
      this.#last += 1
      this.#waiting.set(this.#last, { resolve, reject })
      this.#worker.ref()
      this.#worker.postMessage({ id: this.#last, asked } satisfies Question)
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
