// How well amounts are read and given to their events: against the Sayso corpus, with its own triggers.
//   node quality/quantities.ts [--weights weights] [--cache FOLDER] [--errors N] [--errors-of train|dev]
// Prints one JSON object. --cache keeps what the network gave. --errors prints the first N errors on standard error;
// of a part that is there to look at, never of test.
//
// `read`: the amounts that annotators gave to events against what was found where they stand: with the same value, then
// with the same unit too. What is found elsewhere is neither right nor wrong: annotators marked what events have. `attached`: of each annotated event, the amounts given to it by `quantitiesFor` at its
// annotated triggers, against its annotated amounts; by value as ../shared/score counts them, then by value and unit.
//
// Annotators write units freely (“votes for Pelosi”, “truck drivers killed”, “years of age of the daughter”). A unit is
// right when it names what the free words do: what befell people where they say so ("killed" for “dead”, “deaths”),
// the money, the measure, or the noun before “for”, “of”, “in”. A percentage written as .49 is taken for 49.
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { Tree } from "../src/grammar/index.ts"
import { isPeople } from "../src/resolve/quantities/befallen.ts"
import {
  findQuantities,
  type QuantitiesInput,
  quantitiesFor,
  withoutRepeats,
} from "../src/resolve/quantities/index.ts"
import { singularOf } from "../src/resolve/quantities/word-forms.ts"
import type { Span } from "../src/schema/positions.ts"
import type { FoundQuantity } from "../src/schema/resolution.ts"
import { openCache, type ReadingCache } from "./readings.ts"
import { annotated, optionsFor, REPORTS } from "./scorers.ts"

/** Shares are of 1. */
export interface QuantitiesQuality {
  /** Amounts of annotated events. */
  readonly amounts: number
  /** `precision` is of what was found where an annotated amount stands. */
  readonly read: { readonly value: Figure; readonly valueAndUnit: Figure }
  /** Of the amounts found with the right value, those with the same bound; of those with a whole, those with the same. */
  readonly bounds: number
  readonly wholes: number
  /** Of the amounts of each sort that were found where an annotated one stands, how many have its value and unit. */
  readonly sorts: Readonly<Record<FoundQuantity["sort"], { readonly found: number; readonly right: number }>>
  readonly attached: { readonly value: Figure; readonly valueAndUnit: Figure }
}

interface Figure {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

type Tell = (line: string) => void

// --- The corpus ---

export interface GoldQuantity {
  readonly span: Span | null
  /** The lower end of a range. */
  readonly value: number
  readonly isRange: boolean
  readonly bound: string
  readonly unit: string
  readonly outOf: number | null
}

export interface GoldEvent {
  readonly triggers: readonly Span[]
  readonly quantities: readonly GoldQuantity[]
}

interface AnnotatedReport {
  readonly events: readonly {
    readonly mentions: readonly (string | readonly string[])[]
    readonly quantities: readonly {
      readonly words: string | readonly string[]
      readonly value: number | null
      readonly low?: number
      readonly bound: string
      readonly unit: string
      readonly outOf: number | null
    }[]
  }[]
}

export function goldEvents(id: string, text: string): readonly GoldEvent[] {
  const record = JSON.parse(readFileSync(join(REPORTS, `${id}.json`), "utf8")) as AnnotatedReport
  return record.events.map(({ mentions, quantities }) => ({
    triggers: mentions.map((words) => spanOf(text, words)).filter((span) => span !== null),
    quantities: quantities.map(({ words, value, low, bound, unit, outOf }) => {
      const span = spanOf(text, words)
      const written = span === null ? "" : text.slice(span.start, span.end)
      const given = value ?? low ?? 0
      // “84%” may be .84
      const isPercent = /\d ?%|percent/.test(written)
      const isShare = isPercent && !written.includes(String(given))
      return {
        span,
        unit: isPercent ? "percent" : unit,
        value: isShare ? Math.round(given * 100) : given,
        isRange: value === null,
        bound,
        outOf,
      }
    }),
  }))
}

/** “⟦he⟧ told reporters”: the place of the words in brackets. */
function spanOf(text: string, words: string | readonly string[]): Span | null {
  const first = typeof words === "string" ? words : (words[0] ?? "")
  const [, before = "", inner = first] = /^(.*?)⟦(.+?)⟧/s.exec(first) ?? []
  const at = text.indexOf(first.replace(/[⟦⟧]/g, ""))
  return at === -1 ? null : { start: at + before.length, end: at + before.length + inner.length }
}

// --- Units ---

// What annotators wrote for the same thing.
const SAME: readonly (readonly [RegExp, string])[] = [
  [/%|percent/, "percent"],
  [/^taken to hospital/, "hospitalized"],
  [/^(?:us dollars|us\$|usd|dollars)/, "USD"],
  [/^gbp/, "GBP"],
  [/^euros?\b/, "EUR"],
  [/^złotys/, "PLN"],
  [/^sek/, "SEK"],
  [/^bitcoin/, "BTC"],
  [/^age in months/, "month"],
  [/^(?:age|aged|ages|years old|years of age)\b/, "year"],
  [/^(?:mph|miles (?:per|an) hour)/, "mph"],
  [/^light years/, "light year"],
  [/^square miles/, "square mile"],
  [/^square feet/, "square foot"],
  [/^cubic meters/, "cubic m"],
  [/^metres|^meters/, "m"],
  [/^kilometers|^km\b/, "km"],
  [/^kilograms/, "kg"],
  [/^feet/, "foot"],
  [/^inches/, "inch"],
  [/^liters/, "liter"],
  [/\b(?:killed|dead|died|deaths?|murders)\b/, "killed"],
  [/\b(?:injured|wounded|injuries)\b/, "injured"],
  [
    /\b(?:arrested|jailed|detained|rescued|hospitalized|evacuated|stranded|stabbed|recovered|charged|treated)\b/,
    "$&",
  ],
]

/** The units that say the same as the annotator's words. */
function unitsOf({ unit, value }: GoldQuantity): ReadonlySet<string> {
  const words = unit.toLowerCase()
  // A million pounds is money; what a child weighs is not.
  if (words.startsWith("pounds")) return new Set([value >= 100_000 ? "GBP" : "pound"])
  if (/\b(?:infected|infections)\b/.test(words)) return new Set(["infected", "case"])
  for (const [pattern, name] of SAME) {
    const match = pattern.exec(words)
    if (match !== null) return new Set([name === "$&" ? match[0] : name])
  }
  const head = words
    .replace(/^of (?:the |both |those )?/, "")
    .split(/,? (?:of|for|in|per|from|to|by|who|with|on|at|with|a|than) |[,(]/)[0]!
  return new Set(head.split(/[\s-]+/).map(singularOf))
}

// --- Measuring ---

export interface Report {
  readonly id: string
  readonly input: QuantitiesInput
}

class Tally {
  #gold = 0
  #given = 0
  #both = 0

  add(gold: number, given: number, both: number): void {
    this.#gold += gold
    this.#given += given
    this.#both += both
  }

  get gold(): number {
    return this.#gold
  }

  figure(): Figure {
    const [precision, recall] = [this.#both / this.#given, this.#both / this.#gold]
    return {
      precision: share(precision),
      recall: share(recall),
      f1: share((2 * this.#both) / (this.#given + this.#gold)),
    }
  }
}

function measure(reports: readonly Report[], tell: Tell): QuantitiesQuality {
  const [values, units] = [new Tally(), new Tally()]
  const [bounds, wholes] = [new Tally(), new Tally()]
  const sorts = Object.fromEntries(
    (["count", "percent", "money", "age", "measure", "duration"] as const).map((sort) => [
      sort,
      { found: 0, right: 0 },
    ]),
  ) as Record<FoundQuantity["sort"], { found: number; right: number }>
  const [byValue, byBoth] = [new Tally(), new Tally()]
  for (const { id, input } of reports) {
    const { text } = input.doc
    const found = findQuantities(input)
    const events = goldEvents(id, text)
    const heads = headsOf(input, events)
    for (const { triggers, quantities } of events) {
      for (const gold of quantities) {
        const here = found.filter(({ span }) => overlaps(span, gold.span))
        const same = here.find((each) => lowerEnd(each) === gold.value) ?? null
        const isRight = same !== null && isSameUnit(same, gold)
        values.add(1, here.length === 0 ? 0 : 1, same === null ? 0 : 1)
        if (same !== null) bounds.add(1, 1, isSameBound(same, gold) ? 1 : 0)
        if (same !== null && gold.outOf !== null) wholes.add(1, 1, same.quantity.outOf === gold.outOf ? 1 : 0)
        units.add(1, here.length === 0 ? 0 : 1, isRight ? 1 : 0)
        const first = same ?? here[0]
        if (first !== undefined) {
          sorts[first.sort].found += 1
          if (isRight) sorts[first.sort].right += 1
        }
        if (!isRight)
          tell(
            `${id.slice(0, 28)} READ ${gold.value} ${gold.unit}: ${here.map(inWords).join("; ")} in ${context(text, gold.span)}`,
          )
      }
      const given = attachedTo(input, found, triggers, heads)
      const [value, both] = [pairs(quantities, given, false), pairs(quantities, given, true)]
      byValue.add(quantities.length, given.length, value.length)
      byBoth.add(quantities.length, given.length, both.length)
      const name = triggers.map((span) => text.slice(span.start, span.end)).join("|")
      for (const gold of quantities.filter((each) => !value.some((pair) => pair[0] === each)))
        tell(
          `${id.slice(0, 28)} MISSED by “${name}” ${gold.value} ${gold.unit} in ${context(text, gold.span)}`,
        )
      for (const extra of given.filter((each) => !value.some((pair) => pair[1] === each)))
        tell(`${id.slice(0, 28)} EXTRA at “${name}” ${inWords(extra)} in ${context(text, extra.span)}`)
    }
  }
  return {
    amounts: values.gold,
    read: { value: values.figure(), valueAndUnit: units.figure() },
    bounds: bounds.figure().recall,
    wholes: wholes.figure().recall,
    sorts,
    attached: { value: byValue.figure(), valueAndUnit: byBoth.figure() },
  }
}

function overlaps(one: Span, other: Span | null): boolean {
  return other !== null && one.start < other.end && other.start < one.end
}

/** The lower end of a range. */
export function lowerEnd({ quantity }: FoundQuantity): number {
  return quantity.bound === "range" ? quantity.low : quantity.value
}

// People named by what they did: the text counts “people” or “students” who attended, voted, marched.
const DOERS = /\b(?:attendees|participants|protesters|voters|marchers|donors|signatories)\b/

export function isSameUnit({ quantity }: FoundQuantity, gold: GoldQuantity): boolean {
  return unitsOf(gold).has(quantity.unit) || (DOERS.test(gold.unit) && isPeople(quantity.unit))
}

/** Annotators gave a range the bound of its ends. */
function isSameBound({ quantity }: FoundQuantity, { isRange, bound }: GoldQuantity): boolean {
  return isRange ? quantity.bound === "range" : quantity.bound === bound
}

/** Each annotated amount with one given amount of the same value, and unit when asked; none twice. */
function pairs(
  gold: readonly GoldQuantity[],
  given: readonly FoundQuantity[],
  withUnit: boolean,
): readonly (readonly [GoldQuantity, FoundQuantity])[] {
  const left = new Set(given)
  return gold.flatMap((each) => {
    const match = [...left].find(
      (one) => lowerEnd(one) === each.value && (!withUnit || isSameUnit(one, each)),
    )
    if (match === undefined) return []
    left.delete(match)
    return [[each, match] as const]
  })
}

/** What the word that heads a trigger gets, of which sentence. */
export interface TriggerPlace {
  readonly tree: Tree
  readonly head: number
}

export function placeOf({ tokens, sentences }: QuantitiesInput, trigger: Span): TriggerPlace | null {
  const range = tokens.covering(trigger)
  const sentence = range === null ? undefined : sentences.find(({ to }) => to > range.from)
  if (range === null || sentence === undefined) return null
  const tree = new Tree(tokens, sentence)
  return { tree, head: tree.topOf({ from: range.from, to: Math.min(range.to, sentence.to) }) }
}

/** The words that head the triggers of all events. */
export function headsOf(input: QuantitiesInput, events: readonly GoldEvent[]): ReadonlySet<number> {
  const places = events.flatMap(({ triggers }) => triggers.map((trigger) => placeOf(input, trigger)))
  return new Set(places.flatMap((place) => (place === null ? [] : [place.head])))
}

/** The amounts that the event gets at its triggers, each once; of two that say the same the first. */
function attachedTo(
  input: QuantitiesInput,
  found: readonly FoundQuantity[],
  triggers: readonly Span[],
  heads: ReadonlySet<number>,
): readonly FoundQuantity[] {
  const given = triggers.flatMap((trigger) => {
    const place = placeOf(input, trigger)
    return place === null ? [] : quantitiesFor(place.tree, place.head, found, heads)
  })
  return withoutRepeats([...new Set(given)])
}

function inWords({ sort, quantity }: FoundQuantity): string {
  const value =
    quantity.bound === "range" ? `${quantity.low}-${quantity.high}` : `${quantity.bound} ${quantity.value}`
  return `${sort} ${value} ${quantity.unit}${quantity.outOf === null ? "" : ` of ${quantity.outOf}`}`
}

function context(text: string, span: Span | null): string {
  if (span === null) return "(words not found)"
  const { start, end } = span
  return JSON.stringify(
    `${text.slice(Math.max(0, start - 60), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 40)}`,
  )
}

function share(number: number): number {
  return Number.isFinite(number) ? Number(number.toFixed(3)) : 0
}

export async function readReports(cache: ReadingCache, part: string): Promise<readonly Report[]> {
  const reports: Report[] = []
  for (const id of annotated(part)) {
    const text = readFileSync(join(REPORTS, `${id}.txt`), "utf8")
    reports.push({ id, input: await cache.read(text, optionsFor(id)) })
  }
  return reports
}

/** `tell` hears of the errors of train and dev. */
export async function measureQuantities(
  cache: ReadingCache,
  tell: (part: "train" | "dev") => Tell,
): Promise<Readonly<Record<"train" | "dev" | "test", QuantitiesQuality>>> {
  return {
    train: measure(await readReports(cache, "train"), tell("train")),
    dev: measure(await readReports(cache, "dev"), tell("dev")),
    test: measure(await readReports(cache, "test"), () => {}),
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      // Nothing of ../shared is needed; taken as all parts of `npm run quality` are given it.
      shared: { type: "string" },
      weights: { type: "string", default: join(import.meta.dirname, "..", "weights") },
      cache: { type: "string" },
      errors: { type: "string", default: "0" },
      "errors-of": { type: "string", default: "dev" },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), "sayso-quantities-"))
  const cache = openCache(values.weights, values.cache ?? folder)
  let left = Number(values.errors)
  try {
    const tell =
      (part: string): Tell =>
      (line) => {
        if (part !== values["errors-of"] || left <= 0) return
        left -= 1
        process.stderr.write(`${line}\n`)
      }
    console.log(JSON.stringify(await measureQuantities(cache, tell), null, 2))
  } finally {
    await cache.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
