import { describe, expect, it } from "vitest"
import { fullNamesIn } from "../../../src/resolve/actors/full-names.ts"
import { codeActor, findSetting } from "../../../src/resolve/actors/index.ts"
import { wordsIn } from "../../../src/resolve/actors/words.ts"
import { readActorLexicon } from "../../check/actors.ts"

describe("names printed in full", () => {
  it("are found by their initials, small words and what stands before left out", () => {
    const words = wordsIn(
      "Sudan's Rapid Support Forces met the Council of the Free (CFX). RSF left. US aid ended.",
    )
    expect([...fullNamesIn(words)]).toEqual([["rsf", ["rapid support forces"]]])
  })

  const codeOf = (report: string, text: string): string | null => {
    const lexicon = readActorLexicon()
    const phrase = { text, head: text, label: "organization", acts: true } as const
    const { link } = codeActor(phrase, lexicon, "2025-03-12", findSetting(report, lexicon, null))
    return link.kind === "linked" ? link.to : null
  }

  it("tell whom initials mean, whatever else they stand for", () => {
    expect(codeOf("The Rapid Support Forces left. RSF fired.", "RSF")).toBe("sayso:rapid-support-forces")
    expect(codeOf("Reporters Without Borders left. RSF wrote.", "RSF")).toBe(
      "sayso:reporters-without-borders",
    )
    expect(codeOf("RSF wrote to Turkey.", "RSF")).toBe("sayso:reporters-without-borders")
  })

  it("exclude a body of these initials that is called otherwise in full", () => {
    expect(codeOf("The Royal Sailing Fellowship met. RSF voted.", "RSF")).toBeNull()
  })
})

describe("phrases that no body heads", () => {
  const coded = (text: string, head: string): ReturnType<typeof codeActor> =>
    codeActor({ text, head, label: null, acts: false }, readActorLexicon(), "2025-03-12")

  it("are nobody: money, and what stands behind the name of a body", () => {
    expect(coded("cash from a dredging company", "cash").roles).toEqual([])
    expect(coded("RSF shells market", "market").roles.every(({ role }) => role.sector === null)).toBe(true)
    expect(coded("RSF positions", "positions").link.kind).toBe("unlinked")
  })

  it("have the sector of what stands right before", () => {
    expect(coded("a military convoy", "convoy").roles[0]?.role.sector).toBe("MIL")
  })
})
