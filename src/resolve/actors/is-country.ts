// Codes that stand for no country: the United Nations, charities, armed groups at home in several. In: a code. Out:
// whether it is a country's.
const NO_COUNTRY: readonly (string | null)[] = [null, "UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"]

/** Whether a code stands for a country and not for what has none. */
export function isCountry(code: string | null): boolean {
  return !NO_COUNTRY.includes(code)
}
