// The Sayso corpus is in order, and the checker says of a broken file what is wrong, where, and what to do.

import { createHash } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { readAffairs } from "../corpus/tools/affairs.ts"
import { toBrat } from "../corpus/tools/brat.ts"
import { checkReport } from "../corpus/tools/check-report.ts"
import { type CorpusReport, readCorpus } from "../corpus/tools/corpus.ts"
import { checkLines, toHeader, toLine } from "../corpus/tools/json-lines.ts"
import { readReadings } from "../corpus/tools/readings.ts"
import { readSwaps } from "../corpus/tools/swaps.ts"
import { temporaryFolder } from "./helpers/temporary-folder.ts"

const FOLDER = join(import.meta.dirname, "..", "corpus")
const { reports, faults } = readCorpus(FOLDER)
const annotated = reports.filter(({ record }) => record !== null)

describe("the corpus", () => {
  it("has no faults", () => {
    expect(faults).toEqual([])
    expect(annotated.length).toBeGreaterThan(10)
  })

  it("gives every span its exact words in both units when built", () => {
    const lines = [toHeader("train", annotated), ...annotated.map(toLine)].map((line) => JSON.stringify(line))
    expect(checkLines(lines.join("\n"), "all.jsonl")).toEqual([])
  })

  it("counts UTF-16 units and code points apart", () => {
    const line = toLine(invented({ text: "😀 Ana said no.", content: "no" })) as unknown as {
      readonly statements: readonly [{ readonly content: readonly [object] }]
    }
    expect(line.statements[0].content[0]).toEqual({ text: "no", start: 12, end: 14, cpStart: 11, cpEnd: 13 })
  })

  it("writes brat files whose offsets are code points", () => {
    expect(toBrat(invented({ text: "😀 Ana said no.", content: "no" }))).toBe(
      [
        "T1\tperson 2 5\tAna",
        "#1\tAnnotatorNotes T1\tAna",
        "T2\tCue 6 10\tsaid",
        "T3\tSource 2 5\tAna",
        "T4\tContent 11 13\tno",
        "E1\tCue:T2 Source:T3 Content:T4",
        "A1\tKind E1 says",
        "A2\tMode E1 indirect",
        "",
      ].join("\n"),
    )
  })
})

/** A report of one statement: “Ana said …”. */
function invented({ text, content }: { readonly text: string; readonly content: string }): CorpusReport {
  const list = {
    id: "r",
    date: "2031-01-02",
    split: "train",
    topic: "x",
    sha256: "",
    title: "t",
    url: "u",
  } as const
  const statement = {
    id: "S1",
    kind: "says",
    mode: "indirect",
    source: ["Ana"],
    speaker: "E1",
    cue: ["said"],
  }
  const rest = { content: [content], venue: null, addressee: null, inside: null }
  const entities = [{ id: "E1", name: "Ana", kind: "person", code: null, mentions: ["Ana"] }]
  return {
    ...list,
    text,
    record: { doc: "r", entities, statements: [{ ...statement, ...rest }], events: [], notes: [] },
  }
}

const TEXT = "Ana said no. Ana left on Monday.\n"
const SOUND = JSON.stringify(
  {
    ...invented({ text: TEXT, content: "no" }).record,
    entities: [{ id: "E1", name: "Ana", kind: "person", code: null, mentions: ["⟦Ana⟧ said"] }],
    statements: [
      { ...invented({ text: TEXT, content: "no" }).record!.statements[0]!, source: ["⟦Ana⟧ said"] },
    ],
    events: [
      {
        id: "V1",
        mentions: ["left"],
        type: null,
        modes: [],
        actors: ["E1"],
        recipients: [],
        place: null,
        date: { words: "Monday", edtf: "2031-01-06" },
        status: "actual",
        voices: [{ voice: "outlet", stance: "asserts", words: "left" }],
        quantities: [],
      },
    ],
  },
  null,
  1,
)

describe("a broken record", () => {
  it("is told from a sound one", () => {
    expect(checkReport(SOUND, "r", TEXT).faults).toEqual([])
  })

  const cases: readonly (readonly [name: string, json: string, id: string, message: RegExp])[] = [
    ["cut JSON", SOUND.slice(0, -20), "file", /no whole JSON .*restore what is missing/s],
    ["a list", "[]", "file", /object/],
    ["an unknown field", SOUND.replace('"mode"', '"mood"'), "S1", /unknown field “mood”: remove it or mend/],
    ["an unknown kind", SOUND.replace('"says"', '"claims"'), "S1", /kind: not one of says, asks/],
    ["an unknown status", SOUND.replace('"actual"', '"sure"'), "V1", /status: not one of actual/],
    [
      "words that stand twice",
      SOUND.replaceAll("⟦Ana⟧ said", "Ana"),
      "E1",
      /“Ana” stands in the text more than once: add words/,
    ],
    [
      "words that do not stand there",
      SOUND.replace('"no"', '"yes"'),
      "S1",
      /“yes” does not stand in the text: copy/,
    ],
    ["a statement without cue", SOUND.replace(/"cue": \[[^\]]*\]/, '"cue": []'), "S1", /cue: is empty/],
    [
      "a dangling speaker",
      SOUND.replace('"speaker": "E1"', '"speaker": "E9"'),
      "S1",
      /speaker: there is no E9/,
    ],
    [
      "a source without speaker",
      SOUND.replace('"speaker": "E1"', '"speaker": null'),
      "S1",
      /has a source and no speaker/,
    ],
    [
      "a statement inside itself",
      SOUND.replace('"inside": null', '"inside": "S1"'),
      "S1",
      /lies inside itself/,
    ],
    [
      "an id twice",
      SOUND.replace('"id": "V1"', '"id": "V1"').replace(
        /("events": \[)([\s\S]*)(\])(,\s*"notes")/,
        "$1$2,$2$3$4",
      ),
      "V1",
      /is there twice/,
    ],
    [
      "a date that is none",
      SOUND.replace("2031-01-06", "6 Jan 2031"),
      "V1",
      /“6 Jan 2031” is no EDTF: write/,
    ],
    [
      "an event without voice",
      SOUND.replace(/"voices": \[[\s\S]*?\]/, '"voices": []'),
      "V1",
      /voices: is empty/,
    ],
    ["another report's name", SOUND.replace('"doc": "r"', '"doc": "q"'), "file", /says it is q/],
    [
      "Windows line ends",
      SOUND.replaceAll("\n", "\r\n"),
      "file",
      /Windows line ends: save it with line feeds/,
    ],
    ["a byte order mark", `\uFEFF${SOUND}`, "file", /byte order mark/],
  ]
  it.each(cases)("%s: one line that says id and remedy", (_, json, id, message) => {
    expect(json).not.toBe(SOUND)
    const found = checkReport(json, "r", TEXT).faults.filter((fault) => fault.id === id)
    expect(found.map((fault) => fault.message).join("\n")).toMatch(message)
  })
})

describe("a broken folder", () => {
  it("names two reports with one id, changed texts, strangers and unknown splits", () => {
    const folder = temporaryFolder("sayso-corpus-")
    mkdirSync(join(folder, "reports"))
    const sha = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16)
    const row = (id: string, split: string, text: string): string =>
      [id, "2031-01-02", split, "x", "6", sha(text), "t", "u"].join("\t")
    const head = "id\tdate\tsplit\ttopic\twords\tsha256\ttitle\turl"
    writeFileSync(
      join(folder, "reports.tsv"),
      `${[head, row("r", "train", TEXT), row("R", "train", TEXT), row("changed", "held", "before")].join("\n")}\n`,
    )
    for (const name of ["r.txt", "R.txt", "changed.txt", "stranger.json"])
      writeFileSync(join(folder, "reports", name), TEXT)
    expect(readCorpus(folder).faults).toEqual([
      "reports.tsv: R: is there twice (r): give one another id.",
      "reports.tsv: changed: split “held” is none of train, dev, test, conflict-dev, conflict-test, broad-dev.",
      "stranger.json: file: reports.tsv does not list it: add a line there or mend its name.",
      "changed.txt: file: is not the text that was annotated: bring the old one back, texts never change.",
    ])
  })

  it("names cut lines and offsets past the end of a built file", () => {
    const line = JSON.stringify(toLine(invented({ text: "Ana said no.", content: "no" })))
    const check = (text: string): readonly string[] => checkLines(`{}\n${text}`, "x.jsonl")
    expect(check(line)).toEqual([])
    expect(check(line.slice(0, 60))).toEqual(["x.jsonl: line 2: is cut short: build the file anew."])
    expect(check(line.replace('"end":11', '"end":99'))[0]).toMatch(
      /^x\.jsonl: line 2: r: statements\.0\.content\.0: ends at 99, past the end of the text: build/,
    )
    expect(check(line.replace('"start":9', '"start":8'))[0]).toMatch(/the text there is not “no”/)
  })
})

describe("second readings", () => {
  it("have no faults, and a first one beside each", () => {
    expect(readReadings(FOLDER, reports).faults).toEqual([])
  })

  it("name a stranger, a fault and a missing first reading", () => {
    const folder = temporaryFolder("sayso-readings-")
    mkdirSync(join(folder, "readings", "second"), { recursive: true })
    writeFileSync(join(folder, "readings", "second", "q.json"), SOUND)
    writeFileSync(join(folder, "readings", "second", "r.json"), SOUND.replace('"no"', '"yes"'))
    const known = { ...invented({ text: TEXT, content: "no" }), id: "r" }
    expect(readReadings(folder, [known]).faults).toEqual([
      "readings/second/q.json: file: reports.tsv does not list it: remove it or mend its name.",
      "readings/second/q.json: file: there is no first reading to compare it with: add readings/first/q.json.",
      "readings/second/r.json: S1: content: “yes” does not stand in the text: copy it character for character.",
      "readings/second/r.json: file: there is no first reading to compare it with: add readings/first/r.json.",
    ])
  })
})

describe("affairs", () => {
  it("have no faults", () => {
    const { affairs, faults: found } = readAffairs(FOLDER, reports)
    expect(found).toEqual([])
    expect(affairs.length).toBeGreaterThan(0)
  })

  const CLAIM = { page: "a", who: "Ana", stance: "asserts", words: "three" }
  const SOUND_AFFAIR = {
    affair: "Boats burned.",
    invented: true,
    pages: ["a", "b"].map((page) => ({ page, outlet: `The ${page}`, published: "2031-01-02", url: null })),
    sameEvents: [
      {
        event: "fire",
        mentions: [
          { page: "a", words: "burned" },
          { page: "b", words: "burned" },
        ],
      },
    ],
    sameUtterances: [],
    disputes: [
      {
        question: "how many boats burned",
        kind: "how-many",
        sides: [
          { answer: "3", claims: [CLAIM] },
          { answer: "4", claims: [{ ...CLAIM, page: "b", who: "Ivo", words: "four" }] },
        ],
      },
    ],
    notDisputes: [],
  }

  const check = (affair: object): readonly string[] => {
    const folder = temporaryFolder("sayso-affairs-")
    mkdirSync(join(folder, "affairs", "fire"), { recursive: true })
    writeFileSync(join(folder, "affairs", "fire", "a.txt"), "Ana said three boats burned.")
    writeFileSync(join(folder, "affairs", "fire", "b.txt"), "Ivo said four boats burned.")
    writeFileSync(join(folder, "affairs", "fire", "affair.json"), JSON.stringify(affair))
    return readAffairs(folder, []).faults
  }

  it.each([
    ["in order", SOUND_AFFAIR, []],
    [
      "a page without text",
      {
        ...SOUND_AFFAIR,
        pages: [...SOUND_AFFAIR.pages, { page: "c", outlet: "x", published: "2031-01-02", url: null }],
      },
      ["c: has no text: write c.txt beside it, or name a report of the corpus."],
    ],
    [
      "words that are not on the page",
      {
        ...SOUND_AFFAIR,
        sameEvents: [
          {
            event: "fire",
            mentions: [
              { page: "a", words: "sank" },
              { page: "b", words: "burned" },
            ],
          },
        ],
      },
      ["a: “sank” does not stand in the text: copy it character for character."],
    ],
    [
      "one voice on both sides",
      {
        ...SOUND_AFFAIR,
        disputes: [
          {
            ...SOUND_AFFAIR.disputes[0],
            sides: [
              { answer: "3", claims: [CLAIM] },
              { answer: "4", claims: [{ ...CLAIM, words: "boats" }] },
            ],
          },
        ],
      },
      ["file: “how many boats burned”: one voice alone is no dispute: add the other or remove it."],
    ],
    [
      "an unknown kind",
      { ...SOUND_AFFAIR, disputes: [{ ...SOUND_AFFAIR.disputes[0], kind: "whose" }] },
      ["file: kind: not one of happened, who, how-many, when, where, what, why."],
    ],
  ])("%s", (_, affair, expected) => {
    expect(check(affair)).toEqual(expected.map((line) => `affairs/fire/affair.json: ${line}`))
  })
})

describe("party swaps", () => {
  it("have no faults", () => {
    expect(readSwaps(FOLDER).faults).toEqual([])
  })

  const side = (name: string): object => ({
    text: `${name} said no.`,
    entities: [{ id: "E1", name, kind: "person", code: null, mentions: [name] }],
    statements: [
      {
        id: "S1",
        kind: "says",
        mode: "indirect",
        source: [name],
        speaker: "E1",
        cue: ["said"],
        content: ["no"],
        venue: null,
        addressee: null,
        inside: null,
      },
    ],
    events: [],
  })
  const check = (one: object, other: object): readonly string[] => {
    const folder = temporaryFolder("sayso-swaps-")
    mkdirSync(join(folder, "swaps"))
    const swap = { id: "swap-01", from: null, pair: "gender", parties: ["Ana", "Ivo"], one, other }
    writeFileSync(join(folder, "swaps", "swap-01.json"), JSON.stringify(swap))
    return readSwaps(folder).faults
  }

  it("may differ in names, not in structure", () => {
    expect(check(side("Ana"), side("Ivo"))).toEqual([])
    const other = JSON.parse(JSON.stringify(side("Ivo")).replace('"says"', '"asks"')) as object
    expect(check(side("Ana"), other)).toEqual([
      "swaps/swap-01.json: S1: is not the same in both: make them alike.",
    ])
    expect(check(side("Ana"), { ...side("Ivo"), statements: [] })).toEqual([
      "swaps/swap-01.json: order: is not the same in both: make them alike.",
      "swaps/swap-01.json: S1: is not the same in both: make them alike.",
    ])
  })

  it("are checked like reports", () => {
    const other = JSON.parse(JSON.stringify(side("Ivo")).replace('["no"]', '["yes"]')) as object
    expect(check(side("Ana"), other)).toEqual([
      "swaps/swap-01.json: other S1: content: “yes” does not stand in the text: copy it character for character.",
    ])
  })
})
