// Which sorts of events several do together, so that nobody has them done to.
import type { PloverType } from "./reading.ts"

const MUTUAL: ReadonlySet<PloverType | null> = new Set<PloverType | null>(["CONSULT", "COOPERATE", "AGREE"])

/** Who meets, works or agrees with whom may be told either way round. False for an event without a type. */
export function isMutual(type: PloverType | null): boolean {
  return MUTUAL.has(type)
}
