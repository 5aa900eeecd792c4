import { expect, test } from "vitest"
import { painter } from "../../../src/cli/colours.ts"
import { describeEvent } from "../../../src/cli/print/event.ts"
import { Names } from "../../../src/cli/print/names.ts"
import type { Quantity } from "../../../src/schema/resolution.ts"
import { exampleRecord } from "../../helpers/example-record.ts"

/** How the amount of an event is printed, when the text has it in these words. */
function printed(exact: string, quantity: Quantity): string {
  const [event] = exampleRecord.events
  const [amount] = event!.quantities
  const { doc, parts } = amount!.evidence[0]!
  const evidence = { doc, parts: [{ ...parts[0], exact }] as const }
  const facts = describeEvent(
    { ...event!, quantities: [{ ...amount!, value: quantity, evidence: [evidence] }] },
    [],
    new Names(exampleRecord),
    painter(false),
  )
  return facts.at(-2)!
}

const YEARS = { bound: "exact", value: 28, unit: "year", outOf: null } as const

test("an amount is printed in the words of the text where they say what is counted", () => {
  expect(printed("28-year-old", YEARS)).toBe("“28-year-old”")
  expect(printed("71 out of the 103 missiles", { ...YEARS, value: 71, unit: "missile", outOf: 103 })).toBe(
    "“71 out of the 103 missiles”",
  )
})

test("else with what is counted before it", () => {
  expect(printed("at least 12", { bound: "atLeast", value: 12, unit: "killed", outOf: null })).toBe(
    "killed: at least 12",
  )
  expect(printed("28", { ...YEARS, unit: "" })).toBe("28")
})
