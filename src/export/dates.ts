// Calendar time as a first and a last day, for formats that know only days.

export interface Days {
  /** “2018-04-01” */
  readonly first: string
  /** Null when the end is open. */
  readonly last: string | null
}

/**
 * The days that an EDTF value covers: “2018-04” is from the 1st to the 30th, “2018-22”, a summer, some time of 2018, for it lies
 * in other months in the south. Null for what is no plain date: an unknown digit, an open beginning.
 */
export function toDays(edtf: string): Days | null {
  const [from = "", to] = edtf.split("/")
  const first = toOneDate(from)
  if (first === null) return null
  if (to === undefined) return first
  if (to === ".." || to === "") return { first: first.first, last: null }
  const last = toOneDate(to)
  return last === null ? null : { first: first.first, last: last.last }
}

/** `~`, `?`, `%`: the date is uncertain or approximate, but a date. */
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/

function toOneDate(date: string): Days | null {
  const [, year, month, day] = DATE.exec(date) ?? []
  if (year === undefined) return null
  const isSeason = day === undefined && /^2[1-4]$/.test(month ?? "")
  if (month === undefined || isSeason) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const days = daysIn(Number(year), Number(month))
  if (days === null) return null
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` }
  const isDay = Number(day) >= 1 && Number(day) <= days
  return isDay ? { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` } : null
}

const MONTH_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Null when there is no such month. */
function daysIn(year: number, month: number): number | null {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? null)
}
