// Times that a race takes. In: the words of a sentence and an index. Out: the seconds, as one amount.
//
//   2:14:04   1 hour 59 minutes 40.2 seconds
import { rounded } from "./amount.ts"
import { readCardinal } from "./cardinals.ts"
import type { SentenceWords } from "./sentence-words.ts"
import { secondsOf, unitAt } from "./units.ts"

export interface FoundSeconds {
  readonly to: number
  readonly seconds: number
}

/** “2:14:04”, hours, minutes and seconds; a time of day (“at 10:15:00”, “10:15:00 UTC”) is none. */
export function readClockTime(words: SentenceWords, at: number): FoundSeconds | null {
  const parts = /^(\d{1,2}):([0-5]\d):([0-5]\d(?:\.\d+)?)$/.exec(words.form(at))
  if (parts === null || words.form(at - 1) === "at") return null
  if (/^(?:[ap]\.?m\.?|utc|gmt|local)$/.test(words.form(at + 1))) return null
  const [, hours, minutes, seconds] = parts
  return { to: at + 1, seconds: rounded(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) }
}

/** Hours, minutes and seconds in a row, from the first number's index; null when there is only one of them. */
export function readTimeInParts(words: SentenceWords, at: number): FoundSeconds | null {
  let { to, total, least, count } = { to: at, total: 0, least: Number.POSITIVE_INFINITY, count: 0 }
  for (;;) {
    let index = to
    if (count > 0) while (words.form(index) === "," || words.form(index) === "and") index += 1
    const number = readCardinal(words, index)
    const unit = number === null ? null : unitAt(words, number.to)
    const seconds = unit === null ? null : secondsOf(unit.unit)
    // Each part is of a smaller unit than the one before.
    if (number?.value == null || unit === null || seconds === null || seconds >= least) break
    total += number.value * seconds
    least = seconds
    to = unit.to
    count += 1
  }
  return count > 1 && total <= Number.MAX_SAFE_INTEGER ? { to, seconds: rounded(total) } : null
}
