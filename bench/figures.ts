// The kept figures: bench/results.json. Each part has its own date, machine and command, since parts are run apart.
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { availableParallelism, cpus, totalmem } from "node:os"
import { join } from "node:path"
import { weightsFolder } from "../src/runtime/package.ts"

/** Numbers and words by name, in groups or lists of them. */
export interface Figures {
  readonly [name: string]: number | string | boolean | Figures | readonly Figures[]
}

export interface Measured {
  /** ISO date. */
  readonly measured: string
  readonly machine: string
  /** Share of the cores' time that other work took just before or just after, the larger: figures count when it is near 0. */
  readonly busyAround: number
  readonly node: string
  /** First 12 digits of the hash in the records; null where the network takes no part. */
  readonly weights: string | null
  /** What was measured: "3d9d916", with a “+” when files had been changed since. */
  readonly commit: string
  readonly command: string
  readonly figures: Figures
}

export interface Results {
  readonly parts: Readonly<Record<string, Measured>>
}

export const ROOT = join(import.meta.dirname, "..")
const FILE = join(ROOT, "bench", "results.json")

/** Empty when nothing has been measured yet. */
export function readResults(): Results {
  try {
    return JSON.parse(readFileSync(FILE, "utf8")) as Results
  } catch {
    return { parts: {} }
  }
}

/** Puts one part in place of what was measured before; the others stay. */
export function keepResult(name: string, result: Measured): void {
  const parts = { ...readResults().parts, [name]: result }
  writeFileSync(FILE, `${JSON.stringify({ parts }, null, 2)}\n`)
}

/** Everything about a measurement but its figures and how busy the machine was. */
export function describeRun(command: string, withNetwork: boolean): Omit<Measured, "figures" | "busyAround"> {
  return {
    measured: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    node: process.version,
    weights: withNetwork ? hashWeights() : null,
    commit: findCommit(),
    command,
  }
}

/** Share of all cores' time that is used by anybody during the next `seconds`. */
export async function measureBusy(seconds: number): Promise<number> {
  const before = coreTimes()
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const after = coreTimes()
  return 1 - (after.idle - before.idle) / Math.max(after.all - before.all, 1)
}

function coreTimes(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((core) => core.times)
  return {
    idle: times.reduce((sum, { idle }) => sum + idle, 0),
    all: times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0),
  }
}

function hashWeights(): string {
  const manifest = readFileSync(join(weightsFolder(process.env), "reading.json"))
  return createHash("sha256").update(manifest).digest("hex").slice(0, 12)
}

function findCommit(): string {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no", "--", "src", "data", "weights")
    return `${git("rev-parse", "--short=7", "HEAD")}${changed === "" ? "" : "+"}`
  } catch {
    return "unknown"
  }
}

/** The middle one of `values` by size; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN
}

/** As many digits as a measurement deserves. */
export function rounded(value: number, digits = 3): number {
  return Number(value.toPrecision(digits))
}
