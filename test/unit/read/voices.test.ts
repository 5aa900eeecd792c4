import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { findVoices } from "../../../src/read/events/voices.ts"
import type { AttributionId } from "../../../src/schema/ids.ts"
import type { Attribution, EventMention } from "../../../src/schema/reading.ts"
import { handGiven, readLexicon } from "../../check/hand-given.ts"
import { readModality } from "../../check/status.ts"
import { parseCases } from "../../check/tokens.ts"
import { expectedVoices, listVoices } from "../../check/voices.ts"

const CASES = new URL("../../cases/voices/", import.meta.url)

for (const name of readdirSync(CASES)) {
  describe(`cases/voices/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => expect(listVoices(each)).toBe(expectedVoices(each)))
    }
  })
}

describe("findVoices", () => {
  it("takes time in proportion to the text when all of it is one quotation in many parts", () => {
    const words = 4_000
    const text = Array.from({ length: words }, (_, index) => `w${1000 + index}`).join(" ")
    const given = { text, spans: [], tree: "", tags: "", hasHeadline: false }
    const { doc, tokens, sentences } = handGiven(given, readLexicon())
    const parts = Array.from({ length: words / 2 }, (_, index) => ({
      start: index * 12,
      end: index * 12 + 5,
    }))
    const statement: Attribution = {
      id: "s1" as AttributionId,
      kind: "says",
      mode: "indirect",
      content: [parts[0]!, ...parts.slice(1)],
      quoted: [],
      cue: null,
      speaker: null,
      venue: null,
      addressee: null,
      inside: null,
      readBy: { reader: "rule", rule: null },
      score: 0.9,
    }
    const events = Array.from(
      { length: words },
      (_, head): EventMention => ({
        trigger: { start: head * 6, end: head * 6 + 5 },
        head,
        type: null,
        modes: [],
        status: "actual",
        statusScore: 0.9,
        arguments: [],
        readBy: { reader: "rule", rule: null },
        score: 1,
      }),
    )
    const voices = findVoices({
      doc,
      tokens,
      // Sentences of ten words: a tree over all would be another matter.
      sentences: Array.from({ length: words / 10 }, (_, index) => ({
        from: index * 10,
        to: index * 10 + 10,
      })),
      attributions: [statement],
      mentions: [],
      events,
      lexicon: readModality(),
    })
    expect(sentences.length).toBeGreaterThan(0)
    expect(voices.filter(({ voice }) => voice === "s1")).toHaveLength(words / 2)
  })
})
