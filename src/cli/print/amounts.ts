// Times and amounts, in words.
import type { TimeValue } from "../../schema/doc.ts"
import type { Quantity } from "../../schema/resolution.ts"
import { onOneLine } from "../terminal-text.ts"

const SEASONS: Readonly<Record<string, string>> = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" }

/** “2018-04-14”, “2018-04-14 to 2018-04-16”, “since 2018-12-22”, “until 2019”, “summer 2018”. */
export function printTime({ edtf }: TimeValue): string {
  const [from = "", to] = onOneLine(edtf).split("/")
  const [, year, number = ""] = /^(-?\d{4})-(2[1-4])$/.exec(edtf) ?? []
  if (year !== undefined) return `${SEASONS[number]} ${year}`
  if (to === undefined) return from
  if (isOpen(to)) return `since ${from}`
  return isOpen(from) ? `until ${to}` : `${from} to ${to}`
}

/** “killed: at least 12”, “missile: 71 of 103”, “boat: 3 to 5”. */
export function printQuantity(quantity: Quantity): string {
  const { unit, outOf } = quantity
  const amount =
    quantity.bound === "range"
      ? `${quantity.low} to ${quantity.high}`
      : `${BOUNDS[quantity.bound]}${quantity.value}`
  return `${unit === "" ? "" : `${onOneLine(unit)}: `}${amount}${outOf === null ? "" : ` of ${outOf}`}`
}

const BOUNDS = { exact: "", about: "about ", atLeast: "at least ", atMost: "at most " } as const

/** An end that is open or not known: “2018-12-22/..”, “2018-12-22/”. */
function isOpen(end: string): boolean {
  return end === ".." || end === ""
}
