// The same passage with its parties exchanged is read alike. What is asserted is a floor, below which a change has made
// the reading depend on names; the share itself is printed, and kept in quality/scores.json.
import { join } from "node:path"
import { expect, test } from "vitest"
import { measureSwaps } from "../quality/swaps.ts"

// .94 and .84 when this was written (2026-11-30); a wrong step of one passage is .0125.
const FLOOR = { statements: 0.85, events: 0.7 }

test("party swaps of the corpus are read with one structure", { timeout: 120_000 }, async () => {
  const quality = await measureSwaps(join(import.meta.dirname, "..", "weights"), () => undefined)
  process.stdout.write(
    `party swaps: of ${quality.passages} passages ${quality.sameStructure} have the same statements, ${quality.sameEvents} the same events\n`,
  )
  expect(quality.sameStructure).toBeGreaterThanOrEqual(FLOOR.statements)
  expect(quality.sameEvents).toBeGreaterThanOrEqual(FLOOR.events)
})
