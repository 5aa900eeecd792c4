import { expect, it } from "vitest"
import { areOthers, type Sufferer } from "../../../src/resolve/happenings/index.ts"
import type { Entity, EntityKind } from "../../../src/schema/resolution.ts"

/** `code`: country and sector, "SDN/REB". */
function sufferer(name: string, kind: EntityKind, code: string | null, isNamed = false): Sufferer {
  const [country, sector = null] = code?.split("/") ?? []
  const role = { country, sector, secondary: [], office: null, from: null, until: null }
  const roles = code === null ? [] : [{ role, basis: "implied", score: 1 }]
  return { entity: { kind, name, roles } as unknown as Entity, isNamed }
}

const PEOPLE = sufferer("at least 41 people", "group", "SDN/CVL")
const CIVILIANS = sufferer("63 civilians", "group", "SDN/CVL")
const FIGHTERS = sufferer("27 rebel fighters", "group", "SDN/REB")
const BROTHER = sufferer("her brother", "person", null)
const PILOT = sufferer("the pilot", "person", null)
const ROE = sufferer("John Roe", "person", null, true)

const areApart = (one: Sufferer, other: Sufferer): boolean => areOthers([one], [other])

it("takes those who fight, one person, and those of another state for others", () => {
  expect(areApart(PEOPLE, FIGHTERS)).toBe(true)
  expect(areApart(PEOPLE, BROTHER)).toBe(true)
  expect(areApart(PEOPLE, sufferer("two guards", "group", "TCD/CVL"))).toBe(true)
  expect(areApart(ROE, sufferer("Jane Doe", "person", null, true))).toBe(true)
  expect(areApart(ROE, BROTHER)).toBe(true)
})

it("takes nobody for another who may be the same", () => {
  expect(areApart(PEOPLE, CIVILIANS)).toBe(false)
  expect(areApart(PEOPLE, PEOPLE)).toBe(false)
  expect(areApart(ROE, PILOT)).toBe(false)
  expect(areOthers([], [PEOPLE])).toBe(false)
  expect(areOthers([PEOPLE, FIGHTERS], [FIGHTERS])).toBe(false)
})
