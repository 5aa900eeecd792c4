// Who disputes what, from the words to the dispute, with the network that ships. The places and people are invented. Each
// line of what is expected: the question, the words that name the happening, then whose words say and deny it.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { openReader, type ReportReader } from "../src/node.ts"
import { findDisputes } from "../src/record/index.ts"
import type { Claim, DocRecord } from "../src/schema/record.ts"

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let reader: ReportReader
beforeAll(async () => {
  reader = await openReader({ runtime: "web" })
})
afterAll(() => reader.close())

function speakerOf({ statements }: DocRecord, { chain, stance }: Claim): string {
  const last = chain.at(-1)
  const statement = last?.kind === "entity" ? statements.find(({ id }) => id === last.statement) : undefined
  return `${stance} ${statement?.source?.parts.map(({ exact }) => exact).join(" ") ?? last?.kind}`
}

async function disputesOf(text: string): Promise<readonly string[]> {
  const record = await reader.read(text, { mediaType: "text/plain", published: "2026-11-20" })
  return findDisputes(record).map(({ event, question, claims }) => {
    const found = record.events.find(({ id }) => id === event)
    const words = found?.evidence[0].parts.map(({ exact }) => exact).join(" ")
    return `${question} ${words}: ${claims.map((claim) => speakerOf(record, claim)).join(", ")}`
  })
}

describe("who disputes what", () => {
  it.each([
    [
      "Lomaria said the Zarovian air force bombed a hospital in Kesh on Friday, killing 12 people. The Zarovian defence ministry denied it.",
      ["happened bombed: asserts Lomaria, denies The Zarovian defence ministry"],
    ],
    [
      "Lomaria's president accused Zarovia of shelling a market in Kesh, which the Zarovian government denied.",
      ["happened shelling: asserts Lomaria's president, denies the Zarovian government"],
    ],
    [
      "The Lomarian army said Zarovian soldiers shot three fishermen on Monday. Zarovia's foreign minister rejected the accusation.",
      ["happened shot: asserts The Lomarian army, denies Zarovia's foreign minister"],
    ],
    [
      "Medics said the blast in Kesh killed 30 people. The army put the death toll at nine.",
      ["how-many blast: asserts Medics, asserts The army"],
    ],
    [
      "The Lomarian army said 13 rebels were killed in Kesh; the rebels said no fighter had died.",
      ["how-many killed: asserts The Lomarian army, asserts the rebels"],
    ],
    // Nobody denies anything.
    ["Lomaria said Zarovian drones struck a port in Kesh. Zarovia neither confirmed nor denied it.", []],
    ["Lomaria said Zarovian drones struck a port in Kesh. Zarovia said talks would go on.", []],
  ])("%s", async (text, expected) => {
    expect(await disputesOf(text)).toEqual(expected)
  })
})
