// The year in which a report came out. In: the report. Out: its year.
import type { Doc } from "../../schema/doc.ts"

/** Null when it does not say when it was published. */
export function yearOf({ published }: Doc): number | null {
  const year = Number(published?.edtf.slice(0, 4))
  return Number.isInteger(year) && year > 0 ? year : null
}
