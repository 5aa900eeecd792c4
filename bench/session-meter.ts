// Time inside the network's runtime, measured from outside: the network's threads do nothing else, so the time in which they
// are not waiting is the network's.
import { syncBuiltinESMExports } from "node:module"
import workerThreads, { type Worker } from "node:worker_threads"

export interface NetworkMeter {
  /** Milliseconds in which a thread of the readers opened since was busy, on average, since the last reset. */
  insideMs(): number
  reset(): void
}

/** Call it before the first reader is opened. */
export function meterNetwork(): NetworkMeter {
  const threads: Worker[] = []
  class MeteredWorker extends workerThreads.Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args)
      threads.push(this)
    }
  }
  workerThreads.Worker = MeteredWorker
  syncBuiltinESMExports()
  const activeMs = (): number =>
    threads.reduce((sum, thread) => sum + thread.performance.eventLoopUtilization().active, 0) /
    threads.length
  let before = 0
  return {
    insideMs: () => activeMs() - before,
    reset: () => {
      before = activeMs()
    },
  }
}
