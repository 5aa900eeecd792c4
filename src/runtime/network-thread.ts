// What runs in the network's own thread: loads a runtime, opens the network there, computes what it is asked. In and out:
// the messages of thread-messages.ts. Started by thread-runtime.ts alone.
import { parentPort, workerData } from "node:worker_threads"
import type { NetworkSession, SessionOutputs } from "../read/network/index.ts"
import { openRuntime, type RuntimeOptions } from "./open-runtime.ts"
import type { Answer, Question } from "./thread-messages.ts"

const port = parentPort!
const runtime = openRuntime(workerData as RuntimeOptions)
let session: Promise<NetworkSession> | null = null

port.on("message", (question: Question) => void reply(question))

async function reply({ id, asked }: Question): Promise<void> {
  try {
    const { value, moved } = await answer(asked)
    port.postMessage({ id, value } satisfies Answer, moved)
  } catch (error) {
    port.postMessage({ id, error: describe(error) } satisfies Answer)
  }
}

async function answer(
  asked: Question["asked"],
): Promise<{ readonly value: unknown; readonly moved: readonly ArrayBuffer[] }> {
  const { createSession, ...about } = await runtime
  switch (asked.kind) {
    case "about":
      return { value: about, moved: [] }
    case "create": {
      session = createSession(asked.model)
      const { inputNames, outputNames } = await session
      return { value: { inputNames, outputNames }, moved: [] }
    }
    case "run": {
      const open = await session!
      const { value, memory } = packed(await open.run(asked.inputs, asked.wanted), asked.memory)
      // Moved, not copied: the numbers of one window are some megabytes.
      return { value, moved: [memory] }
    }
    case "close":
      await (await session)?.close()
      return { value: null, moved: [] }
  }
}

/** What memory is made longer by than is needed now, so that the next window fits too. */
const SLACK = 1.25

/**
 * The outputs one behind the other in `memory`, or in a larger one. The runtime's own arrays are freed at once: left to be
 * collected, on whichever thread has them by then, they scatter over the process, which grows for hours (100 MB in 3,000 reports).
 */
function packed(
  outputs: SessionOutputs,
  memory: ArrayBuffer,
): { readonly value: SessionOutputs; readonly memory: ArrayBuffer } {
  const bytes = Object.values(outputs).reduce((sum, { data }) => sum + data.byteLength, 0)
  const large = bytes <= memory.byteLength ? memory : new ArrayBuffer(Math.ceil((bytes * SLACK) / 4) * 4)
  let at = 0
  const value = Object.entries(outputs).map(([name, { data, dims }]) => {
    const numbers = new Float32Array(large, at, data.length)
    numbers.set(data)
    at += data.byteLength
    const own = data.buffer as ArrayBuffer
    own.transfer(0)
    return [name, { data: numbers, dims }] as const
  })
  return { value: Object.fromEntries(value), memory: large }
}

/** Errors lose their code on the way between threads. */
function describe(error: unknown): { readonly message: string; readonly code: string | null } {
  const { message, code } = error as { readonly message?: string; readonly code?: unknown }
  return { message: message ?? String(error), code: typeof code === "string" ? code : null }
}
