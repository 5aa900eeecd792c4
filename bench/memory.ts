// Does memory stay flat over many reports? In: seeded reports, every second one as a page, none twice. Out: what the command
// held, in each tenth of them; and what a program holds that reads some hundred with the library.
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { openReader } from "../src/node.ts"
import { type Figures, ROOT, rounded } from "./figures.ts"
import { asPage } from "./pages.ts"
import type { BenchOptions } from "./run.ts"
import { reportDrawer } from "./wikinews.ts"

const SEED = 20_261_125
const WORDS = 500
const MB = 1e6

/** Growth over the second half of the run below which memory counts as flat. */
const FLAT = 0.05

/** With the library: what a program holds does not depend on how many more follow. */
const MOST_WITH_LIBRARY = 300

/** A quarter of an hour for 10,000 reports on two idle cores. Needs a build, and `ps`. */
export async function measureMemory({ memory, shared }: BenchOptions): Promise<Figures> {
  const draw = reportDrawer(SEED, WORDS, shared)
  const folder = mkdtempSync(join(tmpdir(), "sayso-memory-"))
  try {
    for (let number = 1; number <= memory; number += 1) {
      const text = draw()
      const [name, page] = number % 2 === 0 ? ["html", asPage(text)] : ["txt", text]
      writeFileSync(join(folder, `${String(number).padStart(6, "0")}.${name}`), page)
    }
    const { steps, most } = await readFolder(folder, memory)
    const middle = steps[Math.floor(steps.length / 2)] as number
    const last = steps.at(-1) as number
    const growth = (last - middle) / middle
    return {
      reports: memory,
      mbInEachTenth: steps.join(" "),
      mostMb: most,
      growthInSecondHalf: rounded(growth, 2),
      flat: growth < FLAT,
      mostMbWithLibrary: await readWithLibrary(draw, Math.min(memory, MOST_WITH_LIBRARY)),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Held {
  /** MB, the mean over each tenth: one moment's figure says when the garbage was last collected. */
  readonly steps: readonly number[]
  readonly most: number
}

/** `sayso read FOLDER --jsonl`, looked at once after every few records. */
async function readFolder(folder: string, reports: number): Promise<Held> {
  if (!existsSync(join(ROOT, "dist", "cli", "run.js"))) throw new Error("Not built. Build it: npm run build")
  const command = [join(ROOT, "bin", "sayso.js"), "read", folder, "--jsonl", "--quiet"]
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] })
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve))
  const tenth = Math.ceil(reports / 10)
  const steps: number[] = []
  const samples: number[] = []
  let [read, most] = [0, 0]
  for await (const _ of createInterface({ input: child.stdout })) {
    read += 1
    if (read % SAMPLED === 0) {
      samples.push(heldBy(child))
      most = Math.max(most, samples.at(-1) as number)
    }
    if ((read % tenth !== 0 && read !== reports) || samples.length === 0) continue
    steps.push(Math.round(samples.reduce((sum, each) => sum + each) / samples.length))
    process.stderr.write(`  ${read} of ${reports} reports: ${steps.at(-1)} MB\n`)
    samples.length = 0
  }
  const code = await ended
  if (code !== 0 || read !== reports)
    throw new Error(`sayso read ended with ${code} after ${read} of ${reports} reports.`)
  return { steps, most: Math.round(most) }
}

/** Reports between two looks at the process. */
const SAMPLED = 5

/** MB of memory that the process has in use. */
function heldBy({ pid }: ChildProcess): number {
  return (Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024) / MB
}

async function readWithLibrary(draw: () => string, reports: number): Promise<number> {
  const reader = await openReader()
  for (let number = 1; number <= reports; number += 1) {
    const text = draw()
    await reader.read(number % 2 === 0 ? asPage(text) : text)
  }
  await reader.close()
  return Math.round((process.resourceUsage().maxRSS * 1024) / MB)
}
