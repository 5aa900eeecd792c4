import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { parseContexts } from "../../../src/lexicon/index.ts"

const TABLE = readFileSync(new URL("../../../data/contexts.tsv", import.meta.url), "utf8")

/** PLOVER 2.0's list. */
const CONTEXTS =
  "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split(
    " ",
  )

test("the table has words for each of PLOVER's contexts, in its order, and for no other", () => {
  const names = TABLE.split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t")[0])
  expect(names).toEqual(CONTEXTS)
})

test.each([
  ["the army shell the town", ["military"]],
  ["voter queue at polling station in the capital", ["election"]],
  ["the nerve agent and the nerve", ["cbrn"]],
  ["a murder by a gang", ["crime"]],
  // Crime yields to what is narrower.
  ["a murder by terrorist", ["terrorism"]],
  ["the court hear of bribe", ["legal", "corruption"]],
  ["rain be expect", []],
])("%j tells %j", (words, contexts) => {
  expect(parseContexts(TABLE).contextsOf(words.split(" "))).toEqual(contexts)
})

test("a line that does not fit is our mistake, and is named", () => {
  expect(() => parseContexts("military\tarmy\nElection\tvote\n")).toThrow("Line 2 of data/contexts.tsv")
})
