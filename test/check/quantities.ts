// Amounts of a text, drawn under it. The only test code that calls `resolve/quantities` for cases. In: a text and, where
// it matters, its tree and tags by hand, and words that name events. Out: the text with the amounts found, each with its
// sort, value, unit, whole and, in brackets, the word that is counted; then the amounts of each event.
//
//   They shot down 71 out of the 103 missiles.
//                  ^^^^^^^^^^^^^^^^^ count 71 of 103 missile (missiles)
import { Tree } from "../../src/grammar/index.ts"
import { findQuantities, quantitiesFor } from "../../src/resolve/quantities/index.ts"
import type { FoundQuantity } from "../../src/schema/resolution.ts"
import { handGiven, readLexicon } from "./hand-given.ts"
import type { Case } from "./tokens.ts"

const lexicon = readLexicon()

const GIVEN = /^(?:tree|tags): ?/
const FOUND = /^\s*\^+ /
const EVENT = /^event (\S+):(.*)$/

/** The case without what is given: the text and what is expected of it. */
export function expectedAmounts({ lines }: Case): string {
  return lines
    .filter((line) => !GIVEN.test(line))
    .join("\n")
    .trimEnd()
}

/** The text of the case with what `findQuantities` and `quantitiesFor` make of it. */
export function drawAmounts({ lines }: Case): string {
  const text = lines
    .filter((line) => !GIVEN.test(line) && !FOUND.test(line) && !EVENT.test(line))
    .join("\n")
    .trimEnd()
  const tree = linesOf(lines, "tree")
  const tags = [numberTags(text), linesOf(lines, "tags")].join("; ")
  const input = handGiven({ text, spans: [], tree, tags, hasHeadline: false }, lexicon)
  const found = findQuantities(input)
  const events = lines.flatMap((line) => {
    const word = EVENT.exec(line)?.[1]
    if (word === undefined) return []
    const range = input.tokens.covering({ start: text.indexOf(word), end: text.indexOf(word) + word.length })!
    const sentence = input.sentences.find(({ to }) => to > range.from)!
    const given = quantitiesFor(new Tree(input.tokens, sentence), range.from, found)
    return [
      `event ${word}: ${given.map(({ span }) => text.slice(span.start, span.end)).join(" | ")}`.trimEnd(),
    ]
  })
  return [...drawUnder(text, found), ...events].join("\n")
}

function drawUnder(text: string, found: readonly FoundQuantity[]): readonly string[] {
  const drawn: string[] = []
  let offset = 0
  for (const line of text.split("\n")) {
    drawn.push(line)
    const end = offset + line.length
    for (const { span, ...amount } of found.filter(
      (each) => each.span.start >= offset && each.span.end <= end,
    )) {
      drawn.push(
        `${" ".repeat(span.start - offset)}${"^".repeat(span.end - span.start)} ${inWords(text, amount)}`,
      )
    }
    offset = end + 1
  }
  return drawn
}

function inWords(text: string, { sort, quantity, counted }: Omit<FoundQuantity, "span">): string {
  const { bound, unit, outOf } = quantity
  return [
    sort,
    bound === "exact" || bound === "range" ? [] : bound,
    quantity.bound === "range" ? `${quantity.low} to ${quantity.high}` : quantity.value,
    outOf === null ? [] : `of ${outOf}`,
    unit === "" ? "?" : unit,
    counted === null ? [] : `(${text.slice(counted.start, counted.end)})`,
  ]
    .flat()
    .join(" ")
}

const NUMBER_WORDS =
  /\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|sixteen|seventeen|nineteen|twenty|thirty|forty|fifty|hundred|thousand|million|billion)\b/gi

/** “two CD; two#2 CD”: what the plainest guess takes for nouns. */
function numberTags(text: string): string {
  const counts = new Map<string, number>()
  const tags = [...text.matchAll(NUMBER_WORDS)].map(([word]) => {
    const count = (counts.get(word) ?? 0) + 1
    counts.set(word, count)
    return `${word}${count === 1 ? "" : `#${count}`} CD`
  })
  return tags.join("; ")
}

function linesOf(lines: readonly string[], name: string): string {
  return lines
    .filter((line) => line.startsWith(`${name}: `))
    .map((line) => line.slice(name.length + 2))
    .join("; ")
}
