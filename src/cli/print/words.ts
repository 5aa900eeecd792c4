// Words of the report, and of ours, on one line.
import type { Evidence } from "../../schema/evidence.ts"
import type { Paint } from "../colours.ts"
import { onOneLine } from "../terminal-text.ts"

export interface PrintOptions {
  readonly paint: Paint
  /** Columns to fill. */
  readonly width: number
}

/** The words as printed, on one line; “…” stands where other words interrupt them. */
export function joinWords(evidence: Evidence): string {
  return evidence.parts.map((part) => onOneLine(part.exact)).join(" … ")
}

/** “1 statement”, “3 statements”. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`
}
