// npm run corpus:check [-- --folder corpus]: prints a line for each fault and one that counts what there is; ends with
// 1 when there are faults.
import { join } from "node:path"
import { parseArgs } from "node:util"
import { readAffairs } from "./affairs.ts"
import { type CorpusReport, readCorpus, SPLITS } from "./corpus.ts"
import { readSwaps } from "./swaps.ts"

const { values } = parseArgs({
  options: { folder: { type: "string", default: join(import.meta.dirname, "..") } },
})
const { reports, faults: reportFaults } = readCorpus(values.folder)
const { affairs, faults: affairFaults } = readAffairs(values.folder, reports)
const { swaps, faults: swapFaults } = readSwaps(values.folder)
const faults = [...reportFaults, ...affairFaults, ...swapFaults]
for (const fault of faults) process.stdout.write(`${fault}\n`)
process.stdout.write(
  `${[
    ...SPLITS.map((split) =>
      counted(
        split,
        reports.filter((each) => each.split === split),
      ),
    ),
    counted("all", reports),
  ].join("\n")}\n`,
)
process.stdout.write(
  `${affairs.length} affairs, ${affairs.flatMap(({ disputes }) => disputes).length} disputes, ${affairs.flatMap(({ notDisputes }) => notDisputes).length} that look like one and are none\n`,
)
process.stdout.write(`${swaps.length} passages with their parties exchanged\n`)
process.stdout.write(`${faults.length} faults\n`)
process.exitCode = faults.length > 0 ? 1 : 0

function counted(name: string, listed: readonly CorpusReport[]): string {
  const annotated = listed.filter(({ record }) => record !== null)
  const sum = (of: (report: CorpusReport) => number): number =>
    annotated.reduce((total, report) => total + of(report), 0)
  const words = sum(({ text }) => text.split(/\s+/).filter((word) => word !== "").length)
  const statements = sum(({ record }) => record?.statements.length ?? 0)
  const nested = sum(({ record }) => record?.statements.filter(({ inside }) => inside !== null).length ?? 0)
  const events = sum(({ record }) => record?.events.length ?? 0)
  const voices = sum(
    ({ record }) =>
      record?.events.flatMap((event) => event.voices).filter(({ stance }) => stance !== "asserts").length ??
      0,
  )
  return `${name.padEnd(5)} ${annotated.length} of ${listed.length} reports annotated, ${words} words, ${statements} statements (${nested} inside others), ${events} events, ${voices} voices that deny or hedge`
}
