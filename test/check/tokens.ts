// Words, sentences and quotation marks of a text, drawn under it. The only test code that calls `read/tokens` for
// cases: text in, the same text with what was found out.
//
//   “No,” Lavrov’s aide said. It’s over.
//   = “|No|,|” Lavrov|’s aide said|. ‖ It|’s over|.
//   ^^^^^ quoted
//
// "|" is a border of words without a space, "‖" one of sentences (rules alone); carets mark what stands in quotation
// marks, and "not closed" the mark that nothing closes.
import {
  CLOSING,
  INSIDE,
  OPENING,
  OUTSIDE,
  quoteStates,
  splitSentences,
  tokenize,
} from "../../src/read/tokens/index.ts"

/** One case of a file: its title and its lines, drawings included. */
export interface Case {
  readonly title: string
  readonly lines: readonly string[]
}

/** Cases begin with "# title"; blank lines around them do not count. */
export function parseCases(file: string): readonly Case[] {
  return file
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.trim().split("\n")
      while (lines[0] === "") lines.shift()
      return { title, lines }
    })
}

/** The lines of a case without the drawings. */
export function textOf({ lines }: Case): string {
  return lines.filter((line) => !/^(?:= |\s*\^+ )/.test(line)).join("\n")
}

/** The lines of `text`, each with its words and quotation marks drawn under it. */
export function draw(text: string): readonly string[] {
  const words = tokenize(text)
  const { states, unclosed } = quoteStates(text, words)
  const sentenceStarts = new Set(splitSentences(words, text, [], null).map(({ from }) => from))
  const drawn: string[] = []
  let offset = 0
  for (const line of text.split("\n")) {
    drawn.push(line)
    const inLine: number[] = []
    for (let word = 0; word < words.length; word += 1) {
      if (words.start(word) >= offset && words.end(word) <= offset + line.length) inLine.push(word)
    }
    if (inLine.length > 0) {
      const cut = inLine.map((word, index) => {
        if (index === 0) return words.textOf(word, text)
        const joint = words.start(word) > words.end(word - 1) ? " " : "|"
        return `${sentenceStarts.has(word) ? `${joint === " " ? " " : "|"}‖ ` : joint}${words.textOf(word, text)}`
      })
      drawn.push(`= ${cut.join("")}`)
    }
    const carets = (first: number, last: number, label: string): void => {
      const start = words.start(first) - offset
      drawn.push(`${" ".repeat(start)}${"^".repeat(words.end(last) - offset - start)} ${label}`)
    }
    let first: number | null = null
    for (const [index, word] of inLine.entries()) {
      const state = states[word]
      if (state === OPENING || (state === INSIDE && first === null)) first = word
      const last = index + 1 === inLine.length
      if (
        first !== null &&
        (state === CLOSING || last || states[word + 1] === OUTSIDE || states[word + 1] === OPENING)
      ) {
        carets(first, word, "quoted")
        first = null
      }
    }
    for (const word of unclosed) if (inLine.includes(word)) carets(word, word, "not closed")
    offset += line.length + 1
  }
  return drawn
}
