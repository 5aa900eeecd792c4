import { expect, test } from "vitest"
import { comparisonTables, figureTables, parseQuality, type QualityScores } from "../../../src/cli/quality.ts"

const scores: QualityScores = {
  peers: [{ who: "two people", relation: 0.68, wrongSpeaker: null, source: "read twice" }],
  parts: {
    attribution: {
      measured: "2026-11-24",
      data: "PolNeAR dev",
      command: "npm run quality -- attribution",
      machine: "2 cores",
      weights: "0123456789ab",
      figures: {
        reports: 1084,
        relation: { f1: 0.7125, interval: [0.69, 0.73] },
        wrongSpeaker: 0.0451,
        calibration: [{ from: 0.8, lines: 12 }],
      },
    },
  },
}

test("Sayso's row stands above those of people and of others", () => {
  expect(comparisonTables(scores)[0]?.rows).toEqual([
    ["Sayso", ".713", "4.5 %", "PolNeAR dev"],
    ["two people", ".680", "–", "read twice"],
  ])
})

test("a part that was not measured says so, and gives no number", () => {
  expect(comparisonTables({ ...scores, parts: {} })[0]?.rows[0]).toEqual([
    "Sayso",
    "–",
    "–",
    "not measured yet",
  ])
})

test("the corpus has a table of its own, with two careful readings beside Sayso's", () => {
  const statements = {
    "relation@0.5": { f1: 0.8 },
    speaker: 0.95,
    kind: 0.9,
    mode: 0.97,
    nested: { f1: 0.5 },
    venue: { f1: 0.6 },
    addressee: { f1: null },
  }
  const part = { ...scores.parts["attribution"]!, data: "Sayso corpus", figures: { statements } }
  const [, table] = comparisonTables({ ...scores, parts: { corpus: part } })
  expect(table?.rows).toEqual([["Sayso", ".800", ".950", ".900", ".970", ".500", ".600", "–"]])
  expect(comparisonTables(scores)).toHaveLength(1)
})

test("every figure has a row, with its groups named", () => {
  expect(figureTables(scores)[0]?.rows).toEqual([
    ["reports", "1,084"],
    ["relation, f1", ".713"],
    ["relation, interval", ".690 to .730"],
    ["wrong speaker", ".045"],
    ["calibration 1", "from .800 · lines 12"],
  ])
})

test("figures come with their day, data, weights and machine", () => {
  expect(figureTables(scores)[0]?.notes).toEqual([
    "Measured 2026-11-24 on PolNeAR dev, weights 0123456789ab; 2 cores; npm run quality -- attribution",
  ])
})

test("a file in another format is refused", () => {
  expect(() => parseQuality("{}")).toThrow("not in its format")
})
