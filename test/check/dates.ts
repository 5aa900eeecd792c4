// Times of a text, drawn under it. The only test code that calls `resolve/dates` for cases. In: a text, the day of its
// report, and where it matters the tree. Out: the text with each time and its value, and the problems.
//
//   published: 2018-04-20
//   He spoke on Monday.
//               ^^^^^^ 2018-04-16 from 2018-04-20
//   tree: spoke root; He nsubj spoke; Monday obl spoke; on case Monday
import { resolveTimes } from "../../src/resolve/dates/index.ts"
import type { ResolvedTime } from "../../src/schema/resolution.ts"
import { handGiven } from "./hand-given.ts"
import type { Case } from "./tokens.ts"

const LEXICON = { cues: new Map(), venues: new Map() }

const GIVEN = /^(?:published|tree|tags): /
const FOUND = /^\s*\^+ |^! /

/** The case without what is given: the text and what is expected of it. */
export function expectedOf({ lines }: Case): string {
  return lines
    .filter((line) => !GIVEN.test(line))
    .join("\n")
    .trimEnd()
}

/** The text of the case with the times that `resolveTimes` finds in it. */
export function drawTimes({ lines }: Case): string {
  const text = lines
    .filter((line) => !GIVEN.test(line) && !FOUND.test(line))
    .join("\n")
    .trimEnd()
  const tree = given(lines, "tree")
  const { doc, tokens, sentences } = handGiven(
    { text, spans: [], tree, tags: given(lines, "tags"), hasHeadline: false },
    LEXICON,
  )
  const published = given(lines, "published")
  const dated = { ...doc, published: published === "" ? null : { edtf: published, anchor: null } }
  const { times, problems } = resolveTimes({ doc: dated, tokens, sentences })
  return [...draw(text, times), ...problems.map(({ code }) => `! ${code}`)].join("\n")
}

function given(lines: readonly string[], name: string): string {
  return lines
    .filter((line) => line.startsWith(`${name}: `))
    .map((line) => line.slice(name.length + 2))
    .join("; ")
}

function draw(text: string, times: readonly ResolvedTime[]): readonly string[] {
  const drawn: string[] = []
  let offset = 0
  for (const line of text.split("\n")) {
    drawn.push(line)
    for (const { span, value } of times) {
      if (span.start < offset || span.start >= offset + line.length) continue
      const anchor = value === null || value.anchor === null ? "" : ` from ${value.anchor}`
      const label = value === null ? "no date" : `${value.edtf}${anchor}`
      drawn.push(`${" ".repeat(span.start - offset)}${"^".repeat(span.end - span.start)} ${label}`)
    }
    offset += line.length + 1
  }
  return drawn
}
