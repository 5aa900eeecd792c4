// How many reports a second the library reads, and where the time goes. In: seeded reports of 500 words. Out: figures.
import { openReader, type ReportReader, readText } from "../src/node.ts"
import { measureBaseline } from "./baseline.ts"
import { type Figures, median, rounded } from "./figures.ts"
import { asPage } from "./pages.ts"
import type { BenchOptions } from "./run.ts"
import { meterNetwork } from "./session-meter.ts"
import { reportDrawer } from "./wikinews.ts"

const SEED = 20_261_124
const WORDS = 500

/** Reads each report as plain text, then each as a page, one after the other and three at once, after a tenth as many to warm up. About a minute for 300. */
export async function measureSpeed({ reports, shared }: BenchOptions): Promise<Figures> {
  const meter = meterNetwork()
  const began = performance.now()
  const reader = await openReader()
  const openMs = performance.now() - began
  const draw = reportDrawer(SEED, WORDS, shared)
  const warmUp = Array.from({ length: Math.ceil(reports / 10) }, draw)
  const texts = Array.from({ length: reports }, draw)
  const pages = texts.map(asPage)
  for (const text of [...warmUp, ...warmUp.map(asPage)]) await reader.read(text)

  meter.reset()
  const plain = await timeOneByOne(reader, texts)
  const insideMs = meter.insideMs()
  const plainThreeAtOnce = await timeThreeAtOnce(reader, texts)
  const asPages = await timeOneByOne(reader, pages)
  const threeAtOnce = await timeThreeAtOnce(reader, pages)
  const ingestMs = median(pages.map((page) => timeOf(() => readText(page))))
  const { runtime } = reader
  await reader.close()
  const baseline = await measureBaseline(shared)
  return {
    runtime: `onnxruntime-${runtime.name} ${runtime.version}, ${runtime.threads} threads`,
    reports,
    wordsPerReport: Math.round(texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / reports),
    reportsPerSecond: rounded(reports / plain.seconds),
    reportsPerSecondThreeAtOnce: rounded(reports / plainThreeAtOnce),
    baselinePiecesPerSecond: baseline === null ? "not at hand" : Math.round(baseline),
    insideNetworkShare: rounded(insideMs / 1000 / plain.seconds),
    medianMs: rounded(median(plain.each)),
    slowestMs: rounded(Math.max(...plain.each)),
    pagesPerSecond: rounded(reports / asPages.seconds),
    pagesPerSecondThreeAtOnce: rounded(reports / threeAtOnce),
    ingestPageMs: rounded(ingestMs),
    openMs: rounded(openMs),
  }
}

async function timeOneByOne(
  reader: ReportReader,
  inputs: readonly string[],
): Promise<{ readonly seconds: number; readonly each: readonly number[] }> {
  const each: number[] = []
  const began = performance.now()
  for (const input of inputs) {
    const before = performance.now()
    await reader.read(input)
    each.push(performance.now() - before)
  }
  return { seconds: (performance.now() - began) / 1000, each }
}

/** As the command does: while the network works on two, the rules work on a third. */
async function timeThreeAtOnce(reader: ReportReader, inputs: readonly string[]): Promise<number> {
  const began = performance.now()
  let next = 0
  const readOn = async (): Promise<void> => {
    for (let input = inputs[next++]; input !== undefined; input = inputs[next++]) await reader.read(input)
  }
  await Promise.all([readOn(), readOn(), readOn()])
  return (performance.now() - began) / 1000
}

function timeOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
