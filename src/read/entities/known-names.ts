// Sources by their mended names. In: the sources that attribution found, the network's names with their edges put right.
// Out: the same sources; their ids and spans stay.
import type { Mention } from "../../schema/reading.ts"
import type { NetworkName } from "./mend-names.ts"
import { wordOf } from "./phrases.ts"
import type { Place } from "./place.ts"
import { isFormerOffice, isTitle } from "./titles.ts"

type NameMention = Extract<Mention, { kind: "name" }>

/** In their order. Linear. `byTitle`: see `namesByTitle`. */
export function withMendedNames(
  place: Place,
  names: readonly NetworkName[],
  byTitle: ReadonlyMap<number, NetworkName>,
): readonly Mention[] {
  const { tokens, known } = place
  const nameAt = new Map<number, NetworkName>()
  for (const name of names)
    for (let word = name.range.from; word < name.range.to; word += 1) nameAt.set(word, name)
  return known.map((mention): Mention => {
    if (mention.kind !== "name" && mention.kind !== "nominal") return mention
    const head = tokens.covering(mention.head)?.from ?? -1
    // “Mayor of London Sadiq Khan”, “UN envoy for Syria Staffan de Mistura”.
    const titled = byTitle.get(head) ?? behindTitle(place, head, nameAt)
    if (titled !== undefined && tokens.end(titled.range.to - 1) <= mention.span.end)
      return named(place, { ...mention, kind: "name", label: "person" }, titled)
    if (mention.kind !== "name") return mention
    const { id, span, head: headSpan, name } = mention
    if (isFormerOffice(place.knows, place.doc.text.slice(name.start, name.end)))
      return {
        id,
        span,
        head: headSpan,
        kind: "nominal",
        role: place.doc.text.slice(span.start, span.end),
        score: 1,
      }
    const mended = nameAt.get(tokens.covering(mention.name)?.from ?? -1)
    // “*Beijing* said”, where the network has a person's name
    if (mention.label === "person" && mended?.role === "LOC" && isOneWord(mended))
      return named(place, { ...mention, label: "state" }, mended)
    const isSame = mended !== undefined && ROLES[mention.label] === mended.role
    // “The Kingdom of Mereland”, of which the network took “Kingdom of” for a name by itself.
    const isWithin = isSame && tokens.end(mended.range.to - 1) <= mention.span.end
    return isSame && (mention.label !== "state" || isWithin) ? named(place, mention, mended) : mention
  })
}

function isOneWord({ range: { from, to } }: NetworkName): boolean {
  return to - from === 1
}

/** “President” of “Egypt's President Abdel Fattah al-Sisi”, read as a subject of its own. */
function behindTitle(
  place: Place,
  head: number,
  nameAt: ReadonlyMap<number, NetworkName>,
): NetworkName | undefined {
  const name = nameAt.get(head + 1)
  if (head < 0 || name?.role !== "PER" || name.range.from !== head + 1) return undefined
  return isTitle(wordOf(place, head)) ? name : undefined
}

const ROLES: Readonly<Record<string, string>> = { person: "PER", organization: "ORG", state: "LOC" }

function named(
  { tokens }: Place,
  { id, span, head, score, label }: Omit<NameMention, "name">,
  { range }: NetworkName,
): NameMention {
  const name = { start: tokens.start(range.from), end: tokens.end(range.to - 1) }
  return { id, span, head, score, kind: "name", label, name }
}
