// What voices of one report disagree on: the question, then each voice's stand in its exact words.
//
// [v1] whether it happened: struck
//   [c1] denied: Ana Kovač (XLO/GOV): “denies” [s1]
import type { Dispute } from "../../record/index.ts"
import type { CodedEvent } from "../../schema/record.ts"
import { printLine } from "./line.ts"
import type { Names } from "./names.ts"
import { printChain, QUESTION_WORDS, STANCE_WORDS } from "./voices.ts"
import { joinWords, type PrintOptions } from "./words.ts"

export function printDispute(
  { question, claims }: Dispute,
  event: CodedEvent,
  names: Names,
  idWidth: number,
  options: PrintOptions,
): readonly string[] {
  const heading = `${QUESTION_WORDS[question]}: ${joinWords(event.evidence[0])}`
  return [
    ...printLine({ id: event.id, idWidth, depth: 0, facts: [heading], below: [] }, options),
    ...claims.flatMap(({ id, stance, chain, evidence }) => {
      const last = chain.at(-1) ?? chain[0]
      const where = last.kind === "outlet" ? "" : ` [${last.statement}]`
      const words = evidence.map((each) => `“${joinWords(each)}”`).join(", ")
      const stand = `${STANCE_WORDS[stance]}: ${printChain(chain, names)}${where}: ${words}`
      return printLine({ id, idWidth, depth: 1, facts: [stand], below: [] }, options)
    }),
  ]
}
