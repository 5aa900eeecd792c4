import { expect, test } from "vitest"
import { toPlaceFeatures } from "../../../src/export/index.ts"
import { exampleRecord } from "../../helpers/example-record.ts"

test("gives places with position, longitude first, and the lines that use them", () => {
  const { features, unplaced } = toPlaceFeatures("report.txt", exampleRecord)
  expect(unplaced).toBe(0)
  expect(
    features.map(({ geometry, properties }) => [
      properties["name"],
      geometry.coordinates,
      properties["uses"],
    ]),
  ).toEqual([
    ["Port Ana", [15.24, 44.12], [{ line: "v1", as: "happened there", date: "2026-11-18" }]],
    [
      "Lomar",
      [16, 45.5],
      [
        { line: "s3", as: "said there" },
        { line: null, as: "written there" },
      ],
    ],
  ])
})

test("leaves out a state that only acts: nothing happened in its middle", () => {
  const { features } = toPlaceFeatures("report.txt", exampleRecord)
  expect(features.some(({ properties }) => properties["name"] === "Ostia")).toBe(false)
})
