// Facts that every line has, and how a value is told with where it comes from.
import { certaintyOf } from "../../schema/certainty.ts"
import type { Score, Sourced } from "../../schema/evidence.ts"
import type { DocRecord, Statement } from "../../schema/record.ts"
import type { Fact } from "./parts.ts"

/** “stated, 0.91, clear” */
export function printSourced({ basis, score }: Pick<Sourced<unknown>, "basis" | "score">): string {
  return `${basis}, ${printScore(score)}`
}

/** “0.91, clear” */
export function printScore(score: Score): string {
  return `${score.toFixed(2)}, ${certaintyOf(score)}`
}

export function scoreFact(score: Score): Fact {
  return [
    "score",
    `${printScore(score)}: of lines with this score, about ${Math.round(score * 100)} in 100 are right`,
  ]
}

export function readByFact({ reader, rule }: Statement["readBy"]): Fact {
  return ["read by", rule === null ? `the ${reader}` : `${reader} “${rule}”`]
}

/** What made the record, and from what. */
export function originFacts({ doc, madeBy }: DocRecord): readonly Fact[] {
  return [
    ["version", `sayso ${madeBy.version}, weights ${madeBy.weights}, lexicons ${madeBy.lexicons}`],
    ["file", `SHA-256 ${doc.source.sha256}, ${doc.source.mediaType}, ${doc.source.charset}`],
    ["text", `SHA-256 ${doc.textSha256}, ${doc.textLength} UTF-16 units`],
  ]
}

/** “s1 s2”, or what to say when there are none. */
export function listIds(lines: readonly { readonly id: string }[], none: string): string {
  return lines.length === 0 ? none : lines.map(({ id }) => id).join(" ")
}
