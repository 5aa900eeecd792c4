// The command as a user starts it: the built `bin/sayso.js` in a process of its own.
import { type ChildProcess, spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

export const ROOT = fileURLToPath(new URL("../..", import.meta.url))
export const COMMAND = `${ROOT}bin/sayso.js`

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface StartOptions {
  readonly stdin?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** File descriptor in place of the pipe on standard output. */
  readonly stdout?: number
}

/** Starts `sayso ARGS` without colours. */
export function start(
  args: readonly string[],
  { cwd = ROOT, env = {}, stdout }: StartOptions = {},
): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["pipe", stdout ?? "pipe", "pipe"],
  })
}

/** Runs `sayso ARGS` to its end. */
export async function run(args: readonly string[], options: StartOptions = {}): Promise<Ended> {
  const child = start(args, options)
  // A command that does not read its input closes it: that is no fault of the test.
  child.stdin?.on("error", () => {})
  child.stdin?.end(options.stdin ?? "")
  return ended(child)
}

/** What a started process printed, once it has ended. */
export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = ""
  let stderr = ""
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk
  })
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk
  })
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, stdout, stderr }))
  })
}
