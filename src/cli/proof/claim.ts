// What one voice's stand on an event rests on.
import { giveOtherNumbers, questionOf } from "../../record/index.ts"
import type { Claim, DocRecord } from "../../schema/record.ts"
import { matterOf } from "../../schema/standing.ts"
import type { Names } from "../print/names.ts"
import { printChain, QUESTION_WORDS, STANCE_WORDS } from "../print/voices.ts"
import { joinWords } from "../print/words.ts"
import { listIds, scoreFact } from "./facts.ts"
import { mark, type Shown } from "./parts.ts"

export function showClaim(claim: Claim, record: DocRecord, names: Names): Shown {
  const { id, proposition, stance, chain, evidence } = claim
  const event = record.events.find((each) => each.id === proposition.event)
  const statements = chain.flatMap((voice) => (voice.kind === "outlet" ? [] : [{ id: voice.statement }]))
  const others = record.claims.filter(
    (other) => other.id !== id && matterOf(other.proposition) === matterOf(proposition),
  )
  const isUnlike = (other: Claim): boolean =>
    other.stance !== stance || (proposition.kind === "number" && giveOtherNumbers(record, claim, other))
  const unlike = others.filter(isUnlike)
  const like = others.filter((other) => !isUnlike(other))
  return {
    parts: [
      ...evidence.flatMap((each) => mark(["words", "^"], each)),
      ...mark(["event", "e"], event?.evidence[0] ?? null),
    ],
    facts: [
      ["stand", `${id}: ${STANCE_WORDS[stance]}, ${QUESTION_WORDS[questionOf(proposition)]}`],
      ["event", `${proposition.event}${event === undefined ? "" : `: ${joinWords(event.evidence[0])}`}`],
      ["voice", printChain(chain, names)],
      ["statements", listIds(statements, "none: the report's own words")],
      ["like it", listIds(like, "no other")],
      ["unlike it", listIds(unlike, "no other")],
      scoreFact(claim.score),
    ],
  }
}
