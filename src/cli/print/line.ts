// A line of the human view: its id in brackets, then facts between dots, and below it words of the report.
//
// [s3] she (Ana Kovač, XLO/GOV) · told · says, direct
//      “We hit no ship,” … “and we never will.”
import { wrap } from "../terminal-text.ts"
import type { PrintOptions } from "./words.ts"

export interface Line {
  readonly id: string
  /** Columns that the ids of the list take, brackets and space included. */
  readonly idWidth: number
  /** How deep it lies inside others. */
  readonly depth: number
  readonly facts: readonly string[]
  /** Lines of their own below it. */
  readonly below: readonly string[]
}

export function printLine(
  { id, idWidth, depth, facts, below }: Line,
  { paint, width }: PrintOptions,
): readonly string[] {
  const indent = "  ".repeat(depth)
  const hanging = indent + " ".repeat(idWidth)
  const room = width - hanging.length
  const [first = "", ...rest] = [facts.join(" · "), ...below].flatMap((text) => wrap(text, room))
  return [indent + paint("cyan", `[${id}]`.padEnd(idWidth)) + first, ...rest.map((line) => hanging + line)]
}

/** The room that the ids of these lines take. */
export function idWidthOf(lines: readonly { readonly id: string }[]): number {
  return Math.max(...lines.map(({ id }) => id.length), 0) + "[] ".length
}
