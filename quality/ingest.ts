// How good ingest is on real pages. In: shared/pages (archives with pages and truth). Out: figures, as JSON on stdout.
//
//     node quality/ingest.ts [--shared ../shared] [--pages] [--articles FOLDER] [--dated FOLDER]
//
// Main text: shingles of four words, precision and recall a page, mean over pages, as in scrapinghub/article-extraction-benchmark.
import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { Ingested } from "../src/ingest/index.ts"
import { ingest, NO_OPTIONS } from "../src/ingest/index.ts"
import { findBrokenPromise, testPlatform } from "../test/check/ingest.ts"

export interface IngestQuality {
  /** 0 to 1; `text` counts the whole text, `body` leaves out headline at the top, byline and date line. */
  readonly mainText: { readonly body: Figures; readonly text: Figures; readonly pages: number }
  /** Share of characters with a place in the source, 0 to 1: all but what was added. */
  readonly placed: number
  /** Pages on which a verbatim stretch differs from the source, or the origin map has a gap. */
  readonly brokenPages: number
  readonly dates: {
    readonly right: number
    readonly wrong: number
    readonly none: number
    readonly pages: number
  }
  /** The same without the address the page was found at. */
  readonly datesWithoutUrl: {
    readonly right: number
    readonly wrong: number
    readonly none: number
    readonly pages: number
  }
  /** Processor time of the median page. */
  readonly medianMs: number
}

interface Figures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface PageResult {
  readonly page: string
  readonly detail: string
}

/** Measures on the two folders; `onPage` hears of each page. Takes about ten seconds. */
export function measureIngest(
  folders: { readonly articles: string; readonly dated: string },
  onPage: (result: PageResult) => void,
): IngestQuality {
  const bodies: Figures[] = []
  const texts: Figures[] = []
  const times: number[] = []
  let placed = 0
  let characters = 0
  let brokenPages = 0
  const count = (ingested: Ingested): void => {
    for (const { kind, span } of ingested.doc.origin) {
      characters += span.end - span.start
      if (kind !== "added") placed += span.end - span.start
    }
    if (findBrokenPromise(ingested) !== null) brokenPages++
  }
  for (const truth of readTruth(folders.articles)) {
    const start = process.cpuUsage()
    const ingested = readPage(folders.articles, truth, truth.url)
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
    count(ingested)
    const body = compare(truth.articleBody ?? "", bodyText(ingested))
    const text = compare(truth.articleBody ?? "", ingested.doc.text)
    bodies.push(body)
    texts.push(text)
    onPage({ page: truth.page, detail: `${show(body)}  whole ${show(text)}  ${truth.url.slice(0, 90)}` })
  }
  const dates = { right: 0, wrong: 0, none: 0, pages: 0 }
  const datesWithoutUrl = { right: 0, wrong: 0, none: 0, pages: 0 }
  for (const truth of readTruth(folders.dated)) {
    const ingested = readPage(folders.dated, truth, truth.url)
    count(ingested)
    const day = ingested.doc.published?.edtf ?? null
    const alone = readPage(folders.dated, truth, null).doc.published?.edtf ?? null
    dates[judge(day, truth.published)]++
    datesWithoutUrl[judge(alone, truth.published)]++
    dates.pages++
    datesWithoutUrl.pages++
    onPage({
      page: truth.page,
      detail: `${judge(day, truth.published)} ${day} is ${truth.published}; alone ${judge(alone, truth.published)} ${alone}  ${truth.url.slice(0, 90)}`,
    })
  }
  times.sort((one, other) => one - other)
  return {
    mainText: { body: mean(bodies), text: mean(texts), pages: bodies.length },
    placed: placed / characters,
    brokenPages,
    dates,
    datesWithoutUrl,
    medianMs: Math.round(times[Math.floor(times.length / 2)] ?? 0),
  }
}

interface Truth {
  readonly page: string
  readonly url: string
  readonly articleBody?: string
  readonly published: string | null
}

function readTruth(folder: string): readonly Truth[] {
  return readFileSync(join(folder, "truth.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line.replace(/: NaN/g, ": null")) as Truth)
}

function readPage(folder: string, truth: Truth, url: string | null): Ingested {
  return ingest(readFileSync(join(folder, `${truth.page}.html`)), { ...NO_OPTIONS, url }, testPlatform)
}

/** Right: the day of the truth, or none where the truth has none. */
function judge(day: string | null, truth: string | null): "right" | "wrong" | "none" {
  if (day === truth) return "right"
  return day === null ? "none" : "wrong"
}

function bodyText({ doc }: Ingested): string {
  return doc.blocks
    .filter(({ kind }) => kind !== "headline" && kind !== "byline" && kind !== "caption")
    .map(({ span }) => doc.text.slice(span.start, span.end))
    .join("\n\n")
}

const SHINGLE_WORDS = 4

function compare(truth: string, found: string): Figures {
  const wanted = shingles(truth)
  const given = shingles(found)
  let shared = 0
  for (const [shingle, times] of wanted) shared += Math.min(times, given.get(shingle) ?? 0)
  const precision = ratio(shared, total(given))
  const recall = ratio(shared, total(wanted))
  return { precision, recall, f1: harmonic(precision, recall) }
}

function shingles(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let index = 0; index < Math.max(1, words.length - SHINGLE_WORDS + 1); index++) {
    const shingle = words.slice(index, index + SHINGLE_WORDS).join(" ")
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const times of counts.values()) sum += times
  return sum
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function harmonic(one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * one * other) / (one + other)
}

/** The benchmark's F1 is that of the mean precision and recall. */
function mean(figures: readonly Figures[]): Figures {
  const of = (pick: (one: Figures) => number): number =>
    ratio(
      figures.reduce((sum, one) => sum + pick(one), 0),
      figures.length,
    )
  const precision = of((one) => one.precision)
  const recall = of((one) => one.recall)
  return { precision, recall, f1: harmonic(precision, recall) }
}

function show({ precision, recall }: Figures): string {
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)}`
}

/** Unpacks an archive of shared/pages to a folder of its own. */
function unpack(archive: string, into: string): string {
  execFileSync("tar", ["-xJf", archive, "-C", into])
  const name = readdirSync(into).find((entry) => archive.includes(entry))
  if (name === undefined) throw new Error(`${archive} holds no folder of its own name`)
  return join(into, name)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      shared: { type: "string", default: "../shared" },
      pages: { type: "boolean", default: false },
      articles: { type: "string" },
      dated: { type: "string" },
    },
  })
  const temporary = mkdtempSync(join(tmpdir(), "sayso-pages-"))
  try {
    const articles = values.articles ?? unpack(join(values.shared, "pages/article-pages.tar.xz"), temporary)
    const dated = values.dated ?? unpack(join(values.shared, "pages/dated-pages.tar.xz"), temporary)
    const quality = measureIngest({ articles, dated }, ({ page, detail }) => {
      if (values.pages) console.error(`${page}  ${detail}`)
    })
    console.log(JSON.stringify(quality, null, 2))
  } finally {
    rmSync(temporary, { recursive: true })
  }
}
