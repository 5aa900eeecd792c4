import { expect, test } from "vitest"
import { findFutureDate } from "../../../src/cli/future-date.ts"
import type { DocRecord } from "../../../src/schema/record.ts"
import { runCli } from "../../helpers/cli.ts"
import { exampleRecord } from "../../helpers/example-record.ts"

/** The example, published on another day. */
function published(edtf: string): DocRecord {
  return { ...exampleRecord, doc: { ...exampleRecord.doc, published: { edtf, anchor: null } } }
}

test.each([
  ["2026-11-29", false, "today"],
  ["2026-11-30", false, "already today in Kiribati"],
  ["2026-12-01", true, "tomorrow everywhere"],
  ["2026-11", false, "this month"],
  ["2026-12", true, "next month"],
  ["2031", true, "a later year"],
  ["../2031", false, "some day up to a later year"],
])("%s is %s: %s", (edtf, isFuture) => {
  const now = Date.UTC(2026, 10, 29, 11)
  expect(findFutureDate(published(edtf), now) !== null).toBe(isFuture)
})

test("a report without a date is not from the future", () => {
  expect(findFutureDate({ doc: { ...exampleRecord.doc, published: null } }, 0)).toBeNull()
})

test.each([
  [["read", "report.txt"]],
  [["read", "--json", "report.txt"]],
  [["actors", "report.txt"]],
  [["timeline", "report.txt"]],
  [["export", "--format", "csv", "report.txt"]],
])("%j warns on standard error, and prints the same record as on any other day", async (args) => {
  const now = Date.UTC(2020, 0, 1)
  const early = await runCli(args, { now })
  const late = await runCli(args)
  expect([early.code, early.stdout]).toEqual([0, late.stdout])
  expect(early.stderr).toContain(
    "report.txt: The report is dated 2026-11-20, which is still to come: dates counted from that day (“on Friday”) and offices held on it may be wrong. Give the right day with --published. [date-in-future]\n",
  )
  expect(late.stderr).not.toContain("date-in-future")
  expect((await runCli([...args, "--quiet"], { now })).stderr).not.toContain("date-in-future")
})
