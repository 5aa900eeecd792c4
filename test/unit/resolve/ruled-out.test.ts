import { describe, expect, it } from "vitest"
import { DraftChain } from "../../../src/resolve/coreference/draft-chain.ts"
import type { Candidate, Surroundings } from "../../../src/resolve/coreference/features.ts"
import { profileMentions } from "../../../src/resolve/coreference/profiles.ts"
import { ruledOutBy } from "../../../src/resolve/coreference/ruled-out.ts"
import { unlikeBy } from "../../../src/resolve/coreference/unlike.ts"
import type { EventVoice } from "../../../src/schema/reading.ts"
import { readGiven, readKnowledge } from "../../check/coreference.ts"

const knowledge = readKnowledge()

const SURROUNDINGS: Surroundings = {
  speaksQuotation: () => false,
  isAddressed: () => false,
  tells: () => false,
  lastSpeaker: null,
}

/** Whether the mention of these words is ruled out for the one before of those, each the first such mention of the text. */
function isRuledOut(
  lines: readonly string[],
  words: string,
  before: string,
  voices: readonly EventVoice[] = [],
): boolean {
  const reading = readGiven(lines)
  const profiles = profileMentions(reading, knowledge)
  const of = (each: string): (typeof profiles)[number] =>
    profiles.find(({ mention: { span } }) => reading.doc.text.slice(span.start, span.end) === each)!
  const last = of(before)
  const chain = new DraftChain()
  if (last.mention.kind === "name") chain.addName(last)
  chain.push({ profile: last, by: "nominal", score: 1 })
  const candidate: Candidate = { chain, last, rank: 0, fits: true, fitRank: 0, sizeRank: 0, fitCount: 1 }
  return ruledOutBy(knowledge, voices)(candidate, of(words), SURROUNDINGS)
}

describe("nouns that exclude each other", () => {
  const areUnlike = unlikeBy(knowledge.sectorOf)

  it("are a militia, rebels or a group, and an army, police or a government", () => {
    for (const one of ["militia", "rebel", "group"])
      for (const other of ["army", "military", "police", "government"]) {
        expect(areUnlike([one], [other]), `${one} ${other}`).toBe(true)
        expect(areUnlike([other], [one]), `${other} ${one}`).toBe(true)
      }
  })

  it("are a military and a government, rioters and soldiers", () => {
    expect(areUnlike(["military"], ["government"])).toBe(true)
    expect(areUnlike(["rioter"], ["soldier"])).toBe(true)
  })

  it("are bandits and their hostages, an agency and a government", () => {
    expect(areUnlike(["bandit"], ["worshipper"])).toBe(true)
    expect(areUnlike(["victim"], ["kidnapper"])).toBe(true)
    expect(areUnlike(["government"], ["agency"])).toBe(true)
    expect(areUnlike(["opposition"], ["commission"])).toBe(true)
    expect(areUnlike(["victim"], ["soldier"])).toBe(false)
  })

  it("are none where both may be said of the same", () => {
    expect(areUnlike(["militia"], ["group"])).toBe(false)
    expect(areUnlike(["army"], ["soldier"])).toBe(false)
    expect(areUnlike(["group"], ["protester"])).toBe(false)
    expect(areUnlike(["group"], ["company"])).toBe(false)
  })
})

describe("candidates that are ruled out", () => {
  it("are people for what happens", () => {
    const lines = [
      "Soldiers left. The talks failed.",
      "tree: left root; Soldiers nsubj left; failed root; talks nsubj failed; The det talks",
      "tags: Soldiers NNS; talks NNS; left VBD; failed VBD",
    ]
    expect(isRuledOut(lines, "The talks", "Soldiers")).toBe(true)
  })

  const FIGHTERS = [
    "Refugees fled from his fighters. The fighters slept.",
    "tree: fled root; Refugees nsubj fled; fighters obl fled; from case fighters; his nmod:poss fighters; slept root; fighters#2 nsubj slept; The det fighters#2",
    "tags: Refugees NNS; fighters NNS; fighters#2 NNS; fled VBD; slept VBD",
  ]

  it("are those called otherwise, for many who are somebody's", () => {
    expect(isRuledOut(FIGHTERS, "his fighters", "Refugees")).toBe(true)
    expect(isRuledOut(FIGHTERS, "The fighters", "his fighters")).toBe(false)
  })

  it("are many who are somebody's, for those called otherwise", () => {
    const lines = [
      "Chad met its opponents. The generals slept.",
      "tree: met root; Chad nsubj met; opponents obj met; its nmod:poss opponents; slept root; generals nsubj slept; The det generals",
      "tags: opponents NNS; generals NNS; met VBD; slept VBD",
    ]
    expect(isRuledOut(lines, "The generals", "its opponents")).toBe(true)
  })

  it("are those who said what somebody denies", () => {
    const lines = [
      "The counsel said that he was paid. He denied it.",
      "~~~~~~~~~~~ source",
      "            ~~~~ cue",
      "                 ~~~~~~~~~~~~~~~~ content",
      "                                   ~~ source",
      "                                      ~~~~~~ cue",
      "                                             ~~ content",
      "tree: said root; counsel nsubj said; The det counsel; paid ccomp said; that mark paid; he nsubj:pass paid; was aux:pass paid; denied root; He nsubj denied; it obj denied",
      "tags: counsel NN; said VBD; paid VBN; he PRP; He PRP; denied VBD; it PRP",
    ]
    const [said, denied] = readGiven(lines).attributions
    const voice = (id: typeof said, stance: EventVoice["stance"]): EventVoice => ({
      event: 0,
      voice: id!.id,
      stance,
      what: "happened",
      words: [{ start: 29, end: 33 }],
      score: 0.9,
    })
    const voices = [voice(said, "asserts"), voice(denied, "denies")]
    expect(isRuledOut(lines, "He", "The counsel", voices)).toBe(true)
    expect(isRuledOut(lines, "He", "The counsel")).toBe(false)
  })

  it("are all, for somebody's sister", () => {
    const lines = [
      "The widow, whose sister died, wept.",
      "tree: wept root; widow nsubj wept; The det widow; died acl:relcl widow; sister nsubj died; whose nmod:poss sister",
      "tags: widow NN; sister NN; died VBD; wept VBD; whose WP$",
    ]
    expect(isRuledOut(lines, "whose sister", "The widow")).toBe(true)
  })

  it("are people who are counted, for a body", () => {
    const lines = [
      "Thousands of people marched. Police watched.",
      "tree: marched root; Thousands nsubj marched; people nmod Thousands; of case people; watched root; Police nsubj watched",
      "tags: Thousands NNS; people NNS; marched VBD; Police NNS; watched VBD",
    ]
    expect(isRuledOut(lines, "Police", "Thousands of people")).toBe(true)
  })

  it("are those to whom somebody does something", () => {
    const lines = [
      "The judge denied bail to Balic.",
      "                         ~~~~~ PER",
      "tree: denied root; judge nsubj denied; The det judge; bail obj denied; Balic nmod bail; to case Balic",
      "tags: judge NN; denied VBD; bail NN; Balic NNP",
    ]
    expect(isRuledOut(lines, "The judge", "Balic")).toBe(true)
  })

  it("are all, for “the other”", () => {
    const lines = [
      "The people blamed the other.",
      "tree: blamed root; people nsubj blamed; The det people; other obj blamed; the det other",
      "tags: people NNS; other JJ; blamed VBD",
    ]
    expect(isRuledOut(lines, "the other", "The people")).toBe(true)
  })

  it("are not the whole of which a counted one is a part", () => {
    const lines = [
      "Four guards and a driver died.",
      "tree: died root; guards nsubj died; Four nummod guards; driver conj guards; and cc driver; a det driver",
      "tags: guards NNS; driver NN; died VBD; Four CD",
    ]
    expect(isRuledOut(lines, "Four guards", "Four guards and a driver")).toBe(false)
  })
})
