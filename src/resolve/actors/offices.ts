// What a person was on a day. In: the rows of one person, the day, the title in the report's words. Out: the offices held
// then, the likeliest first; or that all of them had ended.

import { type ActorRow, firstDay, lastDay } from "../../lexicon/index.ts"
import type { Told } from "./describe.ts"
import { sharedWords } from "./titles.ts"

export type Standing =
  /** `isDoubtful`: the office has no end in the lexicon, and more years have gone by than such offices last. */
  | { readonly kind: "holds"; readonly row: ActorRow; readonly isDoubtful: boolean }
  | { readonly kind: "held"; readonly row: ActorRow }
  /** Came into office later, or the day is not known and several offices may be meant. */
  | { readonly kind: "other"; readonly row: ActorRow }

/** Longer than all but monarchs and rulers for life hold an office. */
const PLAUSIBLE_YEARS = 12

/** `date`: first day that the report's date may mean; null when there is none. Likeliest first; never empty for rows that are not. */
export function standingsOf(rows: readonly ActorRow[], date: string | null, told: Told): readonly Standing[] {
  const dated = rows.filter(({ from, until }) => from !== null || until !== null)
  const standings = dated.map((row) => standingOf(row, date))
  const undated = rows.filter((row) => !dated.includes(row))
  if (standings.every(({ kind }) => kind !== "holds")) {
    // A row without dates says what somebody is at all other times.
    if (undated.length > 0) return undated.map((row): Standing => ({ kind: "holds", row, isDoubtful: false }))
  }
  const order = new Map(rows.map((row, index) => [row, index]))
  return [...standings].sort(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      fitOf(other.row, told) - fitOf(one.row, told) ||
      heightOf(one.row) - heightOf(other.row) ||
      compare(latestOf(other), latestOf(one)) ||
      order.get(one.row)! - order.get(other.row)!,
  )
}

function standingOf(row: ActorRow, date: string | null): Standing {
  if (date === null) return { kind: "other", row }
  const { from, until } = row
  if (from !== null && date < firstDay(from)) return { kind: "other", row }
  if (until !== null)
    return date <= lastDay(until) ? { kind: "holds", row, isDoubtful: false } : { kind: "held", row }
  if (row.captured === null) return { kind: "holds", row, isDoubtful: false }
  const years = from === null ? 0 : Number(date.slice(0, 4)) - Number(from.slice(0, 4))
  const isLong = years > PLAUSIBLE_YEARS && !FOR_LIFE.test(row.office ?? "")
  return { kind: "holds", row, isDoubtful: isLong || date > yearsAfter(row.captured, YEARS_LEFT) }
}

/** Ministers of the table who were in office when it was captured; a few years later most are not. */
const YEARS_LEFT = 2

function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}

const FOR_LIFE =
  /king|queen|emir|sultan|prince|monarch|emperor|pope|leader|president|justice|senator|representative/i

function rankOf(standing: Standing): number {
  if (standing.kind === "holds") return standing.isDoubtful ? 1 : 0
  return standing.kind === "held" ? 2 : 3
}

function fitOf(row: ActorRow, { titleWords, sector }: Told): number {
  return 2 * sharedWords(row, titleWords) + (sector !== null && row.sector === sector ? 1 : 0)
}

/** Of several offices at a time the press names the highest: the prime minister who is minister of finance too. */
function heightOf({ office }: ActorRow): number {
  const height = HEIGHTS.findIndex((words) => words.test(office ?? ""))
  return height < 0 ? HEIGHTS.length : height
}

const HEIGHTS = [
  /^(?:president|supreme leader|pope|king|queen|emir|sultan|emperor)$/i,
  /^(?:prime minister|federal chancellor|premier|taoiseach|chief executive)$/i,
]

function latestOf({ row }: Standing): string {
  return row.from ?? ""
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
