// Tolls that are told again, or before: “The blast killed 30 people. … The army put the death toll at nine.” In: the amounts of
// a report, and which event has which. Out: the events of those that none has yet.
import type { Span } from "../../schema/positions.ts"
import type { EventMention } from "../../schema/reading.ts"
import type { FoundQuantity } from "../../schema/resolution.ts"

/** What is counted of people to whom something was done; the toll of one happening is told again and again. */
const TOLLS = new Set(["killed", "injured", "missing", "arrested"])

/** “put the toll at 63 and *accused* the army”: words kill nobody, so no toll is of theirs, nor is any other sum. */
export function takesAmount(
  { type }: EventMention,
  { span, quantity: { unit } }: FoundQuantity,
  text: string,
): boolean {
  return type === null || !WORDS.has(type) || !(TOLLS.has(unit) || isSum(span, text))
}

/** “put *the number* at three” */
function isSum({ start }: Span, text: string): boolean {
  return TOLL.test(text.slice(Math.max(0, start - 40), start))
}

const WORDS: ReadonlySet<string> = new Set(
  "ACCUSE AGREE CONSULT COOPERATE SUPPORT REQUEST REJECT THREATEN CONCEDE AID".split(" "),
)

/** Of crowds, too, numbers are told again: “Police put the *crowd* at 20,000”. */
const TOLD_AGAIN: ReadonlySet<string> = new Set([...TOLLS, "people"])

const TOLL = /\b(?:toll|number|figure|count|tally|total|crowd|attendance|turnout)\b[^.;,]*$/i

/** “60,000 *people took part*”, of the march that was told of. */
const TOOK_PART =
  /^ (?:people |protesters |demonstrators )?(?:had |have )?(?:took part|taken part|attended|joined|turned out|participated)\b/

/** Characters behind an event's own toll within which another one is still its. */
const MOST_BETWEEN = 1200

/**
 * “The blast killed 30 people. … The army put the death toll at nine.”: numbers that no event of their sentence takes, each
 * with the last event before it that has one of that unit, or with the first behind it: “Police put the toll at 63, but 120
 * were killed, officials said”. Linear.
 */
export function tollsLater(
  quantities: readonly FoundQuantity[],
  numbers: ReadonlyMap<FoundQuantity, number>,
  owners: ReadonlyMap<number, number>,
  text: string,
): readonly (readonly [number: number, event: number])[] {
  const last = new Map<string, { readonly event: number; readonly of: FoundQuantity }>()
  const waiting = new Map<string, FoundQuantity[]>()
  const found: (readonly [number: number, event: number])[] = []
  for (const quantity of quantities) {
    const number = numbers.get(quantity)!
    const {
      span,
      sort,
      quantity: { unit },
    } = quantity
    if (sort !== "count" || unit === "") continue
    // Of other things a number is told again only where the words say that it is one: “put the number at three”.
    const isAlways = TOLD_AGAIN.has(unit)
    const event = owners.get(number)
    if (event !== undefined) {
      const near = (waiting.get(unit) ?? []).filter(
        (one) => span.start - one.span.end <= MOST_BETWEEN && !countOthers(one, quantity, text),
      )
      found.push(...near.map((one) => [numbers.get(one)!, event] as const))
      waiting.delete(unit)
      last.set(unit, { event, of: quantity })
      continue
    }
    // “38 dead at the clinic” may be others than the nine soldiers; “the toll” and “no fighter” are of what was told.
    const isToll =
      isSum(span, text) || (unit === "people" && TOOK_PART.test(text.slice(span.end, span.end + 60)))
    const before = last.get(unit)
    if (before === undefined) {
      if (isAlways && isToll && !waiting.get(unit)?.push(quantity)) waiting.set(unit, [quantity])
    } else if (
      (isToll || (isAlways && isNone(quantity))) &&
      span.start - before.of.span.end <= MOST_BETWEEN &&
      !countOthers(quantity, before.of, text)
    ) {
      found.push([number, before.event])
    }
  }
  return found
}

function isNone({ quantity }: FoundQuantity): boolean {
  return quantity.bound !== "range" && quantity.value === 0
}

/**
 * “two *Azerbaijani* soldiers were killed”, “put the number of *Armenian* dead at six”: whether a toll names a people, and
 * the other amount another.
 */
function countOthers(toll: FoundQuantity, other: FoundQuantity, text: string): boolean {
  const named = properWordsIn(TOLL.exec(text.slice(Math.max(0, toll.span.start - 40), toll.span.start))?.[0])
  const others = properWordsIn(/^[^.;,]*/.exec(text.slice(other.span.end, other.span.end + 40))?.[0])
  return named.length > 0 && others.length > 0 && !named.some((name) => others.includes(name))
}

/** “Azerbaijani” of “ Azerbaijani soldiers were killed”. */
export function properWordsIn(words = ""): readonly string[] {
  return words.match(/\b\p{Lu}[\p{L}-]+/gu) ?? []
}
