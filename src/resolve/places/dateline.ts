// Where a report says that it was written: “DAMASCUS, April 20 (Xinhua) — ”. In: a `Doc`. Out: the span of the place's name.
// It is kept apart from where things happened and where words were said.
import type { Block, Doc } from "../../schema/doc.ts"
import type { Span } from "../../schema/positions.ts"

/** No dateline is longer: “PORT-AU-PRINCE, Haiti, Jan. 12, 2010 (Reuters) — ”. */
const MAX_LENGTH = 120

// DAMASCUS, April 20 (Xinhua) —    MOSCOW (AP) -    PARIS, Texas —    GENEVA/ANKARA (Reuters) -
// ^^^^^^^^                         ^^^^^^           ^^^^^             ^^^^^^
const CAPITAL_WORD = String.raw`(?:[\p{Lu}][\p{Lu}\p{M}.'’]*)`
const MIXED_WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’]*)`
// “ (Reuters) - ” or “. /TASS/. ”
const END = String.raw`(?:(?:\s*\([^()\n]{1,60}\))?\s*(?:—|–|--|-|:)|\.?\s*/\p{Lu}[\p{L} ]{1,20}/\.?)\s`
const MIDDLE = String.raw`(?:[,/][^—–\n(]{0,70}?)?`

/** Names in capitals need only the dash; others also an agency in brackets or a day: “Damascus, April 20 (Xinhua) —”. */
const IN_CAPITALS = new RegExp(
  `^(${CAPITAL_WORD}(?:[ -](?:${CAPITAL_WORD}|d'|de|el|al|the)){0,3})${MIDDLE}${END}`,
  "u",
)
const IN_MIXED = new RegExp(
  `^(${MIXED_WORD}(?:[ -](?:${MIXED_WORD}|de|el|al|of|the)){0,3})${MIDDLE}(?:\\s*\\([^()\\n]{1,60}\\)\\s*(?:—|–|--|-|:)|,[^—–\\n]{0,40}?\\d[^—–\\n]{0,20}?(?:—|–|--))\\s`,
  "u",
)

/** Days, months and words that open a paragraph before a dash without being a place: “UPDATE — ”, “BREAKING: ”. */
const NO_PLACE =
  /^(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|breaking(?: news)?|update[ds]?|correct(?:ion|ed)|exclusive|analysis|opinion|factbox|timeline|q|a|by|video|watch|live|photos?|note|editor'?s note|read more)$/i

/**
 * The place of the dateline, without the country or the day after it; null when the report has none. Looks into blocks of
 * the kind dateline first, then at the head of the first paragraphs.
 */
export function datelineOf({ text, blocks }: Pick<Doc, "text" | "blocks">): Span | null {
  const datelines = blocks.filter(({ kind }) => kind === "dateline")
  const heads = blocks.filter(({ kind }) => kind === "paragraph").slice(0, 2)
  for (const block of [...datelines.slice(0, 3), ...heads]) {
    const found = placeIn(text, block)
    if (found !== null) return found
  }
  return null
}

function placeIn(text: string, { kind, span }: Block): Span | null {
  const head = text.slice(span.start, Math.min(span.end, span.start + MAX_LENGTH))
  // A block of the kind dateline may end with its dash, or have none.
  const padded = kind === "dateline" && !/[—–:-]\s*$/.test(head) ? `${head} — ` : `${head} `
  // “(Nairobi, July 18, 2025) – ”
  const bare = padded.replace(/^\(([^()]+)\)/, "$1")
  const name = (IN_CAPITALS.exec(bare) ?? IN_MIXED.exec(bare))?.[1]
  if (name === undefined || NO_PLACE.test(name)) return null
  const start = span.start + (bare === padded ? 0 : 1)
  return { start, end: start + name.length }
}
