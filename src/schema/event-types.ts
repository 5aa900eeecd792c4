// What the types of events tell: which of them several do together, so that nobody has them done to; which words have none
// of their own; which verbs tell of harm.
import type { EventMention, PloverType } from "./reading.ts"

const MUTUAL: ReadonlySet<PloverType | null> = new Set<PloverType | null>(["CONSULT", "COOPERATE", "AGREE"])

/** Who meets, works or agrees with whom may be told either way round. False for an event without a type. */
export function isMutual(type: PloverType | null): boolean {
  return MUTUAL.has(type)
}

/** “killing 14 people and wounding dozens”: lemmas of verbs that tell what an event did to people. */
export const HARMING_VERBS: ReadonlySet<string> = new Set(["kill", "injure", "wound"])

/** “13 were *killed*”: a word that is of no type by itself, whether or not the network gave it one. */
export function hasNoOwnType({ type, readBy: { rule } }: Pick<EventMention, "type" | "readBy">): boolean {
  return type === null || rule?.endsWith(" untyped") === true
}
