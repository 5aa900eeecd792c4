// Time inside the network's runtime, measured from outside: the runtime's own `run` is wrapped before it is opened.
import { wishedRuntime } from "../src/runtime/index.ts"

export interface NetworkMeter {
  /** Milliseconds within `run` since the last reset; of two runs at once each counts. */
  insideMs(): number
  reset(): void
}

/** Call it before the first reader is opened. Measures the runtime that SAYSO_RUNTIME names, else the native one. */
export async function meterNetwork(): Promise<NetworkMeter> {
  let sum = 0
  const runtime = wishedRuntime(process.env) ?? "node"
  const onnx = runtime === "node" ? await import("onnxruntime-node") : await import("onnxruntime-web")
  const { InferenceSession } = onnx
  const create = InferenceSession.create.bind(InferenceSession) as (...args: unknown[]) => Promise<Session>
  const createMetered = async (...args: unknown[]): Promise<Session> => {
    const session = await create(...args)
    const run = session.run.bind(session)
    session.run = async (...inputs) => {
      const began = performance.now()
      try {
        return await run(...inputs)
      } finally {
        sum += performance.now() - began
      }
    }
    return session
  }
  Object.assign(InferenceSession, { create: createMetered })
  return {
    insideMs: () => sum,
    reset: () => {
      sum = 0
    },
  }
}

/** What is used of the runtime's own session here. */
interface Session {
  run(...inputs: unknown[]): Promise<unknown>
}
