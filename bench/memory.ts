// Does memory stay flat over many reports? In: seeded reports, every second one as a page, none twice. Out: what the
// process held after each tenth of them.
import { openReader } from "../src/node.ts"
import { type Figures, rounded } from "./figures.ts"
import { asPage } from "./pages.ts"
import type { BenchOptions } from "./run.ts"
import { reportDrawer } from "./wikinews.ts"

const SEED = 20_261_125
const WORDS = 500
const MB = 1e6

/** Growth over the second half of the run below which memory counts as flat. */
const FLAT = 0.05

/** Twelve minutes for 10,000 reports on two idle cores. */
export async function measureMemory({ memory, shared }: BenchOptions): Promise<Figures> {
  const draw = reportDrawer(SEED, WORDS, shared)
  const startMb = Math.round(process.memoryUsage.rss() / MB)
  const reader = await openReader()
  const openMb = Math.round(process.memoryUsage.rss() / MB)
  const steps: number[] = []
  let statements = 0
  let sampled = 0
  let samples = 0
  for (let number = 1; number <= memory; number += 1) {
    const text = draw()
    const record = await reader.read(number % 2 === 0 ? asPage(text) : text)
    statements += record.statements.length
    sampled += process.memoryUsage.rss()
    samples += 1
    if (number % Math.ceil(memory / 10) !== 0 && number !== memory) continue
    // The mean of a tenth: one moment's figure says when the garbage was last collected.
    const mb = Math.round(sampled / samples / MB)
    steps.push(mb)
    process.stderr.write(`  ${number} of ${memory} reports: ${mb} MB\n`)
    sampled = 0
    samples = 0
  }
  await reader.close()
  const middle = steps[Math.floor(steps.length / 2)] as number
  const last = steps.at(-1) as number
  const growth = (last - middle) / middle
  return {
    reports: memory,
    statements,
    startMb,
    openMb,
    mbInEachTenth: steps.join(" "),
    mostMb: Math.round((process.resourceUsage().maxRSS * 1024) / MB),
    growthInSecondHalf: rounded(growth, 2),
    flat: growth < FLAT,
  }
}
