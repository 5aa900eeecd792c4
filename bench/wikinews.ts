// Reports to measure speed with: paragraphs of English Wikinews (CC BY 2.5), drawn by a seed, put together to
// reports of a given length. In: ../shared/data/wikinews-*.csv.xz. Needs `xz` on the machine.
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { seededRandom } from "../src/base/random.ts"

const SHARED = fileURLToPath(new URL("../../shared", import.meta.url))
const FILES = ["wikinews-2019.csv.xz", "wikinews-2020.csv.xz"]

/** `count` texts of about `wordCount` words, none the same; the same seed gives the same texts. */
export function drawReports(seed: number, count: number, wordCount: number): readonly string[] {
  const draw = reportDrawer(seed, wordCount)
  return Array.from({ length: count }, draw)
}

/** The same one by one, for more reports than should be held in memory. `shared`: the folder that holds `data/`. */
export function reportDrawer(seed: number, wordCount: number, shared = SHARED): () => string {
  const paragraphs = FILES.flatMap((file) => readArticles(join(shared, "data", file))).flatMap((text) =>
    text
      .split(/\n+/)
      .map((paragraph) => paragraph.trim())
      // Dates, captions and lists of sources are no prose.
      .filter((paragraph) => paragraph.length > 80 && /[.”"]$/.test(paragraph))
      // Marks are words too: one for every nine that white space parts.
      .map((paragraph) => ({ paragraph, words: Math.round((paragraph.split(/\s+/).length * 10) / 9) })),
  )
  const random = seededRandom(seed)
  return () => {
    const drawn: string[] = []
    let drawnWords = 0
    while (drawnWords < wordCount * 0.95) {
      const { paragraph, words } = random.pick(paragraphs)
      if (drawnWords > 0 && drawnWords + words > wordCount * 1.1) continue
      drawn.push(paragraph)
      drawnWords += words
    }
    return drawn.join("\n\n")
  }
}

function readArticles(path: string): readonly string[] {
  const { status, stdout, stderr, error } = spawnSync("xz", ["-dc", path], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`Cannot unpack ${path}: ${stderr}`, { cause: error })
  const rows = parseCsv(stdout)
  const column = rows[0]?.indexOf("text") ?? -1
  if (column < 0) throw new Error(`${path} has no column “text”.`)
  return rows.slice(1).map((row) => row[column] ?? "")
}

/** Rows of a CSV file with fields in double quotes where needed, quotes in them doubled. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  // A field, and what ends it.
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'))
    if (end === ",") continue
    if (row.length > 1 || row[0] !== "") rows.push(row)
    row = []
  }
  return rows
}
