// The sentences in which words stand, underlined.
//
// On Friday, Lavrov said the strikes had “bombed” the Geneva talks.
//            ssssss cccc ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
import { overlaps } from "../../base/intervals.ts"
import { splitSentences, tokenize } from "../../read/tokens/index.ts"
import type { Doc } from "../../schema/doc.ts"
import type { Span } from "../../schema/positions.ts"
import type { PrintOptions } from "../print/words.ts"
import { displayWidth, onOneLine } from "../terminal-text.ts"
import type { MarkedPart } from "./parts.ts"

/** The sentences, marks below them, and a line that explains the marks; “…” for what is left out between. */
export function printSentences(
  doc: Doc,
  parts: readonly MarkedPart[],
  { paint, width }: PrintOptions,
): readonly string[] {
  const words = tokenize(doc.text)
  const sentences = splitSentences(words, doc.text, doc.blocks, null)
    .map(({ from, to }) => ({ start: words.start(from), end: words.end(to - 1) }))
    .map((span, index) => ({ span, index }))
    .filter(({ span }) => parts.some((part) => overlaps(part.span, span)))
  const lines = sentences.flatMap(({ span, index }, position) => {
    const before = sentences[position - 1]
    const gap = before !== undefined && before.index !== index - 1 ? ["  …"] : []
    return [...gap, ...underline(doc.text, span, parts, width)]
  })
  const used = new Map(parts.map(({ role, mark }) => [role, mark]))
  return [...lines, paint("dim", `  ${[...used].map(([role, mark]) => `${mark} ${role}`).join(" · ")}`)]
}

/** The text of `span` broken into lines of `width` columns, each with a line of marks below it. */
function underline(
  text: string,
  { start, end }: Span,
  parts: readonly MarkedPart[],
  width: number,
): readonly string[] {
  const here = parts.filter(({ span }) => overlaps(span, { start, end }))
  const lines: string[] = []
  let line = { text: "  ", marks: "  " }
  const finishLine = () => {
    lines.push(line.text.trimEnd(), line.marks.trimEnd())
    line = { text: "  ", marks: "  " }
  }
  for (const { 0: word, index } of text.slice(start, end).matchAll(/\S+\s*/gu)) {
    if (line.text.length > 2 && displayWidth(line.text) + displayWidth(word.trimEnd()) > width) finishLine()
    let offset = start + index
    for (const character of word) {
      const shown = /\s/u.test(character) ? " " : onOneLine(character)
      const mark = here.find(({ span }) => span.start <= offset && offset < span.end)?.mark ?? " "
      line.text += shown
      line.marks += mark.repeat(displayWidth(shown))
      offset += character.length
    }
  }
  finishLine()
  return lines.filter((each) => each !== "")
}
