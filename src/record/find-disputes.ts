// Where voices of one report part ways. In: a record. Out: questions, each with the claims that do not go together.
// Takes no side: the claims stand in the order of the record.
import { groupBy } from "../base/group-by.ts"
import { overlaps } from "../base/intervals.ts"
import type { EventId } from "../schema/ids.ts"
import type { NonEmpty } from "../schema/positions.ts"
import type { Claim, DocRecord, Proposition } from "../schema/record.ts"
import type { Quantity } from "../schema/resolution.ts"
import { voiceOf } from "../schema/standing.ts"
import { excludeEachOther } from "./amounts.ts"

export type Question = "happened" | "who" | "how-many" | "where" | "when" | "why"

export interface Dispute {
  readonly event: EventId
  readonly question: Question
  /** At least two, of two voices. */
  readonly claims: NonEmpty<Claim>
}

/** In the order in which people ask them. */
export const QUESTIONS: readonly Question[] = ["happened", "who", "how-many", "where", "when", "why"]

/** The disputes within the report, by event; of one event whether it happened first. */
export function findDisputes(record: DocRecord): readonly Dispute[] {
  const byEvent = groupBy(record.claims, ({ proposition }) => proposition.event)
  return record.events.flatMap(({ id }) => {
    const own = byEvent.get(id) ?? []
    return QUESTIONS.flatMap((question) => {
      const [first, ...others] = findPartingClaims(record, question, own)
      return first === undefined ? [] : [{ event: id, question, claims: [first, ...others] as const }]
    })
  })
}

export function questionOf(proposition: Proposition): Question {
  switch (proposition.kind) {
    case "event":
      return "happened"
    case "responsibility":
      return "who"
    case "number":
      return "how-many"
    default:
      return ({ place: "where", date: "when", purpose: "why" } as const)[proposition.aspect]
  }
}

/** The claims on `question` that cannot all be true as said; none when they can. */
function findPartingClaims(
  record: DocRecord,
  question: Question,
  claims: readonly Claim[],
): readonly Claim[] {
  const own = claims.filter(({ proposition }) => questionOf(proposition) === question)
  const against = own.filter(({ stance }) => stance === "denies")
  if (against.length === 0) return question === "how-many" ? findOtherNumbers(record, own) : []
  if (own.length > against.length) return own
  // “Syria denied any role in the attack”: others say that it happened, and so put forward what is denied.
  const implied = claims.filter(
    ({ proposition, stance }) => proposition.kind === "event" && stance !== "denies",
  )
  return implied.length === 0
    ? []
    : claims.filter((claim) => against.includes(claim) || implied.includes(claim))
}

/** Claims of different voices that give numbers of which only one can be right. */
function findOtherNumbers(record: DocRecord, claims: readonly Claim[]): readonly Claim[] {
  const amounts = new Map(claims.map((claim) => [claim, amountsOf(record, claim)]))
  return claims.filter((one) =>
    claims.some(
      (other) => voiceOf(one) !== voiceOf(other) && anyExclude(amounts.get(one)!, amounts.get(other)!),
    ),
  )
}

function anyExclude(amounts: readonly Quantity[], others: readonly Quantity[]): boolean {
  return amounts.some((amount) => others.some((other) => excludeEachOther(amount, other)))
}

/** Whether two claims on the same matter give numbers of which only one can be right: “12 detained”, “only five”. */
export function giveOtherNumbers(record: DocRecord, one: Claim, other: Claim): boolean {
  return anyExclude(amountsOf(record, one), amountsOf(record, other))
}

/** The amounts that stand in the claim's words. */
function amountsOf({ quantities }: DocRecord, { evidence }: Claim): readonly Quantity[] {
  const spans = evidence.flatMap(({ parts }) => parts.map(({ span }) => span))
  return quantities
    .filter((quantity) =>
      quantity.evidence.some(({ parts }) =>
        parts.some((part) => spans.some((span) => overlaps(part.span, span))),
      ),
    )
    .map(({ value }) => value)
}
