import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { type Gold, ofPronoun, ofRegions, splitRegions } from "../../../quality/fairness.ts"
import { REGIONS, regionOf } from "../../../quality/regions.ts"

describe("regions", () => {
  test("every inhabited country is in one", () => {
    const table = readFileSync(join(import.meta.dirname, "../../../data/countries.tsv"), "utf8")
    const codes = table
      .split("\n")
      .filter((line) => /^[A-Z]{3}\t/.test(line))
      .map((line) => line.slice(0, 3))
    expect(codes.length).toBeGreaterThan(200)
    const uninhabited = ["ATA", "ATF", "BVT", "SGS"]
    expect(codes.filter((code) => regionOf(code) === "no country")).toEqual(uninhabited)
  })

  test.each([
    ["GBR/GOV", "United Kingdom"],
    ["RUS", "Eastern Europe, Russia, Central Asia"],
    ["UNO", "international bodies"],
    ["/REB", "no country"],
    ["JRN", "no country"],
    [null, "no country"],
  ])("%s is %s", (code, region) => {
    expect(regionOf(code)).toBe(region)
    expect(REGIONS).toContain(region)
  })
})

const source = (text: string) => [{ text }]
const gold: Gold = {
  entities: [
    { id: "E1", code: "SYR/GOV" },
    { id: "E2", code: "USA" },
    { id: "E3", code: null },
  ],
  statements: [
    { speaker: "E1", source: source("Syria") },
    { speaker: "E2", source: source("She") },
    { speaker: null, source: null },
  ],
  events: [{ actors: ["E1", "E2"] }, { actors: ["E3"] }, { actors: [] }],
}

test("a region has its speakers' statements, and the events of its actors with them alone", () => {
  expect(ofRegions(gold, ["United States"])).toMatchObject({
    statements: [{ speaker: "E2" }],
    events: [{ actors: ["E2"] }],
  })
})

test("a pronoun has the statements whose source it is", () => {
  expect(ofPronoun(gold, ["she", "her"])).toMatchObject({ statements: [{ speaker: "E2" }], events: [] })
})

test("regions with few statements are counted together", () => {
  const { apart, together } = splitRegions(Array<Gold>(15).fill(gold))
  expect(apart).toEqual(["United States", "Middle East, North Africa"])
  expect([...apart, ...together].sort()).toEqual([...REGIONS].sort())
})
