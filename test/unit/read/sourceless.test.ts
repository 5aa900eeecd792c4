// Cues without a source are cues: their class is joined with that of the others, and may be preferred.
import { expect, it } from "vitest"
import { joinSourceless } from "../../../src/read/attribution/sourceless.ts"

const CLASSES = ["O", "B-cue", "I-cue", "B-sourceless", "I-sourceless"]
const logs = (...shares: readonly number[]): Float32Array => new Float32Array(shares.map(Math.log))
const shares = (values: Float32Array): readonly number[] => [...values].map((value) => Math.exp(value))

it("adds what is likely for one sort of cue to what is likely for the other", () => {
  const { classes, values } = joinSourceless({ classes: CLASSES, values: logs(0.5, 0.1, 0.1, 0.2, 0.1) }, 0)
  expect(classes).toEqual(["O", "B-cue", "I-cue"])
  expect(shares(values)[0]).toBeCloseTo(0.5)
  expect(shares(values)[1]).toBeCloseTo(0.3)
  expect(shares(values)[2]).toBeCloseTo(0.2)
})

it("prefers the beginning of a cue without a source by the lift", () => {
  const { values } = joinSourceless({ classes: CLASSES, values: logs(0.5, 0.1, 0.1, 0.2, 0.1) }, Math.log(2))
  expect(shares(values)[1]).toBeCloseTo(0.5)
  expect(shares(values)[2]).toBeCloseTo(0.2)
})

it("leaves the scores of a network without that class alone", () => {
  const head = { classes: CLASSES.slice(0, 3), values: logs(0.5, 0.3, 0.2) }
  expect(joinSourceless(head, 1)).toBe(head)
})
