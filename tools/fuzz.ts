// The long run of test/property/report.test.ts: node tools/fuzz.ts [inputs] [seed]
// Prints how many inputs held and the seed; at a broken promise the smallest input that breaks it, and exits with 1.
import fc from "fast-check"
import { checkReport } from "../test/check/report.ts"
import { randomReport } from "../test/helpers/random-report.ts"

const DEFAULT_COUNT = 100_000
/** Inputs between two lines of progress. */
const STEP = 1_000

const [count = DEFAULT_COUNT, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
if (![count, seed].every(Number.isSafeInteger)) throw new Error("Usage: node tools/fuzz.ts [inputs] [seed]")

const started = performance.now()
const sorts = new Map<string, number>()
let statementCount = 0
for (let done = 0; done < count; done += STEP) {
  // Each step has its own seed, so that a failure late in the run can be repeated at once.
  const stepSeed = seed + done
  const property = fc.asyncProperty(randomReport, async (report) => {
    const record = await checkReport(report)
    statementCount += record.statements.length
    sorts.set(report.sort, (sorts.get(report.sort) ?? 0) + 1)
  })
  const details = await fc.check(property, { seed: stepSeed, numRuns: Math.min(STEP, count - done) })
  if (details.failed) {
    console.error(fc.defaultReportMessage(details))
    console.error(
      `Broken after ${done + details.numRuns} inputs. Again: node tools/fuzz.ts ${STEP} ${stepSeed}`,
    )
    process.exit(1)
  }
  const seconds = Math.round((performance.now() - started) / 1000)
  console.error(`${Math.min(done + STEP, count)} of ${count} inputs, ${seconds} s`)
}
const shares = [...sorts].map(([sort, number]) => `${number} ${sort}`).join(", ")
console.log(`${count} inputs held (${shares}), ${statementCount} statements, seed ${seed}`)
