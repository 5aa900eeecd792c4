// The status of happenings, drawn under a text. The only test code that calls `statusOf` for cases. In: a text with the
// words that name happenings (tildes), and the tree. Out: the text with the status of each (carets) and what decides.
//
//   Rebels plan to attack the town.
//                  ~~~~~~
//                  ^^^^^^ planned: governor “plan”
//   tree: plan root; Rebels nsubj plan; attack xcomp plan; to mark attack; town obj attack
import { readFileSync } from "node:fs"
import { Tree } from "../../src/grammar/index.ts"
import { type ModalityLexicon, parseModality } from "../../src/lexicon/modality.ts"
import { statusOf } from "../../src/read/events/status.ts"
import type { Span } from "../../src/schema/positions.ts"
import { handGiven, readLexicon } from "./hand-given.ts"
import type { Case } from "./tokens.ts"

const lexicon = readLexicon()
const modality = readModality()

/** The lexicon of modality that ships. */
export function readModality(): ModalityLexicon {
  const readData = (name: string): string =>
    readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8")
  return parseModality({ modality: readData("modality.tsv"), hedges: readData("hedges.tsv") })
}

const GIVEN = /^\s*~+(?: |$)|^(?:tree|tags): /
const FOUND = /^\s*\^+ /

/** A stretch drawn under the text, and the words beside its marks. */
export interface Drawn extends Span {
  readonly label: string
}

/** The text of a case, and what is drawn under it with `mark`. */
export function drawnIn(
  { lines }: Case,
  mark: "~" | "^",
): { readonly text: string; readonly drawn: readonly Drawn[] } {
  const drawn: Drawn[] = []
  const text: string[] = []
  let start = 0
  let next = 0
  for (const line of lines) {
    const marks = /^(\s*)([~^]+)(?: (.*))?$/.exec(line)
    if (marks === null) {
      if (GIVEN.test(line) || /^(?:s\d+|v): |^s\d+ /.test(line)) continue
      text.push(line)
      start = next
      next += line.length + 1
    } else if (marks[2]!.startsWith(mark)) {
      const from = start + marks[1]!.length
      drawn.push({ start: from, end: from + marks[2]!.length, label: marks[3] ?? "" })
    }
  }
  return { text: text.join("\n").trimEnd(), drawn }
}

/** The lines “tree: …” or “tags: …” of a case, joined. */
export function givenLine({ lines }: Case, name: string): string {
  return lines
    .filter((line) => line.startsWith(`${name}: `))
    .map((line) => line.slice(name.length + 2))
    .join("; ")
}

/** The case without what is given: the text and what is expected of it. */
export function expectedStatuses({ lines }: Case): string {
  return lines
    .filter((line) => !GIVEN.test(line))
    .join("\n")
    .trimEnd()
}

/** The text of the case with the status of each happening drawn under it. */
export function drawStatuses(given: Case): string {
  const { text, drawn } = drawnIn(given, "~")
  const { tokens, sentences } = handGiven(
    { text, spans: [], tree: givenLine(given, "tree"), tags: givenLine(given, "tags"), hasHeadline: false },
    lexicon,
  )
  const answers = drawn.map(({ start, end }) => {
    const range = tokens.covering({ start, end })!
    const tree = new Tree(tokens, sentences.find(({ from, to }) => from <= range.from && range.from < to)!)
    const { status, why } = statusOf(tree, tree.topOf(range), modality, 2020)
    return { start, end, label: `${status}: ${why}` }
  })
  const result: string[] = []
  let offset = 0
  for (const line of given.lines.filter((each) => !GIVEN.test(each) && !FOUND.test(each))) {
    if (line !== "") result.push(line)
    for (const { start, end, label } of answers) {
      if (start < offset || start >= offset + line.length) continue
      result.push(`${" ".repeat(start - offset)}${"^".repeat(end - start)} ${label}`)
    }
    offset += line.length + 1
  }
  return result.join("\n")
}
