// How an event stands, told from who says what of it: words for people, derived and never stored.
import type { EventId } from "./ids.ts"
import type { Stance } from "./reading.ts"
import type { Claim, Proposition } from "./record.ts"

/**
 * `reported`: the report itself says it. `alleged`: only others say it, or the
 * report does not vouch for it. `disputed`: one says it, another denies it.
 * `denied`: somebody denies it and nobody says it.
 */
export type Standing = "reported" | "alleged" | "disputed" | "denied"

/** The standing of an event by all `claims` on it; null when there is none. Aspects such as the number do not touch it. */
export function standingOf(event: EventId, claims: readonly Claim[]): Standing | null {
  const own = claims.filter(({ proposition }) => proposition.kind === "event" && proposition.event === event)
  if (own.length === 0) return null
  const isFor = own.some(({ stance }) => stance !== "denies")
  const isAgainst = own.some(({ stance }) => stance === "denies")
  if (isFor && isAgainst) return "disputed"
  if (isAgainst) return "denied"
  return isVouchedFor(event, own) ? "reported" : "alleged"
}

/** Whether the report asserts in its own words that the event happened. */
export function isVouchedFor(event: EventId, claims: readonly Claim[]): boolean {
  const asserts: Stance = "asserts"
  return claims.some(
    ({ proposition, stance, chain }) =>
      proposition.kind === "event" && proposition.event === event && stance === asserts && chain.length === 1,
  )
}

/** What a claim is about, as one word to compare: two claims with the same matter agree or disagree. */
export function matterOf(proposition: Proposition): string {
  return proposition.kind === "aspect"
    ? `${proposition.event} ${proposition.aspect}`
    : `${proposition.event} ${proposition.kind}`
}

/** Whose claim it is, as one word to compare: one speaker is one voice in all its statements, an unnamed one is one in each. */
export function voiceOf({ chain }: Claim): string {
  const last = chain.at(-1) ?? chain[0]
  if (last.kind === "outlet") return "outlet"
  return last.kind === "entity" ? last.entity : last.statement
}

/** What claims may be about, in the order of the format: whether it happened first. */
const MATTERS = ["event", "responsibility", "number", "place", "date", "purpose"] as const

/** The place of a claim's matter in that order. */
export function matterRank(proposition: Proposition): number {
  return MATTERS.indexOf(proposition.kind === "aspect" ? proposition.aspect : proposition.kind)
}
