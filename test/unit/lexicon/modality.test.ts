import { describe, expect, it } from "vitest"
import { hedgeSense, modalEffect, parseModality } from "../../../src/lexicon/modality.ts"
import { readModality } from "../../check/status.ts"

describe("the lexicon of modality", () => {
  const lexicon = readModality()

  it("tells what a word does to what hangs on it, by how it hangs on it", () => {
    expect(modalEffect(lexicon, "plan", "verb", "infinitive")).toBe("planned")
    expect(modalEffect(lexicon, "plan", "verb", "subject")).toBeNull()
    expect(modalEffect(lexicon, "prevent", "verb", "object")).toBe("negated")
    expect(modalEffect(lexicon, "hold", "verb", "object")).toBe("transparent")
    expect(modalEffect(lexicon, "call", "verb", "for")).toBe("hypothetical")
    expect(modalEffect(lexicon, "constructor", "verb", "object")).toBeNull()
  })

  it("knows a lemma that lost a letter, or kept one", () => {
    for (const lemma of ["schedule", "schedul", "scheduly"])
      expect(modalEffect(lexicon, lemma, "verb", "object")).toBe("planned")
    expect(modalEffect(lexicon, "cancell", "verb", "object")).toBe("negated")
    expect(modalEffect(lexicon, "planne", "verb", "object")).toBe("planned")
    expect(hedgeSense(lexicon, "deni", "verb")?.stance).toBe("denies")
  })

  it("tells hedges from denials, and from those that hand on what others say", () => {
    expect(hedgeSense(lexicon, "Alleged", "adjective")?.stance).toBe("hedges")
    expect(hedgeSense(lexicon, "allegation", "noun")?.stance).toBe("hands-on")
    expect(hedgeSense(lexicon, "role", "noun")).toEqual({
      pos: "noun",
      stance: "denies",
      what: "responsibility",
    })
    expect(hedgeSense(lexicon, "attack", "noun")).toBeNull()
  })

  it("gives a word one effect for each way of hanging on it", () => {
    const conflicts: string[] = []
    for (const [lemma, senses] of lexicon.modals) {
      const seen = new Map<string, string>()
      for (const { pos, slots, effect } of senses) {
        for (const slot of slots) {
          const earlier = seen.get(`${pos} ${slot}`)
          if (earlier !== undefined) conflicts.push(`${lemma} ${pos} ${slot}: ${earlier}, ${effect}`)
          seen.set(`${pos} ${slot}`, effect)
        }
      }
    }
    expect(conflicts).toEqual([])
  })

  it("names the line that does not fit", () => {
    const good = { modality: "may\tauxiliary\tmodifier\tpossible", hedges: "" }
    expect(parseModality(good).modals.size).toBe(1)
    expect(() => parseModality({ ...good, modality: "# may\nmay\tauxiliary\tmodifier\tmaybe" })).toThrow(
      "Line 2 of data/modality.tsv",
    )
    expect(() => parseModality({ ...good, hedges: "deny\tverb\tdenies\tall" })).toThrow(
      "Line 1 of data/hedges.tsv",
    )
  })
})
