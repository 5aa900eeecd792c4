// npm run corpus:build -- OUT_DIR: the corpus with offsets instead of quoted words. JSON Lines for each split, brat
// files for those who use them. FORMAT.md shows both.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { toBrat } from "./brat.ts"
import { readCorpus, SPLITS } from "./corpus.ts"
import { toHeader, toLine } from "./json-lines.ts"

const [out] = process.argv.slice(2)
if (out === undefined) {
  process.stderr.write("Say where to write: npm run corpus:build -- OUT_DIR\n")
  process.exit(2)
}
const { reports, faults } = readCorpus(join(import.meta.dirname, ".."))
if (faults.length > 0) {
  process.stderr.write(`${faults.join("\n")}\nMend these first; nothing was written.\n`)
  process.exit(1)
}
mkdirSync(join(out, "brat"), { recursive: true })
for (const split of SPLITS) {
  const annotated = reports.filter((each) => each.split === split && each.record !== null)
  const lines = [toHeader(split, annotated), ...annotated.map(toLine)]
  writeFileSync(join(out, `${split}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(""))
  for (const report of annotated) {
    writeFileSync(join(out, "brat", `${report.id}.txt`), report.text)
    writeFileSync(join(out, "brat", `${report.id}.ann`), toBrat(report))
  }
  process.stdout.write(`${split}: ${annotated.length} reports\n`)
}
