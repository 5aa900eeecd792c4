// Statements of a text, drawn under it. The only test code that calls `read/attribution` for cases. In: a text with
// what the network is taken to say under it (tildes) and, where it matters, the tree. Out: the text with what was
// made of it (carets), a line for each statement, and the problems.
//
//   “We saw it,” Lavrov said.
//   ~~~~~~~~~~~~ content
//                ~~~~~~ source
//                       ~~~~ cue
//   ^^^^^^^^^^^^ s1 content
//                ^^^^^^ s1 source
//                       ^^^^ s1 cue
//   tree: Lavrov nsubj said
//   s1: says direct, by the name “Lavrov”
import { findAttributions } from "../../src/read/attribution/index.ts"
import type { Span } from "../../src/schema/positions.ts"
import type { Attribution, Mention } from "../../src/schema/reading.ts"
import { type GivenSpan, handGiven, readLexicon } from "./hand-given.ts"
import type { Case } from "./tokens.ts"

const lexicon = readLexicon()

/** Lines of a case that say what is given. */
export const GIVEN = /^\s*~+ |^(?:tree|tags|headline): ?/
const FOUND = /^\s*\^+ |^s\d+: |^! /

/** The case without what is given: the text and what is expected of it. */
export function expectedOf({ lines }: Case): string {
  return lines
    .filter((line) => !GIVEN.test(line))
    .join("\n")
    .trimEnd()
}

/** The text of the case with what `findAttributions` makes of it. */
export function attribute({ lines }: Case): string {
  const text = lines
    .filter((line) => !GIVEN.test(line) && !FOUND.test(line))
    .join("\n")
    .trimEnd()
  const input = handGiven(
    {
      text,
      spans: givenSpans(lines),
      tree: linesOf(lines, "tree"),
      tags: linesOf(lines, "tags"),
      hasHeadline: lines.includes("headline:"),
    },
    lexicon,
  )
  const { attributions, mentions, problems } = findAttributions(input)
  const mentionOf = (id: string | null): Mention | null =>
    mentions.find((mention) => mention.id === id) ?? null
  const drawn = drawUnder(
    text,
    attributions.flatMap((each) => stretchesOf(each, mentionOf(each.speaker))),
  )
  return [
    ...drawn,
    ...attributions.map((each) => summary(text, each, mentionOf(each.speaker))),
    ...problems.map(
      ({ code, span }) => `! ${code}${span === null ? "" : ` ${text.slice(span.start, span.end)}`}`,
    ),
  ].join("\n")
}

/** What follows “name: ” on the lines that begin so. */
export function linesOf(lines: readonly string[], name: string): string {
  return lines
    .filter((line) => line.startsWith(`${name}: `))
    .map((line) => line.slice(name.length + 2))
    .join("; ")
}

/** What the tildes say that the network found. */
export function givenSpans(lines: readonly string[], found: RegExp = FOUND): readonly GivenSpan[] {
  const spans: GivenSpan[] = []
  let offset = 0
  let next = 0
  for (const line of lines) {
    const marks = /^(\s*)(~+) (.*)$/.exec(line)
    if (marks !== null) {
      const start = offset + marks[1]!.length
      // “content+” goes on with the span of the line before: a quotation of several paragraphs.
      const label = marks[3]!.trim()
      const last = spans.at(-1)
      if (label.endsWith("+") && last !== undefined)
        spans[spans.length - 1] = { ...last, end: start + marks[2]!.length }
      else spans.push({ start, end: start + marks[2]!.length, label })
      continue
    }
    if (GIVEN.test(line) || found.test(line)) continue
    offset = next
    next += line.length + 1
  }
  return spans
}

export interface Stretch extends Span {
  readonly label: string
}

const numberOf = (id: string): string => `s${id.slice(1)}`

function stretchesOf(attribution: Attribution, speaker: Mention | null): readonly Stretch[] {
  const { id, cue, content, quoted, mode, venue, addressee } = attribution
  const of = (role: string, spans: readonly Span[]): readonly Stretch[] =>
    spans.map(({ start, end }) => ({ start, end, label: `${numberOf(id)} ${role}` }))
  return [
    ...of("source", speaker === null ? [] : [speaker.span]),
    ...of("cue", cue ?? []),
    ...of("content", content),
    ...of("quoted", mode === "mixed" ? quoted : []),
    ...of("venue", venue === null ? [] : [venue]),
    ...of("addressee", addressee === null ? [] : [addressee]),
  ]
}

/** The lines of `text`, each with its stretches under it. */
export function drawUnder(text: string, stretches: readonly Stretch[]): readonly string[] {
  const drawn: string[] = []
  let offset = 0
  for (const line of text.split("\n")) {
    drawn.push(line)
    const end = offset + line.length
    const here = stretches
      .filter((each) => each.start < end && each.end > offset && line !== "")
      .map((each) => ({ ...each, start: Math.max(each.start, offset), end: Math.min(each.end, end) }))
      .sort((one, other) => one.start - other.start || one.label.localeCompare(other.label, "en"))
    for (const each of here) {
      drawn.push(`${" ".repeat(each.start - offset)}${"^".repeat(each.end - each.start)} ${each.label}`)
    }
    offset = end + 1
  }
  return drawn
}

function summary(text: string, attribution: Attribution, speaker: Mention | null): string {
  const { id, kind, mode, inside, readBy } = attribution
  const parts = [`${kind} ${mode}`]
  if (inside !== null) parts.push(`in ${numberOf(inside)}`)
  if (readBy.rule !== null) parts.push(`rule ${readBy.rule}`)
  if (speaker !== null) parts.push(`by ${mentionInWords(text, speaker)}`)
  return `${numberOf(id)}: ${parts.join(", ")}`
}

function mentionInWords(text: string, mention: Mention): string {
  const head = text.slice(mention.head.start, mention.head.end)
  switch (mention.kind) {
    case "name":
      return `${mention.label} “${head}”`
    case "nominal":
      return `nominal “${mention.role}”`
    case "pronoun":
      return `pronoun ${mention.number ?? "of any number"}`
  }
}
