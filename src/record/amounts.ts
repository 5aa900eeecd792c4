// Whether two amounts can both be right. In: amounts. Out: yes or no; rounding and bounds are taken into account.
import type { Quantity } from "../schema/resolution.ts"

/** “71” and “none” cannot; “about 70” and “71”, “at least 12” and “20” can. */
export function excludeEachOther(one: Quantity, other: Quantity): boolean {
  if (one.unit !== other.unit) return false
  const [low, high] = rangeOf(one)
  const [otherLow, otherHigh] = rangeOf(other)
  return high < otherLow || otherHigh < low
}

/** A round number stands for what may be rounded to it: a tenth on either side. */
const ROUNDING = 0.1

function rangeOf(quantity: Quantity): readonly [low: number, high: number] {
  if (quantity.bound === "range") return [quantity.low, quantity.high]
  const { bound, value } = quantity
  const slack = bound === "about" ? Math.abs(value) * ROUNDING : 0
  return [
    bound === "atMost" ? Number.NEGATIVE_INFINITY : value - slack,
    bound === "atLeast" ? Number.POSITIVE_INFINITY : value + slack,
  ]
}
