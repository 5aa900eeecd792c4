// Any file at all, and a network that says anything of its words: reading gives a sound record (test/check/report.ts
// has the list of what must hold). Failures are cut down to the smallest file. tools/fuzz.ts runs other bad files for long.
import fc from "fast-check"
import { describe, it } from "vitest"
import { checkReport } from "../check/report.ts"
import { randomReport } from "../helpers/random-report.ts"
import { seeded } from "../helpers/seed.ts"

describe("reading a report", () => {
  it("gives a record whose every line is in the text, whatever the file and whatever the network says", async () => {
    await fc.assert(
      fc.asyncProperty(randomReport, async (report) => void (await checkReport(report))),
      seeded(150),
    )
  }, 120_000)
})
