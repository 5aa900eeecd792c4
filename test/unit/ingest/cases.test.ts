// The cases of test/cases/ingest: a file, three dashes, then what was read, one line for each block.
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { drawReport, read } from "../../check/ingest.ts"

const folder = new URL("../../cases/ingest/", import.meta.url)

for (const name of readdirSync(folder).sort()) {
  describe(name, () => {
    const cases = readFileSync(new URL(name, folder), "utf8").split(/^# /m).slice(1)
    it.each(cases.map((one) => [one.split("\n", 1)[0], one] as const))("%s", (title, one) => {
      const [file = "", expected = ""] = one.slice((title?.length ?? 0) + 1).split("\n---\n")
      expect(drawReport(read(file)).join("\n")).toBe(expected.trim())
    })
  })
}
