// How long a user waits for `sayso read report.html --json`: the whole process, from its start to its end.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { type Figures, median, ROOT, rounded } from "./figures.ts"
import type { BenchOptions } from "./run.ts"

const REPORT = join(ROOT, "test", "reports", "demo", "report.html")
const COMMAND = join(ROOT, "bin", "sayso.js")

/** The files are in the system's cache after the first start, which is not counted. Needs a build. */
export async function measureCold({ starts }: BenchOptions): Promise<Figures> {
  if (!existsSync(join(ROOT, "dist", "cli", "run.js"))) throw new Error("Not built. Build it: npm run build")
  const native = Array.from({ length: starts + 1 }, () => timeCommand({})).slice(1)
  const web = Array.from({ length: Math.ceil(starts / 2) + 1 }, () =>
    timeCommand({ SAYSO_RUNTIME: "web" }),
  ).slice(1)
  const help = Array.from({ length: starts }, () => timeProcess(["--help"], {}).ms)
  return {
    starts,
    medianMs: rounded(median(native)),
    slowestMs: rounded(Math.max(...native)),
    medianMsWebAssembly: rounded(median(web)),
    medianMsHelp: rounded(median(help)),
  }
}

function timeCommand(env: Readonly<Record<string, string>>): number {
  const { ms, output } = timeProcess(["read", REPORT, "--json"], env)
  const record = JSON.parse(output) as { statements: readonly unknown[] }
  if (record.statements.length === 0)
    throw new Error("The report was read, but no statement was found in it.")
  return ms
}

function timeProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): { readonly ms: number; readonly output: string } {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  })
  const ms = performance.now() - began
  if (status !== 0) throw new Error(`sayso ${args.join(" ")} ended with ${status}: ${stderr}`)
  return { ms, output: stdout }
}
