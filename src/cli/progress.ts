// One line on standard error that tells how far a long run is: “read 214 of 3000 · 3 failed · 12 min left”.
// Only on a terminal; elsewhere one line at the end has to do.
import type { Effects } from "./effects.ts"

export interface Progress {
  /** Tells of one more input that is through. */
  step(failed: boolean): Promise<void>
  /** Takes the line away, so that something else can be printed there. */
  clear(): Promise<void>
}

/** Often enough to look alive, seldom enough to cost nothing. */
const MIN_INTERVAL_MS = 100

/** Progress over `total` inputs; prints nothing for a single one, off a terminal, or when `quiet`. */
export function startProgress(
  total: number,
  { stderr, now }: Pick<Effects, "stderr" | "now">,
  quiet: boolean,
): Progress {
  if (quiet || total < 2 || !stderr.isTerminal) return { step: async () => {}, clear: async () => {} }
  const start = now()
  let lastShown = Number.NEGATIVE_INFINITY
  let done = 0
  let failed = 0
  return {
    async step(hasFailed) {
      done += 1
      failed += hasFailed ? 1 : 0
      if (now() - lastShown < MIN_INTERVAL_MS && done < total) return
      lastShown = now()
      const parts = [
        `read ${done} of ${total}`,
        ...(failed === 0 ? [] : [`${failed} failed`]),
        timeLeft(((now() - start) / done) * (total - done)),
      ]
      await stderr.write(`\r\u001b[K${parts.join(" · ")}`)
    },
    clear: () => stderr.write("\r\u001b[K"),
  }
}

function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 90 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`
}
