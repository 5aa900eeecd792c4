// Words of a report made fit for a line on a terminal. In: text as it stands in the report, which may hold line
// breaks, control characters or an escape sequence. Out: one line, or lines of a given width.
import { stripVTControlCharacters } from "node:util"

/** C0 and C1 controls, and the marks that change the direction of what follows: a report must not steer the user's terminal. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** `text` on one line: white space as single spaces, control characters shown as “�”. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(CONTROLS, "�")
}

/** `text` with its line breaks and tabs, other control characters shown as “�”. */
export function onManyLines(text: string): string {
  return text.replace(CONTROLS, (control) => (control === "\n" || control === "\t" ? control : "�"))
}

/** `text` in JSON's quotes, unit for unit, with nothing in it that a terminal would act on: for words that are to be compared. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    CONTROLS,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
}

/** Breaks a line at spaces so that none is wider than `width` columns; a word that is wider stays whole. */
export function wrap(line: string, width: number): readonly string[] {
  const lines: string[] = []
  let current = ""
  for (const word of line.split(" ")) {
    if (current !== "" && displayWidth(current) + 1 + displayWidth(word) > width) {
      lines.push(current)
      current = word
    } else {
      current = current === "" ? word : `${current} ${word}`
    }
  }
  return [...lines, current]
}

// Two columns: Chinese, Japanese, Korean, full-width forms, emoji. Terminals differ on the rest.
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u
const NO_WIDTH = /[\p{M}\u200b-\u200d\u2060\ufeff\u00ad]/u

/** Columns that `text` takes on a terminal; codes for colours take none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of stripVTControlCharacters(text))
    width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}
