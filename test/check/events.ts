// Happenings of a text, a line for each. The only test code that calls `read/events` for cases. In: sentences with
// their trees, one word a line, as tools/parse-frame-examples.ts and the cases have them. Out: what is found in them.
//
//   # Rebels attacked the town.
//   Rebels  rebel  NOUN  NNS  2  nsubj
//   …
//   → ASSAULT actual “attacked”: Rebels > town
import { readFileSync } from "node:fs"
import { FRAME_FILES, type FrameLexicon, type NamedText, parseFrames } from "../../src/lexicon/frames.ts"
import { type ModalityLexicon, parseModality } from "../../src/lexicon/modality.ts"
import { findEvents } from "../../src/read/events/index.ts"
import type { EventMention, EventRole, Token, Tokens, Upos } from "../../src/schema/reading.ts"
import { emptyDoc } from "./hand-given.ts"
import type { Case } from "./tokens.ts"

export interface GivenText {
  readonly text: string
  readonly tokens: Tokens
}

const readData = (name: string): string =>
  readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8")

const named = (file: string): NamedText => ({ name: `data/frames/${file}`, text: readData(`frames/${file}`) })

/** The frame lexicon that ships. */
export function readFrames(): FrameLexicon {
  return parseFrames({
    frames: FRAME_FILES.map(named),
    lightVerbs: named("light-verbs.tsv"),
    classes: named("classes.tsv"),
    irregular: named("irregular.tsv"),
  })
}

/** The lexicon of modality that ships. */
export function readModality(): ModalityLexicon {
  return parseModality({ modality: readData("modality.tsv"), hedges: readData("hedges.tsv") })
}

/** “# text” and a line a word: form, lemma, part of speech, tag, head counted from 1 (0 the root), relation. */
export function parseTree(block: string): GivenText {
  const [first = "", ...lines] = block.trim().split("\n")
  const text = first.replace(/^# /, "")
  let from = 0
  const rows = lines
    .filter((line) => line.includes("\t"))
    .map((line, index): Token => {
      const [form, lemma, upos, xpos, head, relation] = line.split("\t") as [
        string,
        string,
        Upos,
        string,
        string,
        string,
      ]
      const start = text.indexOf(form, from)
      if (start < 0) throw new Error(`“${form}” is not where it should be in: ${text}`)
      from = start + form.length
      const above = Number(head) - 1
      return {
        index,
        span: { start, end: from },
        lemma,
        upos,
        xpos,
        head: above < 0 ? null : above,
        relation,
      }
    })
  return { text, tokens: tokensOf(rows) }
}

function tokensOf(rows: readonly Token[]): Tokens {
  return {
    length: rows.length,
    at: (index) => rows[index]!,
    start: (index) => rows[index]!.span.start,
    end: (index) => rows[index]!.span.end,
    covering({ start, end }) {
      const inside = rows.filter(({ span }) => span.start < end && start < span.end)
      return inside.length === 0 ? null : { from: inside[0]!.index, to: inside.at(-1)!.index + 1 }
    },
  }
}

/** What the frames find in one sentence, or headline. */
export function eventsIn(
  { text, tokens }: GivenText,
  frames: FrameLexicon,
  modality: ModalityLexicon,
  kind: "paragraph" | "headline" = "paragraph",
): readonly EventMention[] {
  const sentences = [{ from: 0, to: tokens.length }]
  return findEvents({
    doc: { ...emptyDoc(text), blocks: [{ kind, span: { start: 0, end: text.length } }] },
    tokens,
    sentences,
    attributions: [],
    speakers: [],
    scores: null,
    frames,
    modality,
  })
}

/** The words that head the fillers of a role, in text order. */
export function fillersOf(
  { text, tokens }: GivenText,
  event: EventMention,
  role: EventRole,
): readonly string[] {
  return event.arguments
    .filter((each) => each.role === role)
    .map(({ filler }) => filler)
    .sort((one, other) => one - other)
    .map((filler) => text.slice(tokens.start(filler), tokens.end(filler)))
}

/** “ASSAULT aerial, planned “will bomb”: Russia > town, place Iran, time Monday, instrument missiles”. */
export function summary(given: GivenText, event: EventMention): string {
  const { type, modes, status, trigger } = event
  const list = (role: EventRole): string => fillersOf(given, event, role).join(", ") || "-"
  const settings = (["place", "time", "instrument"] as const)
    .filter((role) => fillersOf(given, event, role).length > 0)
    .map((role) => `, ${role} ${list(role)}`)
  return [
    [type ?? "untyped", ...modes].join(" "),
    `, ${status} “${given.text.slice(trigger.start, trigger.end)}”`,
    `: ${list("actor")} > ${list("recipient")}`,
    ...settings,
  ].join("")
}

/** A case without what is found in it. */
export function givenOf({ lines }: Case): GivenText {
  const [text = "", ...rest] = lines.filter((line) => line !== "" && !isFound(line))
  return parseTree([`# ${text}`, ...rest].join("\n"))
}

/** What a case expects, a line each. */
export function expectedOf({ lines }: Case): readonly string[] {
  return lines.filter(isFound)
}

function isFound(line: string): boolean {
  return line.startsWith("→ ")
}
