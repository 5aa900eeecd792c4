import { readdirSync, readFileSync } from "node:fs"
import { afterEach, describe, expect, it } from "vitest"
import { Tree } from "../../../src/grammar/index.ts"
import { fromDayNumber, isDay, toDayNumber, weekdayOf } from "../../../src/resolve/dates/calendar.ts"
import { resolveTimes, timeFor } from "../../../src/resolve/dates/index.ts"
import { parseEdtf, toEdtf } from "../../../src/resolve/dates/when.ts"
import type { ResolvedTime } from "../../../src/schema/resolution.ts"
import { drawTimes, expectedOf } from "../../check/dates.ts"
import { handGiven } from "../../check/hand-given.ts"
import { parseCases } from "../../check/tokens.ts"

const CASES = new URL("../../cases/dates/", import.meta.url)
const LEXICON = { cues: new Map(), venues: new Map() }

for (const name of readdirSync(CASES)) {
  describe(`cases/dates/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => expect(drawTimes(each)).toBe(expectedOf(each)))
    }
  })
}

function timesOf(text: string, published: string | null = "2018-04-20"): readonly ResolvedTime[] {
  const { doc, tokens, sentences } = handGiven(
    { text, spans: [], tree: "", tags: "", hasHeadline: false },
    LEXICON,
  )
  const dated = { ...doc, published: published === null ? null : { edtf: published, anchor: null } }
  return resolveTimes({ doc: dated, tokens, sentences }).times
}

describe("the calendar", () => {
  it("numbers days without a gap, before Christ too", () => {
    let before = toDayNumber({ year: -1, month: 1, day: 1 }) - 1
    for (let number = before + 1; number < before + 2000; number += 1) {
      const day = fromDayNumber(number)
      expect(toDayNumber(day)).toBe(number)
      expect(isDay(day)).toBe(true)
    }
    before = toDayNumber({ year: 1970, month: 1, day: 1 })
    expect(before).toBe(0)
  })

  it("knows weekdays and leap years", () => {
    expect(weekdayOf(toDayNumber({ year: 2018, month: 4, day: 20 }))).toBe(4)
    expect(weekdayOf(toDayNumber({ year: 1863, month: 7, day: 1 }))).toBe(2)
    expect(isDay({ year: 1900, month: 2, day: 29 })).toBe(false)
    expect(isDay({ year: 2000, month: 2, day: 29 })).toBe(true)
  })
})

describe("EDTF", () => {
  it("is read back as it was written", () => {
    const values = [
      "2018-04-14",
      "2018-04",
      "2018",
      "199X",
      "18XX",
      "-0489-08",
      "2018-04-14/2018-04-16",
      "2018/..",
    ]
    for (const edtf of [...values, "../2018-06", "1980~"]) {
      const when = parseEdtf(edtf)
      expect(when === null ? null : toEdtf(when)).toBe(edtf)
    }
  })

  it("is nothing else", () => {
    for (const edtf of ["", "2018-02-30", "2018-13", "Friday", "2018/2019/2020", "2018-4-1", "/"]) {
      expect(parseEdtf(edtf)).toBeNull()
    }
  })
})

describe("resolveTimes", () => {
  const zone = process.env["TZ"]
  afterEach(() => {
    if (zone === undefined) delete process.env["TZ"]
    else process.env["TZ"] = zone
  })

  it("gives the same dates in every time zone, where a clock change leaves out an hour too", () => {
    const text = "At 2:30 am on 10 March 2019, on Friday, and yesterday at 11 p.m. he spoke."
    const inZone = (name: string): readonly ResolvedTime[] => {
      process.env["TZ"] = name
      return timesOf(text)
    }
    const inLondon = inZone("Europe/London")
    expect(inZone("America/New_York")).toEqual(inLondon)
    expect(inZone("Pacific/Kiritimati")).toEqual(inLondon)
    expect(inLondon.map(({ value }) => value?.edtf)).toEqual(["2019-03-10", "2018-04-20", "2018-04-19"])
  })

  it("gives times in text order that do not overlap", () => {
    const times = timesOf(
      "From Monday to Friday, 9 to 11 May 2017, since the 1990s, at 7 p.m. on 3 May, in 2014-17.",
    )
    for (const [index, { span }] of times.entries()) {
      expect(span.start).toBeGreaterThanOrEqual(times[index - 1]?.span.end ?? 0)
      expect(span.end).toBeGreaterThan(span.start)
    }
  })

  it("does not trip over a published date that is none", () => {
    for (const published of ["", "soon", "2018/2019", "199X", "2018-02-31"]) {
      expect(timesOf("He left on Friday.", published)[0]?.value).toBeNull()
    }
  })

  it("neither throws nor hangs on what is no text", () => {
    const units = [
      "1 ",
      "2000 ",
      "May 5 ",
      "5 and ",
      "Monday and ",
      "the the ",
      "a a ",
      "in ",
      "12:",
      "1/2/",
      "9".repeat(50),
      "–",
      "late ",
      "(7 p.m. ",
      "on 31 February ",
      "since until ",
      "\n",
      "two days later ",
    ]
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(3000 / unit.length))
      const given = handGiven({ text, spans: [], tree: "", tags: "", hasHeadline: false }, LEXICON)
      const start = performance.now()
      resolveTimes({ ...given, doc: { ...given.doc, published: { edtf: "2018-04-20", anchor: null } } })
      // A hundredth of it is usual; only what grows faster than the text takes longer.
      expect(performance.now() - start, JSON.stringify(unit)).toBeLessThan(1000)
    }
  })
})

describe("timeFor", () => {
  const dates = (
    text: string,
    tree: string,
    tags: string,
    head: string,
    triggers: readonly string[] = [],
  ): string | null => {
    const { doc, tokens, sentences } = handGiven({ text, spans: [], tree, tags, hasHeadline: false }, LEXICON)
    const dated = { ...doc, published: { edtf: "2018-04-20", anchor: null } }
    const { times } = resolveTimes({ doc: dated, tokens, sentences })
    const at = (word: string): number =>
      tokens.covering({ start: text.indexOf(word), end: text.indexOf(word) + word.length })!.from
    const time = timeFor(new Tree(tokens, sentences[0]!), at(head), times, new Set(triggers.map(at)))
    return time === null ? null : text.slice(time.span.start, time.span.end)
  }

  const SAID =
    "said root; Police nsubj said; Friday obl said; on case Friday; killed ccomp said; that mark killed; he nsubj:pass killed; was aux:pass killed; Tuesday obl killed; on#2 case Tuesday"

  it("takes the time of the happening's own clause", () => {
    const text = "Police said on Friday that he was killed on Tuesday."
    expect(dates(text, SAID, "killed VBN", "killed")).toBe("Tuesday")
    expect(dates(text, SAID, "killed VBN", "said")).toBe("Friday")
  })

  it("does not date what came before by the time of what came later", () => {
    const text = "She married before moving to Lomar in 1939."
    const tree =
      "married root; She nsubj married; moving advcl married; before mark moving; Lomar obl moving; to case Lomar; 1939 obl moving; in case 1939"
    expect(dates(text, tree, "married VBD; moving VBG; 1939 CD", "moving")).toBe("1939")
    expect(dates(text, tree, "married VBD; moving VBG; 1939 CD", "married")).toBe(null)
  })

  it("does not date what is said by the day on which it is said", () => {
    const text = "Police said on Friday that he was killed."
    const tree = SAID.replace(/; Tuesday.*$/, "")
    expect(dates(text, tree, "killed VBN", "killed")).toBeNull()
  })

  it("does not date what is denied by the day on which it is denied", () => {
    const text = "On Friday he denied ordering the raid."
    const tree =
      "denied root; Friday obl denied; On case Friday; he nsubj denied; ordering xcomp denied; raid obj ordering; the det raid"
    const tags = "denied VBD; ordering VBG; raid NN; Friday NNP"
    expect(dates(text, tree, tags, "ordering")).toBeNull()
    expect(dates(text, tree, tags, "denied")).toBe("Friday")
  })

  it("does not date what happened by when the one before it did", () => {
    const text = "They were killed in the worst attack since 2006."
    const tree =
      "killed root; They nsubj:pass killed; were aux:pass killed; attack obl killed; in case attack; the det attack; worst amod attack; 2006 nmod attack; since case 2006"
    expect(dates(text, tree, "killed VBN; worst JJS; attack NN; 2006 CD", "attack")).toBeNull()
    expect(
      dates(
        text.replace("the worst", "no"),
        tree.replace("the det attack; worst amod attack", "no det attack"),
        "killed VBN; attack NN; 2006 CD",
        "attack",
      ),
    ).toBe("since 2006")
  })

  it("dates the object of a verb by the verb's time", () => {
    const text = "They carried out an attack on Monday, after talks in March failed."
    const tree =
      "carried root; They nsubj carried; out compound:prt carried; attack obj carried; an det attack; Monday obl carried; on case Monday; failed advcl carried; after mark failed; talks nsubj failed; March nmod talks; in case March"
    expect(dates(text, tree, "carried VBD; failed VBD; March NNP", "attack")).toBe("Monday")
    expect(dates(text, tree, "carried VBD; failed VBD; March NNP", "talks")).toBe("March")
  })

  it("gives a time right before a noun to that noun alone", () => {
    const text = "They voted on a plan for Monday's march."
    const tree =
      "voted root; They nsubj voted; plan obl voted; on case plan; a det plan; march nmod plan; for case march; Monday nmod:poss march; 's case Monday"
    expect(dates(text, tree, "voted VBD; march NN; Monday NNP", "march")).toBe("Monday")
    expect(dates(text, tree, "voted VBD; march NN; Monday NNP", "voted")).toBeNull()
  })

  it("does not date the reason of what happened by the day of it", () => {
    const text = "On Monday they were jailed for abuse."
    const tree =
      "jailed root; Monday obl jailed; On case Monday; they nsubj:pass jailed; were aux:pass jailed; abuse obl jailed; for case abuse"
    expect(dates(text, tree, "jailed VBN; abuse NN; Monday NNP", "jailed")).toBe("Monday")
    expect(dates(text, tree, "jailed VBN; abuse NN; Monday NNP", "abuse")).toBeNull()
  })

  it("dates the object of a verb by the verb's time unless the verb names a happening itself", () => {
    const text = "On Monday they overturned the convictions."
    const tree =
      "overturned root; Monday obl overturned; On case Monday; they nsubj overturned; convictions obj overturned; the det convictions"
    const tags = "overturned VBD; convictions NNS; Monday NNP"
    expect(dates(text, tree, tags, "convictions")).toBe("Monday")
    expect(dates(text, tree, tags, "convictions", ["overturned", "convictions"])).toBeNull()
  })
})
