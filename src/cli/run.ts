// The process around the command line: starts it, hears Ctrl-C, and ends with its exit code.
import { EXIT } from "./exit-codes.ts"
import { main } from "./main.ts"
import { nodeEffects } from "./node-effects.ts"

/** Runs the command in `process.argv` and ends the process. */
export async function run(): Promise<void> {
  const interruption = new AbortController()
  process.on("SIGINT", () => {
    // A second Ctrl-C means: now, finished or not.
    if (interruption.signal.aborted) process.exit(EXIT.interrupted)
    interruption.abort()
  })
  const code = await main(process.argv.slice(2), nodeEffects(interruption.signal))
  // Everything written has been taken by the system; threads of the network's runtime must not keep the process.
  process.exit(code)
}
