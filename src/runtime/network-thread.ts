// What runs in the network's own thread: loads a runtime, opens the network there, computes what it is asked. In and out:
// the messages of thread-messages.ts. Started by thread-runtime.ts alone.
import { parentPort, workerData } from "node:worker_threads"
import type { NetworkSession } from "../read/network/index.ts"
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
      // The runtime has its own copy by now; this one of 27 MB would stay for as long as the thread, which makes too little
      // garbage to have it collected.
      const model = asked.model.buffer as ArrayBuffer
      model.transfer(0)
      return { value: { inputNames, outputNames }, moved: [] }
    }
    case "run": {
      const open = await session!
      const outputs = await open.run(asked.inputs, asked.wanted)
      // Moved, not copied: the numbers of one window are some megabytes.
      return { value: outputs, moved: Object.values(outputs).map(({ data }) => data.buffer as ArrayBuffer) }
    }
    case "close":
      await (await session)?.close()
      return { value: null, moved: [] }
  }
}

/** Errors lose their code on the way between threads. */
function describe(error: unknown): { readonly message: string; readonly code: string | null } {
  const { message, code } = error as { readonly message?: string; readonly code?: unknown }
  return { message: message ?? String(error), code: typeof code === "string" ? code : null }
}
