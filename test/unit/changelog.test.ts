import { expect, test } from "vitest"
import { findChanges, printSection } from "../../tools/changelog.ts"

const messages = `Keep both halves of an interrupted quotation

It gave two statements.

FIX: Interrupted quotations are one statement.
  “A,” said X, “B.”
FEATURE: sayso show.
Not a FIX: line.
`

test("marked lines are found, with what goes on below them", () => {
  expect(findChanges(messages)).toEqual([
    { sort: "FIX", text: "Interrupted quotations are one statement. “A,” said X, “B.”" },
    { sort: "FEATURE", text: "sayso show." },
  ])
})

test("a section lists what is new before what was mended", () => {
  expect(printSection("0.2.0", "2026-12-01", findChanges(messages), false)).toBe(
    "## 0.2.0, 2026-12-01\n\n### New\n\n- sayso show.\n\n### Mended\n\n- Interrupted quotations are one statement. “A,” said X, “B.”\n\n",
  )
})

test("the first release mends nothing", () => {
  expect(printSection("0.1.0", "2026-12-01", findChanges(messages), true)).not.toContain("Mended")
})
