// Any file at all, with a network that says anything: reading gives a sound record. `node tools/fuzz.ts` runs the same for long.
import fc from "fast-check"
import { describe, it } from "vitest"
import { checkReport } from "../check/report.ts"
import { randomReport } from "../helpers/random-report.ts"
import { seeded } from "../helpers/seed.ts"

describe("reading a report", () => {
  it("gives a record whose every line is in the text, whatever the file and whatever the network says", async () => {
    await fc.assert(
      fc.asyncProperty(randomReport, async (report) => void (await checkReport(report))),
      seeded(300),
    )
  })
})
