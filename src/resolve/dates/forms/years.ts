// Years by their number: “2011”, “2014-17”, “490 BC”, “the 1990s”, “the 19th century”.
import { namedDate } from "../meaning.ts"
import { BC, ORDINAL, ordinalOf, YEAR } from "../vocabulary.ts"
import { type Form, form } from "./form.ts"

const DASH = "(?: ?[-–—/] ?| to | through )"

export const YEAR_FORMS: readonly Form[] = [
  form(`(?<year>${YEAR})`, "", (group) => namedDate({ year: Number(group("year")) })),

  // “1914–1918”, “2014-17”, “the 2019/20 season”, “2005 through 2015”
  form(`(?<from>${YEAR})${DASH}(?<to>(?:1\\d|20)?\\d\\d)(?!-\\d)`, "", (group) => {
    const from = Number(group("from"))
    const last = group("to")
    const to = last.length === 2 ? from - (from % 100) + Number(last) : Number(last)
    return to > from ? { kind: "years", from, to, unit: "year" } : null
  }),

  // 490 BC is the year -489 of ISO 8601.
  form(`(?<year>\\d{1,4}) ?${BC}`, "", (group) => namedDate({ year: 1 - Number(group("year")) })),
  form(`(?<from>\\d{1,4})${DASH}(?<to>\\d{1,4}) ?${BC}`, "", (group) => {
    const [from, to] = [1 - Number(group("from")), 1 - Number(group("to"))]
    return to > from ? { kind: "years", from, to, unit: "year" } : null
  }),
  form("A\\.?D\\.? (?<year>\\d{1,4})|(?<late>\\d{1,4}) ?(?:A\\.?D\\.?|CE|c\\.e\\.)", "", (group) =>
    namedDate({ year: Number(group("year") || group("late")) }),
  ),

  // “the 1990s”; “the 1800s” are mostly the century.
  form(`(?:the )?(?<from>(?<![\\d$£€])(?:1\\d|20)\\d0)['’]?s(?<bc> ${BC})?`, "i", (group) => {
    const from = Number(group("from"))
    if (group("bc") !== "") return null
    return from % 100 === 0
      ? { kind: "years", from, to: from + 99, unit: "century" }
      : { kind: "years", from, to: from + 9, unit: "decade" }
  }),
  // The 470s BC: 479 to 470 BC.
  form(`(?:the )?(?<from>\\d{1,3}0)s ${BC}`, "i", (group) => {
    const last = Number(group("from"))
    return { kind: "years", from: 1 - last - 9, to: 1 - last, unit: "year" }
  }),

  form(`(?:the )?(?<number>${ORDINAL})(?:-| )(?:century|c\\.)(?<bc> ${BC})?`, "i", (group) => {
    const number = ordinalOf(group("number"))
    if (number < 1 || number > 30) return null
    // The 4th century BC: 400 to 301 BC.
    if (group("bc") !== "")
      return { kind: "years", from: 1 - number * 100, to: 1 - number * 100 + 99, unit: "year" }
    const from = (number - 1) * 100
    return { kind: "years", from, to: from + 99, unit: "century" }
  }),
]
