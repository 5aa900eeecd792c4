// A statement as a person reads it: who, in which words as printed, where, to whom.
import { groupBy } from "../../base/group-by.ts"
import { certaintyOf } from "../../schema/certainty.ts"
import type { Score } from "../../schema/evidence.ts"
import type { Statement } from "../../schema/record.ts"
import type { Paint } from "../colours.ts"
import { printLine } from "./line.ts"
import type { Names } from "./names.ts"
import { joinWords, type PrintOptions } from "./words.ts"

export interface Placed {
  readonly idWidth: number
  readonly depth: number
}

/** Two lines or more: the facts, then the exact words. */
export function printStatement(
  statement: Statement,
  names: Names,
  place: Placed,
  options: PrintOptions,
): readonly string[] {
  const facts = describeStatement(statement, names, options.paint)
  return printLine({ id: statement.id, ...place, facts, below: [joinWords(statement.content)] }, options)
}

function describeStatement(statement: Statement, names: Names, paint: Paint): readonly string[] {
  const { source, speaker, cue, kind, mode, venue, venuePlace, addressee, score } = statement
  const who = source === null || speaker === null ? null : names.behind(source, speaker)
  return [
    who === null ? paint("dim", "(no source named)") : paint("bold", who),
    cue === null ? paint("dim", "(no cue)") : joinWords(cue),
    paint("dim", `${kind}, ${mode}`),
    ...(venue === null
      ? []
      : [
          `${paint("dim", "where:")} ${venuePlace === null ? joinWords(venue) : names.behind(venue, venuePlace)}`,
        ]),
    ...(addressee === null ? [] : [`${paint("dim", "to:")} ${joinWords(addressee)}`]),
    printCertainty(score, paint),
  ]
}

/** “clear”, “probable”, “unsure”. */
export function printCertainty(score: Score, paint: Paint): string {
  const certainty = certaintyOf(score)
  return paint(certainty === "unsure" ? "yellow" : "dim", certainty)
}

interface Outlined {
  readonly statement: Statement
  /** How many statements it lies inside of. */
  readonly depth: number
}

/** The statements in their order, but each directly below the one it lies inside of. */
export function outline(statements: readonly Statement[]): readonly Outlined[] {
  const inner = groupBy(statements, ({ inside }) => inside)
  const listed: Outlined[] = []
  const list = (inside: Statement["inside"], depth: number): void => {
    for (const statement of inner.get(inside) ?? []) {
      listed.push({ statement, depth })
      list(statement.id, depth + 1)
    }
  }
  list(null, 0)
  return listed
}
