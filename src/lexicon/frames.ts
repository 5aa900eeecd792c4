// The frame lexicon: which words name a happening, of which type, and where its actor and its recipient stand. The
// texts of data/frames in, a `FrameLexicon` out; reading the files is left to the caller. People read and extend
// these files, so a wrong line is told with its file, its number and what to do, and nothing is loaded by halves.
//
//   condemn   verb   ACCUSE   disapprove   subj   obj   -   France condemned the attack.   France > attack
import { groupBy } from "../base/group-by.ts"
import { inputError } from "../base/input-error.ts"
import type { PloverType } from "../schema/reading.ts"
import type { IrregularForms } from "./base-forms.ts"

export type FramePos = "verb" | "noun" | "adjective"

/**
 * Where a filler stands, seen from the word that names the happening. `subj` and `obj` are those of the active
 * voice: in “Rebels were attacked by troops” *troops* is `subj`. `poss`: “Iran's attack”. `mod`: “the Israeli
 * attack”. `clause`: the subject of the clause that completes it, *Iran* in “demanded that Iran stop”. `light`: the
 * subject of the light verb, *Iran* in “Iran carried out an attack”. `target`: *Russia* in “Russia sanctions”. `teller`: whoever says
 * so, *Lavrov* in “The allies bombed the talks, Lavrov said”. All others are prepositions.
 */
export const SLOTS = [
  "subj",
  "obj",
  "iobj",
  "poss",
  "mod",
  "clause",
  "target",
  "light",
  "teller",
  "about",
  "against",
  "along",
  "among",
  "around",
  "as",
  "at",
  "between",
  "by",
  "for",
  "from",
  "in",
  "into",
  "near",
  "of",
  "on",
  "over",
  "through",
  "to",
  "towards",
  "under",
  "upon",
  "with",
] as const
export type Slot = (typeof SLOTS)[number]

/**
 * What else a condition may ask for: an infinitive, a that-clause, a participle after it, “must” in that clause, the
 * passive, what is said of subject or object (“found *guilty*”), a particle, a compound around the noun (“fire brigade”).
 */
export const TESTS = ["inf", "that", "ing", "must", "passive", "xcomp", "prt", "compound"] as const
export type Test = (typeof TESTS)[number]

/** Alternatives, the first that is filled is taken; each is one or more slots, of which all that are filled are. */
export type SlotPattern = readonly (readonly Slot[])[]

export interface Condition {
  readonly negated: boolean
  readonly what: Slot | Test
  /** The head word of the filler must be one of these, or a proper name; null: there must be one. */
  readonly words: ReadonlySet<string> | "name" | null
}

export interface Frame {
  /** Told as the rule that decided: “condemn ACCUSE”. */
  readonly name: string
  /** The word itself, in its base form; what must stand beside it: “call for” needs *for*, “carry out” *out*. */
  readonly words: readonly [string, ...string[]]
  readonly pos: FramePos
  /** Null: a happening without a PLOVER type. */
  readonly type: PloverType | null
  readonly modes: readonly string[]
  readonly actor: SlotPattern
  readonly recipient: SlotPattern
  readonly conditions: readonly Condition[]
  readonly example: FrameExample
}

export interface FrameExample {
  readonly text: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
}

/** A verb that adds little to its noun: its subject does what the noun names, or suffers it (“came under attack”). */
export interface LightVerb {
  readonly words: readonly [string, ...string[]]
  readonly subject: "actor" | "recipient"
}

export interface FrameLexicon {
  /** By part of speech and base form; the frame with most conditions first. */
  readonly frames: Readonly<Record<FramePos, ReadonlyMap<string, readonly Frame[]>>>
  readonly lightVerbs: ReadonlyMap<string, readonly LightVerb[]>
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
  readonly irregular: IrregularForms
}

/** A file's name, for what is told of a wrong line, and its text. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

export interface FrameFiles {
  readonly frames: readonly NamedText[]
  readonly lightVerbs: NamedText
  readonly classes: NamedText
  readonly irregular: NamedText
}

/** The files of `data/frames` that hold frames. */
export const FRAME_FILES = ["talk.tsv", "help.tsv", "demands.tsv", "force.tsv", "untyped.tsv"] as const

/** Reads all files. Throws an `InputError` “bad-lexicon” that names every wrong line; then none is loaded. */
export function parseFrames(files: FrameFiles): FrameLexicon {
  const wrong: string[] = []
  const tell = (name: string, line: number, what: string): void => {
    wrong.push(`${name}, line ${line}: ${what}`)
  }
  const classes = parseClasses(files.classes, tell)
  const irregular = parseIrregular(files.irregular, tell)
  const lightVerbs = parseLightVerbs(files.lightVerbs, tell)
  const frames = files.frames.flatMap((file) => parseFrameFile(file, classes, tell))
  if (wrong.length > 0) {
    const shown = wrong.slice(0, 10).join("\n")
    const more = wrong.length > 10 ? `\nand ${wrong.length - 10} more` : ""
    throw inputError(
      "bad-lexicon",
      `The frame lexicon has wrong lines. None of it was loaded; put them right, or take them out:\n${shown}${more}`,
    )
  }
  return {
    frames: {
      verb: byWord(frames.filter(({ pos }) => pos === "verb")),
      noun: byWord(frames.filter(({ pos }) => pos === "noun")),
      adjective: byWord(frames.filter(({ pos }) => pos === "adjective")),
    },
    lightVerbs: groupBy(lightVerbs, ({ words }) => words[0]),
    classes,
    irregular,
  }
}

type Tell = (name: string, line: number, what: string) => void

interface Row {
  readonly fields: readonly string[]
  readonly line: number
}

function rowsOf(text: string): readonly Row[] {
  return text
    .split(/\r?\n/)
    .map((row, index) => ({ row, line: index + 1 }))
    .filter(({ row }) => row.trim() !== "" && !row.startsWith("#"))
    .map(({ row, line }) => ({ fields: row.split("\t").map((field) => field.trim()), line }))
}

// --- Frames ---

const COLUMNS =
  "word, part of speech, type, modes, actor, recipient, conditions, example, who does it to whom in the example"

function parseFrameFile(file: NamedText, classes: FrameLexicon["classes"], tell: Tell): readonly Frame[] {
  const frames: Frame[] = []
  for (const { fields, line } of rowsOf(file.text)) {
    if (fields.length !== 9) {
      tell(file.name, line, `has ${fields.length} columns; give nine, with tabs between: ${COLUMNS}.`)
      continue
    }
    const problems: string[] = []
    const frame = parseFrame(fields, classes, (what) => problems.push(what))
    for (const problem of problems) tell(file.name, line, problem)
    if (problems.length === 0) frames.push(frame)
  }
  return frames
}

function parseFrame(
  fields: readonly string[],
  classes: FrameLexicon["classes"],
  wrong: (what: string) => void,
): Frame {
  const [word, pos, type, modes, actor, recipient, conditions, text, expected] = fields as [
    string,
    ...string[],
  ]
  const words = wordsOf(word)
  if (words === null) wrong("has no word; write its base form in the first column.")
  if (pos !== "verb" && pos !== "noun" && pos !== "adjective")
    wrong(`“${pos}” is no part of speech; write verb, noun or adjective.`)
  const ploverType = type === "-" ? null : type!
  if (ploverType !== null && !isPloverType(ploverType))
    wrong(`“${type}” is no type; write one of ${Object.keys(MODES).join(", ")}, or - for none.`)
  const modeList = modes === "-" ? [] : modes!.split(",")
  for (const mode of ploverType !== null && isPloverType(ploverType) ? modeList : [])
    if (!MODES[ploverType as PloverType].includes(mode))
      wrong(
        `“${mode}” is no mode of ${type}; write - or some of ${MODES[ploverType as PloverType].join(", ")}.`,
      )
  if (text === "" || text === "-") wrong("has no example; write a short sentence in the eighth column.")
  return {
    name: `${word} ${type === "-" ? "untyped" : type}`,
    words: words ?? [""],
    pos: pos as FramePos,
    type: ploverType as PloverType | null,
    modes: modeList,
    actor: parsePattern(actor!, wrong),
    recipient: parsePattern(recipient!, wrong),
    conditions: parseConditions(conditions!, classes, wrong),
    example: parseExample(text!, expected!, wrong),
  }
}

function wordsOf(text: string): readonly [string, ...string[]] | null {
  const [first, ...rest] = text.toLowerCase().split(" ")
  return first === undefined || first === "" || first === "-" ? null : [first, ...rest]
}

/** “subj+with” or “by|poss”. */
function parsePattern(text: string, wrong: (what: string) => void): SlotPattern {
  if (text === "-") return []
  return text.split("|").map((alternative) =>
    alternative.split("+").map((name) => {
      if (!isSlot(name))
        wrong(`“${name}” is no place of an actor or recipient; write - or some of ${SLOTS.join(", ")}.`)
      return name as Slot
    }),
  )
}

/** “obj:relations !inf with=effect”: a class of words after a colon, words themselves after =. */
function parseConditions(
  text: string,
  classes: FrameLexicon["classes"],
  wrong: (what: string) => void,
): readonly Condition[] {
  if (text === "-") return []
  return text.split(/\s+/).map((part) => {
    const match = /^(!?)([a-z]+)(?::([a-z-]+)|=(.+))?$/.exec(part)
    const [, negation = "", what = "", className, list] = match ?? []
    if (match === null || !(isSlot(what) || isTest(what)))
      wrong(
        `“${part}” is no condition; write a place or one of ${TESTS.join(", ")}, as in obj, obj:money, with=effect, !inf.`,
      )
    const listed = list === undefined ? null : new Set(list.split(","))
    const words =
      className === undefined ? listed : className === "name" ? className : (classes.get(className) ?? null)
    if (className !== undefined && words === null)
      wrong(
        `“${className}” is no class of words; add it to classes.tsv, or write the words themselves: ${what}=one,two.`,
      )
    return { negated: negation === "!", what: what as Slot | Test, words }
  })
}

/** “police > students, teachers”: who does it, and to whom; - for nobody. */
function parseExample(text: string, expected: string, wrong: (what: string) => void): FrameExample {
  const sides = expected.split(">").map((side) => side.trim())
  if (sides.length !== 2)
    wrong(`“${expected}” does not say who does it to whom; write: police > students, with - for nobody.`)
  const [actors, recipients] = sides.map((side) => (side === "-" ? [] : side.split(/,\s*/)))
  return { text, actors: actors ?? [], recipients: recipients ?? [] }
}

function isSlot(name: string): name is Slot {
  return (SLOTS as readonly string[]).includes(name)
}

function isTest(name: string): name is Test {
  return (TESTS as readonly string[]).includes(name)
}

function isPloverType(name: string): name is PloverType {
  return Object.hasOwn(MODES, name)
}

/** PLOVER 2.0's modes by type. Source: PLOVER_MANUAL.tex (Open Event Data Alliance, CC BY-SA 4.0). */
const MODES: Readonly<Record<PloverType, readonly string[]>> = {
  AGREE: [],
  CONSULT: ["visit", "third-party", "multilateral", "phone"],
  SUPPORT: [],
  CONCEDE: [],
  COOPERATE: [],
  AID: [],
  RETREAT: ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
  REQUEST: ["assist", "change", "yield", "meet"],
  ACCUSE: ["disapprove", "investigate", "allege"],
  REJECT: ["assist", "change", "yield", "meet"],
  THREATEN: ["restrict", "arrest", "relations", "expel", "violence", "territory"],
  PROTEST: ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
  SANCTION: ["convict", "withdraw", "discontinue", "expel"],
  MOBILIZE: ["troops", "weapons", "police", "militia"],
  COERCE: [
    "seize",
    "restrict",
    "arrest",
    "deport",
    "withhold",
    "cyber",
    "censor",
    "curfew",
    "misinformation",
    "martial-law",
  ],
  ASSAULT: [
    "firearms",
    "explosives",
    "abduct",
    "torture",
    "sexual",
    "destroy",
    "beat",
    "crowd-control",
    "primitive",
    "targeted",
    "suicide-attack",
    "aerial",
    "drone",
    "heavy-weapons",
    "unconventional",
  ],
}

/** More conditions first, those that ask for certain words before those that do not; among equals the earlier line. */
function byWord(frames: readonly Frame[]): ReadonlyMap<string, readonly Frame[]> {
  const weight = ({ words, conditions }: Frame): number =>
    3 * (words.length - 1) + conditions.reduce((sum, { words: asked }) => sum + (asked === null ? 1 : 2), 0)
  const sorted = frames
    .map((frame, order) => ({ frame, order }))
    .sort((one, other) => weight(other.frame) - weight(one.frame) || one.order - other.order)
  return groupBy(
    sorted.map(({ frame }) => frame),
    ({ words }) => words[0],
  )
}

// --- The tables beside them ---

function parseClasses(file: NamedText, tell: Tell): FrameLexicon["classes"] {
  const classes = new Map<string, Set<string>>()
  for (const { fields, line } of rowsOf(file.text)) {
    const [name, list] = fields
    if (fields.length !== 2 || name === undefined || list === undefined || list === "") {
      tell(file.name, line, "is no class; write its name, a tab, and its words with commas between.")
      continue
    }
    const words = classes.get(name) ?? new Set<string>()
    for (const word of list.split(/,\s*/)) words.add(word)
    classes.set(name, words)
  }
  return classes
}

function parseIrregular(file: NamedText, tell: Tell): IrregularForms {
  const bases = new Map<string, string>()
  for (const { fields, line } of rowsOf(file.text)) {
    const [base, forms] = fields
    if (fields.length !== 2 || base === undefined || forms === undefined || forms === "") {
      tell(
        file.name,
        line,
        "is no irregular word; write its base form, a tab, and its other forms with commas between.",
      )
      continue
    }
    for (const form of forms.split(/,\s*/)) if (!bases.has(form)) bases.set(form, base)
  }
  return bases
}

function parseLightVerbs(file: NamedText, tell: Tell): readonly LightVerb[] {
  const verbs: LightVerb[] = []
  for (const { fields, line } of rowsOf(file.text)) {
    const words = wordsOf(fields[0] ?? "")
    const subject = fields[1]
    if (fields.length !== 2 || words === null || (subject !== "actor" && subject !== "recipient"))
      tell(
        file.name,
        line,
        "is no light verb; write the verb, a tab, and actor or recipient for what its subject is.",
      )
    else verbs.push({ words, subject })
  }
  return verbs
}
