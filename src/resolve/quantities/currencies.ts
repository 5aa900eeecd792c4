// Signs, codes and names of money. In: the words of a sentence and an index. Out: the ISO 4217 code that stands there.
import type { SentenceWords } from "./sentence-words.ts"

const CODES = new Set(
  "usd eur gbp jpy cny rub inr aud cad nzd chf sek nok dkk pln czk huf try uah ils sar aed irr iqd syp egp zar ngn kes brl mxn ars clp cop krw hkd twd sgd php thb myr idr vnd pkr bdt lkr".split(
    " ",
  ),
)

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["£", "GBP"],
  ["€", "EUR"],
  ["¥", "JPY"],
  ["₽", "RUB"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₺", "TRY"],
  ["₴", "UAH"],
  ["₿", "BTC"],
])

/** What stands before “$”: “HK$5”, “A$3,000”. */
const DOLLARS: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["u.s.", "USD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["aus", "AUD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["can", "CAD"],
  ["nz", "NZD"],
  ["hk", "HKD"],
  ["s", "SGD"],
  ["nt", "TWD"],
])

/** “dollars” alone are those of the United States; the country before them says otherwise. */
const DOLLARS_OF: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["u.s.", "USD"],
  ["american", "USD"],
  ["australian", "AUD"],
  ["canadian", "CAD"],
  ["zealand", "NZD"],
  ["kong", "HKD"],
  ["singapore", "SGD"],
  ["taiwan", "TWD"],
])

const NAMES: ReadonlyMap<string, string> = new Map([
  ["dollar", "USD"],
  ["euro", "EUR"],
  ["sterling", "GBP"],
  ["yen", "JPY"],
  ["yuan", "CNY"],
  ["renminbi", "CNY"],
  ["ruble", "RUB"],
  ["rouble", "RUB"],
  ["rupee", "INR"],
  ["złoty", "PLN"],
  ["zloty", "PLN"],
  ["forint", "HUF"],
  ["hryvnia", "UAH"],
  ["shekel", "ILS"],
  ["rand", "ZAR"],
  ["naira", "NGN"],
  ["baht", "THB"],
  ["ringgit", "MYR"],
  ["bitcoin", "BTC"],
])

export interface FoundCurrency {
  /** First and last word of it, half-open. */
  readonly from: number
  readonly to: number
  readonly code: string
}

/** The sign or code right before the number at `at`, or fused with it: “US$”, “£”, “SEK9”. */
export function currencyBefore(words: SentenceWords, at: number): FoundCurrency | null {
  const fused = splitFused(words.form(at))
  if (fused !== null) return { from: at, to: at + 1, code: fused.code.toUpperCase() }
  const form = words.form(at - 1)
  const sign = SIGNS.get(form)
  if (sign !== undefined) {
    const dollars = form === "$" && words.touches(at - 1) ? DOLLARS.get(words.form(at - 2)) : undefined
    return dollars === undefined
      ? { from: at - 1, to: at, code: sign }
      : { from: at - 2, to: at, code: dollars }
  }
  return CODES.has(form) && words.written(at - 1) === form.toUpperCase()
    ? { from: at - 1, to: at, code: form.toUpperCase() }
    : null
}

/** The name of money right after a number: “dollars”, “Australian dollars”, “euro”, “€”. */
export function currencyAfter(words: SentenceWords, at: number): FoundCurrency | null {
  const index = words.form(at) === "-" ? at + 1 : at
  for (let name = index; name < index + 3; name += 1) {
    const form = words.form(name)
    const singular = form.endsWith("s") ? form.slice(0, -1) : form
    const code = NAMES.get(singular) ?? (name === index ? codeAfter(words, name) : undefined)
    if (code === undefined) continue
    const country = name > index ? DOLLARS_OF.get(words.form(name - 1)) : undefined
    // Other words between: “two large dollar bills” is no sum of money.
    if (name > index && country === undefined) return null
    return { from: index, to: name + 1, code: (code === "USD" ? country : undefined) ?? code }
  }
  return null
}

function codeAfter(words: SentenceWords, at: number): string | undefined {
  const form = words.form(at)
  if (CODES.has(form) && words.written(at) === form.toUpperCase()) return form.toUpperCase()
  return words.touches(at) ? SIGNS.get(form) : undefined
}

/** “sek9” is a code and a number in one word. */
export function splitFused(form: string): { readonly code: string; readonly digits: string } | null {
  const code = form.slice(0, 3)
  return CODES.has(code) && /^\d/.test(form.slice(3)) ? { code, digits: form.slice(3) } : null
}
