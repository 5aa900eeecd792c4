import { describe, expect, it } from "vitest"
import { takesAmount, tollsLater } from "../../../src/resolve/happenings/index.ts"
import type { EventMention } from "../../../src/schema/reading.ts"
import type { FoundQuantity } from "../../../src/schema/resolution.ts"

const TEXT = "Police put the toll at 63. The strike killed 120 people. The army put the toll at nine."

function count(word: string, unit = "killed"): FoundQuantity {
  const start = TEXT.indexOf(word)
  return {
    span: { start, end: start + word.length },
    sort: "count",
    quantity: { bound: "exact", value: Number(word) || 9, unit, outOf: null },
    counted: null,
    score: 1,
  }
}

/** The event of each amount that has none yet; the second of `words` is that of event 7. */
function later(...words: readonly string[]): readonly (readonly [string, number])[] {
  const quantities = words.map((word) => count(word))
  const numbers = new Map(quantities.map((quantity, number) => [quantity, number]))
  const owners = new Map([[words.indexOf("120"), 7]])
  return tollsLater(quantities, numbers, owners, TEXT).map(([number, event]) => [words[number]!, event])
}

describe("a toll told apart from what caused it", () => {
  it("goes with the last event before it, or with the first behind", () => {
    expect(later("63", "120", "nine")).toEqual([
      ["63", 7],
      ["nine", 7],
    ])
  })

  it("goes with the march in which people took part", () => {
    const text = "20000 people marched. Police said 60000 people took part."
    const [marched, took] = ["20000", "60000"].map((word) => {
      const start = text.indexOf(word)
      return { ...count("63", "people"), span: { start, end: start + word.length } }
    })
    const numbers = new Map([marched!, took!].map((quantity, number) => [quantity, number]))
    expect(tollsLater([marched!, took!], numbers, new Map([[0, 3]]), text)).toEqual([[1, 3]])
  })

  it("goes with what was counted before, whatever that is, where the words say that it is a number of it", () => {
    const text =
      "They were barred from 11 centers. The panel put the number at three, and two centers burned."
    const [barred, put, burned] = ["11", "three", "two"].map((word) => {
      const start = text.indexOf(word)
      return { ...count("63", "center"), span: { start, end: start + word.length } }
    })
    const numbers = new Map([barred!, put!, burned!].map((quantity, number) => [quantity, number]))
    expect(tollsLater([barred!, put!, burned!], numbers, new Map([[0, 3]]), text)).toEqual([[1, 3]])
  })

  it("is none of another people's dead", () => {
    const text = "Two Azerbaijani soldiers were killed. The ministry put the number of Armenian dead at six."
    const [killed, put] = ["Two", "six"].map((word) => {
      const start = text.indexOf(word)
      return { ...count("63"), span: { start, end: start + word.length } }
    })
    const numbers = new Map([killed!, put!].map((quantity, number) => [quantity, number]))
    expect(tollsLater([killed!, put!], numbers, new Map([[0, 3]]), text)).toEqual([])
    expect(
      tollsLater([killed!, put!], numbers, new Map([[0, 3]]), text.replace("Armenian", "Azerbaijani")),
    ).toEqual([[1, 3]])
  })

  it("stays alone where no event has an amount of its sort", () => {
    expect(later("63", "nine")).toEqual([])
  })

  it("is of no words", () => {
    const event = (type: EventMention["type"]) => ({ type }) as EventMention
    expect(takesAmount(event("ACCUSE"), count("63"), TEXT)).toBe(false)
    expect(takesAmount(event("ASSAULT"), count("63"), TEXT)).toBe(true)
    expect(takesAmount(event(null), count("63"), TEXT)).toBe(true)
    expect(takesAmount(event("ACCUSE"), count("63", "percent"), TEXT)).toBe(false)
    expect(takesAmount(event("ACCUSE"), count("120", "percent"), TEXT)).toBe(true)
  })
})
