import { expect, test } from "vitest"
import {
  comparisonTables,
  eventTables,
  figureTables,
  parseQuality,
  type QualityScores,
} from "../../../src/cli/quality.ts"

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

test("events stand beside those of other programs, with what each was given, and beside careful readings", () => {
  const part = scores.parts["attribution"]!
  const petr = { type: { F1: 0.9 }, dyad: { F1: 0.8 }, full: { F1: 0.75 } }
  const peer = { who: "PETRARCH2", type: 0.869, dyad: 0.817, full: 0.811, help: "gold trees", source: "all" }
  const events = { found: { f1: 0.6 }, type: 0.8, status: 0.9 }
  const tables = eventTables({
    ...scores,
    eventPeers: [peer],
    parts: {
      eventsCoded: { ...part, figures: { petr } },
      corpus: { ...part, figures: { events } },
      readers: { ...part, figures: { events: { ...events, found: { f1: 0.9 } } } },
    },
  })
  expect(tables.map(({ rows }) => rows)).toEqual([
    [
      [
        "Sayso",
        ".900",
        ".800",
        ".750",
        "raw text; the records' actors",
        "PETRARCH's unit records, the visible half",
      ],
      ["PETRARCH2", ".869", ".817", ".811", "gold trees", "all"],
    ],
    [
      ["Sayso", ".600", ".800", ".900", "–", "–", "–", "–", "–", "–"],
      ["two readings", ".900", ".800", ".900", "–", "–", "–", "–", "–", "–"],
    ],
  ])
  expect(eventTables(scores)).toEqual([])
})

test("groups have a table of their own, a group a row", () => {
  const byCountry = [
    { group: "East Asia", statements: 20, rightSpeaker: 0.95 },
    { group: "no country", statements: 16, rightSpeaker: 1 },
    { group: "elsewhere", statements: 15, rightSpeaker: null },
  ]
  const part = { ...scores.parts["attribution"]!, figures: { reports: 50, byCountry } }
  const [figures, table] = figureTables({ ...scores, parts: { fairness: part } })
  expect(figures?.rows).toEqual([["reports", "50"]])
  expect(table).toEqual({
    title: "fairness, by country",
    headings: ["group", "statements", "right speaker"],
    rows: [
      ["East Asia", "20", ".950"],
      ["no country", "16", "1.000"],
      ["elsewhere", "15", "–"],
    ],
    notes: [],
  })
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
