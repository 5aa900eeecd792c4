// What the measures share: the reports of the corpus, its records with offsets, and the scorers of ../shared/score,
// which are Python.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

export const CORPUS = join(import.meta.dirname, "..", "corpus")
export const REPORTS = join(CORPUS, "reports")

/** Ids of the annotated reports of a part (“train”, “dev”, “test”), in the order of the list. */
export function annotated(part: string): readonly string[] {
  const [head, ...rows] = readFileSync(join(CORPUS, "reports.tsv"), "utf8").trim().split("\n")
  const column = head!.split("\t").indexOf("split")
  const there = new Set(readdirSync(REPORTS))
  return rows
    .map((row) => row.split("\t"))
    .filter((fields) => fields[column] === part && there.has(`${fields[0]}.json`))
    .map(([id]) => id!)
}

/** How a report of the corpus is read: with the day of its id; “undated-…” was published nobody knows when. */
export function optionsFor(id: string): {
  readonly mediaType: "text/plain"
  readonly outlet: string
  readonly published?: string
} {
  const options = { mediaType: "text/plain", outlet: "Wikinews" } as const
  const day = /^\d{4}-\d{2}-\d{2}(?=-)/.exec(id)?.[0]
  return day === undefined ? options : { ...options, published: day }
}

/** Standard output of a program in Python; throws with what it wrote when it fails. */
export function python(args: readonly string[]): string {
  const run = spawnSync("python3", args, { encoding: "utf8", maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(`${args[0]} ended with ${run.status}: ${run.stderr}${run.stdout}`)
  return run.stdout
}

/** Offsets as the product counts them, or code points, as the scorers want them. */
export type Offsets = "utf16" | "code points"

/** Resolves the quoted words of annotation files to offsets, one report a line of `out`; throws when a word is not found. */
export function resolveWords(
  sharedDir: string,
  files: readonly string[],
  out: string,
  offsets: Offsets,
): void {
  const script = join(sharedDir, "score", "annotation.py")
  python([script, REPORTS, ...files, "-o", out, ...(offsets === "utf16" ? ["--utf16"] : [])])
}

/** The same for reports of the corpus by their ids. */
export function resolveReports(
  sharedDir: string,
  ids: readonly string[],
  out: string,
  offsets: Offsets,
): void {
  resolveWords(
    sharedDir,
    ids.map((id) => join(REPORTS, `${id}.json`)),
    out,
    offsets,
  )
}

/** The corpus's records of these reports, in their order. */
export function readGold<Gold>(sharedDir: string, ids: readonly string[], offsets: Offsets): readonly Gold[] {
  const folder = mkdtempSync(join(tmpdir(), "sayso-gold-"))
  try {
    const out = join(folder, "gold.jsonl")
    resolveReports(sharedDir, ids, out, offsets)
    const lines = readFileSync(out, "utf8").trim().split("\n")
    return lines.map((line) => JSON.parse(line) as Gold)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What score_record.py says of two files of records; `differences`: lines, one a difference, at most `errors`. */
export function compareRecords<Scores>(
  sharedDir: string,
  { gold, predicted, errors }: { readonly gold: string; readonly predicted: string; readonly errors: number },
): { readonly scores: Scores; readonly differences: readonly string[] } {
  const script = join(sharedDir, "score", "score_record.py")
  const files = ["--texts", REPORTS, "--gold", gold, "--pred", predicted]
  const [json, ...differences] = python([script, ...files, "--json", "--errors", String(errors)])
    .trim()
    .split("\n")
  return { scores: JSON.parse(json!) as Scores, differences }
}
