import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { isInputError } from "../../../src/base/input-error.ts"
import { type FrameFiles, parseFrames } from "../../../src/lexicon/frames.ts"
import { eventsIn, fillersOf, parseTree, readFrames, readModality } from "../../check/events.ts"

const lexicon = readFrames()
const modality = readModality()
const trees = new Map(
  readFileSync(new URL("../../cases/events/frame-examples.conll", import.meta.url), "utf8")
    .trim()
    .split("\n\n")
    .map((block) => parseTree(block))
    .map((given) => [given.text, given]),
)
const frames = Object.values(lexicon.frames).flatMap((byWord) => [...byWord.values()].flat())

describe("the frame lexicon", () => {
  it.for(frames)("reads the example of $name as it says: $example.text", ({ name, example }) => {
    const given = trees.get(example.text)
    if (given === undefined)
      throw new Error(`“${example.text}” has no tree yet. Run: node tools/parse-frame-examples.ts`)
    const events = eventsIn(given, lexicon, modality).filter(({ readBy }) => readBy.rule === name)
    const read = events.map((event) => ({
      actors: fillersOf(given, event, "actor"),
      recipients: fillersOf(given, event, "recipient"),
    }))
    expect(read).toEqual([{ actors: example.actors, recipients: example.recipients }])
  })
})

const ROW = "condemn\tverb\tACCUSE\tdisapprove\tsubj\tobj\t-\tFrance condemned Iran.\tFrance > Iran"

function filesWith(rows: string): FrameFiles {
  return {
    frames: [{ name: "mine.tsv", text: rows }],
    lightVerbs: { name: "light-verbs.tsv", text: "hold\tactor" },
    classes: { name: "classes.tsv", text: "money\tdollar, euro" },
    irregular: { name: "irregular.tsv", text: "shoot\tshot" },
  }
}

function complaintOf(files: FrameFiles): string {
  try {
    parseFrames(files)
  } catch (error) {
    if (isInputError(error)) return `${error.code} ${error.message}`
    throw error
  }
  return "none"
}

describe("a frame file", () => {
  it("loads with comments, empty lines and Windows line ends", () => {
    const { frames: loaded } = parseFrames(filesWith(`# mine\r\n\r\n${ROW}\r\n`))
    expect(loaded.verb.get("condemn")?.[0]?.type).toBe("ACCUSE")
  })

  it.for([
    ["too few columns", "condemn\tverb\tACCUSE", "mine.tsv, line 1: has 3 columns; give nine"],
    ["an unknown part of speech", ROW.replace("verb", "adverb"), "“adverb” is no part of speech; write verb"],
    ["an unknown type", ROW.replace("ACCUSE", "BLAME"), "“BLAME” is no type; write one of AGREE"],
    ["a mode of another type", ROW.replace("disapprove", "aerial"), "“aerial” is no mode of ACCUSE; write -"],
    ["an unknown slot", ROW.replace("subj", "subject"), "“subject” is no place of an actor or recipient"],
    ["an unknown condition", ROW.replace("obj\t-", "obj\tperhaps"), "“perhaps” is no condition"],
    ["an unknown class", ROW.replace("obj\t-", "obj\tobj:coins"), "“coins” is no class of words; add it"],
    ["no example", ROW.replace("France condemned Iran.", "-"), "has no example; write a short sentence"],
    ["an example without result", ROW.replace("France > Iran", "France"), "does not say who does it to whom"],
  ])("with %s is refused with file, line and what to do", ([, row, complaint]) => {
    expect(complaintOf(filesWith(row!))).toContain(complaint)
    expect(complaintOf(filesWith(row!))).toContain("bad-lexicon")
  })

  it("tells all wrong lines at once and loads nothing", () => {
    const complaint = complaintOf(filesWith(`${ROW}\nx\n${ROW.replace("ACCUSE", "BLAME")}`))
    expect(complaint).toContain("mine.tsv, line 2:")
    expect(complaint).toContain("mine.tsv, line 3:")
    expect(complaint).not.toContain("line 1:")
  })

  it("tells ten of a thousand wrong lines and how many more there are", () => {
    const complaint = complaintOf(filesWith("x\n".repeat(1000)))
    expect(complaint.split("\n")).toHaveLength(12)
    expect(complaint).toContain("and 990 more")
  })

  it.for([
    ["a class without words", { classes: { name: "classes.tsv", text: "money" } }],
    ["a light verb that gives nothing", { lightVerbs: { name: "light-verbs.tsv", text: "hold\tnobody" } }],
    ["an irregular word without forms", { irregular: { name: "irregular.tsv", text: "shoot" } }],
  ] as const)("beside %s is refused", ([, wrong]) => {
    expect(complaintOf({ ...filesWith(ROW), ...wrong })).toContain("line 1: is no ")
  })

  it("prefers the frame with more conditions, of equals the earlier line", () => {
    const plain = ROW.replace("condemn\t", "give\t")
    const money = plain.replace("obj\t-", "obj\tobj:money").replace("ACCUSE\tdisapprove", "AID\t-")
    const types = (rows: string): readonly (string | null)[] =>
      (parseFrames(filesWith(rows)).frames.verb.get("give") ?? []).map(({ type }) => type)
    expect(types(`${plain}\n${money}`)).toEqual(["AID", "ACCUSE"])
    expect(types(`${money}\n${plain}`)).toEqual(["AID", "ACCUSE"])
  })
})
