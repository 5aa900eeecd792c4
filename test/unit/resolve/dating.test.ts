import { expect, it } from "vitest"
import { Tree } from "../../../src/grammar/index.ts"
import { timeFor } from "../../../src/resolve/dates/index.ts"
import { findHappenings } from "../../../src/resolve/find-happenings.ts"
import type { EventMention, Reading } from "../../../src/schema/reading.ts"
import type { Happening, ResolvedTime } from "../../../src/schema/resolution.ts"
import { type GivenText, parseTree } from "../../check/events.ts"
import { emptyDoc } from "../../check/hand-given.ts"
import { NO_FACTS } from "../../check/happenings.ts"

/** “They VERB by Friday.” with the tag of the verb, where that Friday lies after the report. */
function byFriday(verb: string, xpos: string, status: EventMention["status"]): Happening {
  const rows = `They they PRON PRP 2 nsubj
${verb} ${verb} VERB ${xpos} 0 root
by by ADP IN 4 case
Friday Friday PROPN NNP 2 obl
. . PUNCT . 2 punct`
  const given: GivenText = parseTree(`# They ${verb} by Friday.\n${rows.replaceAll(" ", "\t")}`)
  const start = given.text.indexOf("Friday")
  const friday: ResolvedTime = {
    span: { start, end: start + 6 },
    value: { edtf: "2018-04-20", anchor: "2018-04-16" },
    basis: "implied",
    score: 1,
  }
  const event: EventMention = {
    trigger: { start: 5, end: 5 + verb.length },
    head: 1,
    type: "THREATEN",
    modes: [],
    status,
    statusScore: 1,
    arguments: [],
    readBy: { reader: "rule", rule: "threaten THREATEN" },
    score: 1,
  }
  const doc = { ...emptyDoc(given.text), published: { edtf: "2018-04-16", anchor: null } }
  const reading = { doc, tokens: given.tokens, attributions: [], mentions: [], voices: [], events: [event] }
  const tree = new Tree(given.tokens, { from: 0, to: given.tokens.length })
  return findHappenings(reading as unknown as Reading, {
    ...NO_FACTS,
    treeAt: () => tree,
    times: [friday],
  })[0]!
}

it("does not date what was done by a day to come", () => {
  expect(byFriday("threatened", "VBD", "actual").time).toBe(null)
  expect(byFriday("threatened", "VBD", "planned").time).toBe(0)
  expect(byFriday("leave", "VBP", "actual").time).toBe(0)
})

it("is to come when its day is, unless it is told as past or as something else than done", () => {
  expect(byFriday("leave", "VBP", "actual").isToCome).toBe(true)
  expect(byFriday("leave", "VBP", "negated").isToCome).toBe(false)
  expect(byFriday("threatened", "VBD", "actual").isToCome).toBe(false)
})

it("does not date what is told by the day on which it was told: “told them in March that she left”", () => {
  const rows = `He he PRON PRP 2 nsubj
told tell VERB VBD 0 root
them they PRON PRP 2 iobj
in in ADP IN 5 case
March March PROPN NNP 8 obl
that that SCONJ IN 8 mark
she she PRON PRP 8 nsubj
left leave VERB VBD 2 ccomp`
  const given: GivenText = parseTree(`# He told them in March that she left\n${rows.replaceAll(" ", "\t")}`)
  const spanOf = (words: string) => {
    const start = given.text.indexOf(words)
    return { start, end: start + words.length }
  }
  const march = { span: spanOf("March"), value: { edtf: "2018-03", anchor: null }, basis: "stated", score: 1 }
  const event = {
    trigger: spanOf("left"),
    head: 7,
    type: "RETREAT",
    modes: [],
    status: "actual",
    statusScore: 1,
    arguments: [],
    readBy: { reader: "rule", rule: "leave RETREAT" },
    score: 1,
  }
  const tree = new Tree(given.tokens, { from: 0, to: given.tokens.length })
  const dateOf = (content: string): number | null | undefined => {
    const attributions = [{ cue: [spanOf("told")], content: [spanOf(content)] }]
    const reading = {
      doc: emptyDoc(given.text),
      tokens: given.tokens,
      attributions,
      mentions: [],
      voices: [],
      events: [event],
    }
    return findHappenings(reading as unknown as Reading, {
      ...NO_FACTS,
      treeAt: () => tree,
      times: [march as unknown as ResolvedTime],
    })[0]?.time
  }
  expect(dateOf("that she left")).toBe(null)
  expect(dateOf("in March that she left")).toBe(0)
})

it("gives no date of a clause that describes a noun: “condemned the truce, which was signed in November”", () => {
  const rows = `He he PRON PRP 2 nsubj
condemned condemn VERB VBD 0 root
the the DET DT 4 det
truce truce NOUN NN 2 obj
, , PUNCT , 8 punct
which which PRON WDT 8 nsubj:pass
was be AUX VBD 8 aux:pass
signed sign VERB VBN 4 acl:relcl
in in ADP IN 10 case
November November PROPN NNP 8 obl`
  const { text, tokens }: GivenText = parseTree(
    `# He condemned the truce, which was signed in November\n${rows.replaceAll(" ", "\t")}`,
  )
  const tree = new Tree(tokens, { from: 0, to: tokens.length })
  const start = text.indexOf("November")
  const november: ResolvedTime = {
    span: { start, end: start + 8 },
    value: { edtf: "2018-11", anchor: null },
    basis: "stated",
    score: 1,
  }
  expect(timeFor(tree, 7, [november])).toBe(november)
  expect(timeFor(tree, 1, [november])).toBe(null)
})
