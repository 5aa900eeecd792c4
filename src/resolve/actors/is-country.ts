// Codes of countries, and of what is of no country. In: a code. Out: whether it is a country's.
import { INTERNATIONAL } from "../../schema/actor-code.ts"

/** Whether a code stands for a country and not for what has none. */
export function isCountry(code: string | null): boolean {
  return code !== null && !INTERNATIONAL.includes(code)
}
