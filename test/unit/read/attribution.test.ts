import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { attribute, expectedOf } from "../../check/attribution.ts"
import { parseCases } from "../../check/tokens.ts"

const CASES = new URL("../../cases/attribution/", import.meta.url)

for (const name of readdirSync(CASES)) {
  describe(`cases/attribution/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => expect(attribute(each)).toBe(expectedOf(each)))
    }
  })
}
