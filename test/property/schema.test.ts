// Records from outside can be anything. The checker must never throw, and must agree with the published schema.
import { readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { verifyRecord } from "../../src/record/index.ts"
import { checkRecord, findRecordShapeFaults } from "../../src/schema/check-record.ts"
import { RECORD_SCHEMA_FILE } from "../../tools/build-schema.ts"
import { sha256 } from "../helpers/example-reading.ts"
import { EXAMPLE_REPORT, exampleRecord as record } from "../helpers/example-record.ts"
import { seeded } from "../helpers/seed.ts"

const source = { text: EXAMPLE_REPORT, sha256: null }

type Step = (keys: readonly string[]) => string | undefined

/** A walk into a value: at each step one of its keys. */
const walk: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.nat().map(
    (number): Step =>
      (keys) =>
        keys[number % Math.max(keys.length, 1)],
  ),
  { minLength: 1, maxLength: 9 },
)

/** The example record with one place, as deep as `steps` lead, changed by `change`; a wholly new value when they lead nowhere. */
function changeAt(steps: readonly Step[], change: (old: unknown) => unknown): unknown {
  const copy = JSON.parse(JSON.stringify(record))
  let parent = copy
  for (const [index, step] of steps.entries()) {
    const key = step(Object.keys(parent))
    if (key === undefined) break
    const value = parent[key]
    if (index === steps.length - 1 || typeof value !== "object" || value === null) {
      const changed = change(value)
      if (changed === undefined) delete parent[key]
      else parent[key] = changed
      break
    }
    parent = value
  }
  return copy
}

const change: fc.Arbitrary<(old: unknown) => unknown> = fc.oneof(
  fc.jsonValue().map((value) => () => value),
  fc.constant(() => undefined),
  fc.integer({ min: -3, max: 3 }).map((by) => (old: unknown) => (typeof old === "number" ? old + by : old)),
  fc.string({ maxLength: 3 }).map((more) => (old: unknown) => (typeof old === "string" ? old + more : old)),
  fc.constant((old: unknown) => (Array.isArray(old) ? [...old, ...old] : old)),
  fc
    .string({ maxLength: 5 })
    .map(
      (name) => (old: unknown) =>
        typeof old === "object" && old !== null && !Array.isArray(old) ? { ...old, [name]: 1 } : old,
    ),
)

describe("checkRecord and verifyRecord", () => {
  it("never throw on arbitrary JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(checkRecord(value).ok).toBe(false)
        expect(verifyRecord(value, source, sha256).faults.length).toBeGreaterThan(0)
      }),
      seeded(500),
    )
  })

  it("never throw on a record with one place changed, and see every change of words or places", () => {
    fc.assert(
      fc.property(walk, change, (steps, changeValue) => {
        const value = changeAt(steps, changeValue)
        const checked = checkRecord(value)
        const { anchors, exact, faults } = verifyRecord(value, source, sha256)
        expect(exact).toBeLessThanOrEqual(anchors)
        if (faults.length === 0) expect(checked.ok).toBe(true)
        if (!checked.ok) expect(faults.length).toBeGreaterThan(0)
        for (const fault of faults) expect(fault.message).not.toMatch(/[\n\r]/)
      }),
      seeded(500),
    )
  })

  it("find the same shapes wrong as the published schema does", () => {
    const validate = new Ajv2020({ strict: true }).compile(
      JSON.parse(readFileSync(RECORD_SCHEMA_FILE, "utf8")),
    )
    fc.assert(
      fc.property(walk, change, (steps, changeValue) => {
        const value = changeAt(steps, changeValue)
        expect(findRecordShapeFaults(value).length === 0).toBe(validate(value))
      }),
      seeded(1000),
    )
  })
})
