// Units of measure and of time. In: the words of a sentence and an index. Out: the unit that stands there. Each unit
// has one name, whatever its spelling: “kilometres”, “kms”, “km” are "km".
import type { SentenceWords } from "./sentence-words.ts"
import { formTable } from "./word-forms.ts"

export interface FoundUnit {
  readonly from: number
  readonly to: number
  readonly unit: string
  readonly sort: "percent" | "measure" | "duration"
}

// name: spellings. Plurals are left out where they only add “s”.
const DURATIONS = formTable(
  "second: second sec secs; minute: minute min mins; hour: hour hr hrs; day: day; night: night; week: week; " +
    "fortnight: fortnight; month: month; year: year yr yrs; decade: decade; century: century centuries",
)

const MEASURES = formTable(
  "km: kilometer kilometre km kms; m: meter metre m; cm: centimeter centimetre cm; mm: millimeter millimetre mm; " +
    "mile: mile mi; foot: foot feet ft; inch: inch inches; yard: yard; nautical mile: nautical_mile; " +
    "light year: light_year light_-_year; acre: acre; hectare: hectare ha; " +
    "kg: kilogram kilogramme kilo kg kgs; g: gram gramme; mg: milligram mg; tonne: ton tonne t metric_ton; " +
    "pound: pound lb lbs; ounce: ounce oz; liter: liter litre; gallon: gallon; barrel: barrel; " +
    "mph: mph mile_per_hour mile_an_hour; km/h: kph km_/_h kilometer_per_hour kilometre_per_hour km/h; " +
    "knot: knot; m/s: meter_per_second metre_per_second m_/_s; " +
    "square km: square_kilometer square_kilometre square_km; square mile: square_mile; square m: square_meter square_metre; " +
    "square foot: square_foot square_feet; cubic m: cubic_meter cubic_metre; cubic foot: cubic_foot cubic_feet; " +
    "degree: degree °; °C: °_c degree_celsius degree_c; °F: °_f degree_fahrenheit degree_f; " +
    "watt: watt; kW: kilowatt kw; MW: megawatt mw; GW: gigawatt gw; volt: volt; magnitude: magnitude",
)

const PERCENT = new Map([
  ["%", "percent"],
  ["percent", "percent"],
  ["per cent", "percent"],
  ["pc", "percent"],
  ["percentage point", "percentage point"],
  ["percentage - point", "percentage point"],
  ["percentage points", "percentage point"],
])

const LONGEST = 3

/**
 * The unit that begins at `at`, a hyphen before it included: “miles per hour”, “-year” of “33-year-old”; the longest
 * that fits. Null when none does.
 */
export function unitAt(words: SentenceWords, at: number): FoundUnit | null {
  const from = words.form(at) === "-" && words.touches(at) && words.touches(at + 1) ? at + 1 : at
  for (let length = LONGEST; length >= 1; length -= 1) {
    const forms = Array.from({ length }, (_, offset) => words.form(from + offset))
    const to = from + length
    const percent = PERCENT.get(forms.join(" "))
    if (percent !== undefined) return { from, to, unit: percent, sort: "percent" }
    const spelling = spellingOf(forms)
    const duration = DURATIONS.get(spelling)
    if (duration !== undefined) return { from, to, unit: duration, sort: "duration" }
    const measure = MEASURES.get(spelling)
    if (measure !== undefined) return { from, to, unit: measure, sort: "measure" }
  }
  return null
}

/** Seconds of a unit of time that always lasts as long; null for months and years. */
export function secondsOf(unit: string): number | null {
  return SECONDS.get(unit) ?? null
}

const SECONDS: ReadonlyMap<string, number> = new Map([
  ["second", 1],
  ["minute", 60],
  ["hour", 3600],
])

/** “miles per hour” is looked up as “mile_per_hour”: the first word that can be made singular is. */
function spellingOf(forms: readonly string[]): string {
  const known = [DURATIONS, MEASURES]
  const asWritten = forms.join("_")
  if (known.some((units) => units.has(asWritten))) return asWritten
  return forms.map((form) => (form.endsWith("s") && form.length > 3 ? form.slice(0, -1) : form)).join("_")
}
