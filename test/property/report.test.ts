// Any file at all, and a network that says anything of its words: reading gives a sound record (test/check/report.ts
// has the list of what must hold). Failures are cut down to the smallest file. For long, from another seed:
//   SAYSO_RUNS=10000 SAYSO_SEED=7 vitest run test/property/report.test.ts
// tools/fuzz.ts runs bad files of other sorts, with networks that answer as the real one does.
import fc from "fast-check"
import { describe, it } from "vitest"
import { checkReport } from "../check/report.ts"
import { randomReport } from "../helpers/random-report.ts"
import { seeded } from "../helpers/seed.ts"

const runs = seeded(150)

describe("reading a report", () => {
  it("gives a record whose every line is in the text, whatever the file and whatever the network says", {
    timeout: 60_000 + runs.numRuns * 500,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(randomReport, async (report) => void (await checkReport(report))),
      runs,
    )
  })
})
