// Measures speed, memory and size, and keeps the figures in bench/results.json.
//   npm run bench                      every part
//   npm run bench -- cold package      some; the others keep their figures
//   npm run bench -- --memory 10000    more reports for the memory part
//   npm run bench -- --wait 30         wait up to 30 minutes for a moment in which nothing else runs
// Each part is measured in a process of its own. docs/guide/measuring.md explains the figures.
import { spawnSync } from "node:child_process"
import { parseArgs } from "node:util"
import { describeRun, type Figures, keepResult, measureBusy, ROOT, rounded } from "./figures.ts"

/** What the parts are asked for. */
export interface BenchOptions {
  /** Folder that holds `data/`. */
  readonly shared: string
  /** Reports to measure the speed with. */
  readonly reports: number
  /** Reports to measure the memory over. */
  readonly memory: number
  /** Starts of the command. */
  readonly starts: number
  /** Longest text, in kB. */
  readonly longest: number
}

interface Part {
  readonly what: string
  readonly network: boolean
  measure(options: BenchOptions): Promise<Figures>
}

const PARTS: Readonly<Record<string, Part>> = {
  speed: {
    what: "reports of 500 words a second, and the share of the network in it",
    network: true,
    measure: async (options) => (await import("./speed.ts")).measureSpeed(options),
  },
  cold: {
    what: "sayso read, the whole process",
    network: true,
    measure: async (options) => (await import("./cold.ts")).measureCold(options),
  },
  growth: {
    what: "time for texts of 1 kB to 1 MB",
    network: true,
    measure: async (options) => (await import("./growth.ts")).measureGrowth(options),
  },
  memory: {
    what: "memory over many reports",
    network: true,
    measure: async (options) => (await import("./memory.ts")).measureMemory(options),
  },
  package: {
    what: "size of the package",
    network: false,
    measure: async () => (await import("./package.ts")).measurePackage(),
  },
}

/** Share of the cores that others may take: the system itself takes some. */
const QUIET = 0.1

const { values, positionals } = parseArgs({
  options: {
    shared: { type: "string", default: `${ROOT}/../shared` },
    reports: { type: "string", default: "300" },
    memory: { type: "string", default: "300" },
    starts: { type: "string", default: "7" },
    longest: { type: "string", default: "1000" },
    wait: { type: "string", default: "0" },
    "dry-run": { type: "boolean", default: false },
    /** Measure here and print the figures as JSON: how this program calls itself. */
    alone: { type: "boolean", default: false },
  },
  allowPositionals: true,
})
const options: BenchOptions = {
  shared: values.shared,
  reports: wholeNumber("reports"),
  memory: wholeNumber("memory"),
  starts: wholeNumber("starts"),
  longest: wholeNumber("longest"),
}
const unknown = positionals.filter((name) => PARTS[name] === undefined)
if (unknown.length > 0) stop(`No part ${unknown.join(", ")}. There are: ${Object.keys(PARTS).join(", ")}.`)

if (values.alone) {
  const figures = await (PARTS[positionals[0] ?? ""] as Part).measure(options)
  process.stdout.write(JSON.stringify(figures))
  // Threads of the network's runtime must not keep the process.
  process.exit(0)
}
for (const name of positionals.length === 0 ? Object.keys(PARTS) : positionals) await measureApart(name)
if (!values["dry-run"])
  process.stderr.write("Kept in bench/results.json. Into the documents: node tools/render-docs.ts\n")

async function measureApart(name: string): Promise<void> {
  const part = PARTS[name] as Part
  process.stderr.write(`${name}: ${part.what} …\n`)
  const described = describeRun(commandOf(name), part.network)
  const last = performance.now() + Number(values.wait) * 60_000
  for (;;) {
    const before = await waitForQuiet(last)
    const figures = runAlone(name)
    if (figures === null) return
    const busyAround = rounded(Math.max(before, await measureBusy(2)), 2)
    // Something began meanwhile: again, as long as there is time.
    if (busyAround > QUIET && performance.now() < last) continue
    if (!values["dry-run"]) keepResult(name, { ...described, busyAround, figures })
    process.stdout.write(`${name}\n${print(figures, "  ")}`)
    if (busyAround > QUIET)
      process.stdout.write(
        `  The machine was busy (${busyAround} of its cores): measure again, with --wait 30.\n`,
      )
    return
  }
}

/** Resolves when nothing else has run for some seconds, or when the time is over; gives the share that others took last. */
async function waitForQuiet(last: number): Promise<number> {
  for (;;) {
    const busy = await measureBusy(4)
    if (busy <= QUIET || performance.now() > last) return busy
  }
}

/** The figures of one part from a process of its own; null when it failed. */
function runAlone(name: string): Figures | null {
  const given = process.argv.slice(2).filter((argument) => argument !== "--dry-run" && !(argument in PARTS))
  const run = spawnSync(process.execPath, [import.meta.filename, ...given, "--alone", name], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "inherit"],
  })
  if (run.status === 0) return JSON.parse(run.stdout) as Figures
  process.stderr.write(`${name}: ended with ${run.status ?? run.signal}. Its old figures stay.\n`)
  process.exitCode = 1
  return null
}

/** The command that measures this part in the same way. */
function commandOf(name: string): string {
  const counts: Readonly<Record<string, string>> = {
    speed: `--reports ${options.reports}`,
    cold: `--starts ${options.starts}`,
    growth: `--longest ${options.longest}`,
    memory: `--memory ${options.memory}`,
  }
  return ["npm run bench --", name, counts[name] ?? ""].join(" ").trimEnd()
}

function print(figures: Figures, indent: string): string {
  return Object.entries(figures)
    .map(([name, value]) => {
      if (Array.isArray(value))
        return `${indent}${name}\n${value.map((each: Figures) => `${indent}  ${Object.values(each).map(String).join("  ")}\n`).join("")}`
      return typeof value === "object"
        ? `${indent}${name}\n${print(value as Figures, `${indent}  `)}`
        : `${indent}${name.padEnd(24)} ${String(value)}\n`
    })
    .join("")
}

function wholeNumber(name: "reports" | "memory" | "starts" | "longest"): number {
  const value = Number(values[name])
  if (!Number.isSafeInteger(value) || value < 1)
    stop(`--${name} is “${values[name]}”; give a number from 1 on.`)
  return value
}

function stop(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
