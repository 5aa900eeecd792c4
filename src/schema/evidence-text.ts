// The words of evidence as one text, exactly as they stand in the report.
import type { EvidencePart } from "./evidence.ts"

/** “We hit no ship,” … “and we never will.”: “…” stands where other words interrupt them; empty without parts. */
export function evidenceText(parts: readonly EvidencePart[]): string {
  return parts.map(({ exact }) => exact).join(" … ")
}
