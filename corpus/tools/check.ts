// npm run corpus:check [-- --folder corpus]: prints a line for each fault and one that counts what there is; ends with
// 1 when there are faults.
import { join } from "node:path"
import { parseArgs } from "node:util"
import { readAffairs } from "./affairs.ts"
import { readCorpus } from "./corpus.ts"
import { countSplits } from "./counts.ts"
import { readReadings } from "./readings.ts"
import { readSwaps } from "./swaps.ts"

const { values } = parseArgs({
  options: { folder: { type: "string", default: join(import.meta.dirname, "..") } },
})
const { reports, faults: reportFaults } = readCorpus(values.folder)
const { affairs, faults: affairFaults } = readAffairs(values.folder, reports)
const { swaps, faults: swapFaults } = readSwaps(values.folder)
const { counts: readings, faults: readingFaults } = readReadings(values.folder, reports)
const faults = [...reportFaults, ...affairFaults, ...swapFaults, ...readingFaults]
for (const fault of faults) process.stdout.write(`${fault}\n`)
for (const [name, counts] of countSplits(reports)) {
  const { listed, annotated, words, statements, nested, events, doubts } = counts
  process.stdout.write(
    `${name.padEnd(5)} ${annotated} of ${listed} reports annotated, ${words} words, ${statements} statements (${nested} inside others), ${events} events, ${doubts} voices that deny or hedge\n`,
  )
}
process.stdout.write(
  `${affairs.length} affairs, ${affairs.flatMap(({ disputes }) => disputes).length} disputes, ${affairs.flatMap(({ notDisputes }) => notDisputes).length} that look like one and are none\n`,
)
process.stdout.write(`${swaps.length} passages with their parties exchanged\n`)
process.stdout.write(
  `readings to compare: ${[...readings].map(([name, count]) => `${count} ${name}`).join(", ") || "none"}\n`,
)
process.stdout.write(`${faults.length} faults\n`)
process.exitCode = faults.length > 0 ? 1 : 0
