// Places of a text, drawn under it. The only test code that calls `resolve/places` for cases. In: a text with carets
// under the names that are asked for, and the countries of its actors. Out: the text with what each name was resolved to.
//
//   countries: RUS SYR
//   Strikes hit the town of Douma, near Damascus.
//                           ^^^^^ Douma SYR: city 1
//                                       ^^^^^^^^ Damascus SYR: city 2
//
// A label is the name in the gazetteer, its country and, where it lies in the US, its state; then kind and precision; or
// why it was not linked.
import type { PlaceCandidate } from "../../src/lexicon/gazetteer.ts"
import { type PlaceName, type ResolvedPlace, resolvePlaces } from "../../src/resolve/places/index.ts"
import { readName } from "../../src/resolve/places/read-name.ts"
import { openTestGazetteer } from "../helpers/gazetteer.ts"
import type { Case } from "./tokens.ts"

const CARETS = /^(\s*)(\^+) /

/** The case with every label as it comes out. */
export function placeNames({ lines }: Case): string {
  const countries = lines
    .filter((line) => line.startsWith("countries: "))
    .flatMap((line) => line.slice(11).split(" "))
  const isText = (line: string): boolean => !CARETS.test(line) && !line.startsWith("countries: ")
  const text = lines.filter(isText).join("\n")
  const names = askedIn(
    lines.filter((line) => !line.startsWith("countries: ")),
    text,
  )
  const resolved = resolvePlaces({ names, countries, text }, openTestGazetteer())
  let next = 0
  return lines
    .map((line) => {
      const carets = CARETS.exec(line)
      return carets === null ? line : `${carets[0]}${labelOf(names[next]!, resolved[next++]!)}`
    })
    .join("\n")
    .trimEnd()
}

/** The names under which carets stand, in the order of their lines. */
function askedIn(lines: readonly string[], text: string): readonly PlaceName[] {
  let lineStart = 0
  let nextStart = 0
  return lines.flatMap((line) => {
    const carets = CARETS.exec(line)
    if (carets === null) {
      lineStart = nextStart
      nextStart += line.length + 1
      return []
    }
    const start = lineStart + carets[1]!.length
    const span = { start, end: start + carets[2]!.length }
    return [{ name: text.slice(span.start, span.end), span }]
  })
}

function labelOf({ name }: PlaceName, { link, position }: ResolvedPlace): string {
  if (link.kind === "unlinked" || position === null)
    return `unlinked: ${link.kind === "unlinked" ? link.why : "?"}`
  const { candidates } = readName(name, openTestGazetteer())
  const candidate = candidates.find(({ id }) => id === link.to)
  return `${candidate?.name ?? link.to} ${whereOf(candidate)}: ${position.kind} ${position.precision}`
}

function whereOf(candidate: PlaceCandidate | undefined): string {
  if (candidate === undefined) return "?"
  return candidate.country === "USA" ? (candidate.admin1 ?? "USA") : (candidate.country ?? "-")
}
