// A page to a report's text and what the page says about it. In: decoded HTML. Out: text with its places, metadata.
import { parseFragment } from "parse5"
import type { Block, Origin } from "../schema/doc.ts"
import { isByline, isDateLine } from "./block-kinds.ts"
import { withoutFurniture } from "./furniture.ts"
import { collapse, findHeadline, type Headline, wordLikeness } from "./html/headline.ts"
import { findMainText } from "./html/main-text.ts"
import { collectFacts, type PageFacts } from "./html/page-facts.ts"
import { renderElement } from "./html/render.ts"
import { parsePage } from "./html/source-tree.ts"
import { readJsonLd } from "./metadata/json-ld.ts"
import { type PageLine, visibleLines } from "./metadata/lines.ts"
import { findAuthors, findOutlet, findTitle, metaContent } from "./metadata/names.ts"
import { findPublished } from "./metadata/published.ts"
import { withDateline } from "./plain-text.ts"
import {
  BLOCK_BREAK,
  type BuiltBlock,
  type BuiltText,
  breakOrigin,
  createTextBuilder,
} from "./text-builder.ts"

export interface PageReport extends BuiltText {
  readonly title: string | null
  readonly authors: readonly string[]
  readonly outlet: string | null
  /** "2018-04-20". */
  readonly published: string | null
  /** As the page states it, unchecked. */
  readonly language: string | null
  /** The address that the page gives itself. */
  readonly address: string | null
  /** Source offset behind which nothing was read; null when all was. */
  readonly stoppedAt: number | null
}

/** `url` is where the page was found, if known. Never throws. */
export function readPage(source: string, url: string | null): PageReport {
  const page = parsePage(source)
  const facts = collectFacts(page.root)
  const ownAddress = absolute(facts.canonical) ?? absolute(metaContent(facts, ["og:url", "twitter:url"]))
  const addresses = [url, ownAddress].filter((address) => address !== null)
  const article = readJsonLd(facts.jsonLd, addresses[0] ?? null)
  const outlet = findOutlet(facts, article, addresses)
  const title = findTitle(facts, article, outlet)
  const headline = findHeadline(facts, title, source)
  const lines = visibleLines(facts)
  const language =
    facts.language ?? article?.language ?? metaContent(facts, ["og:locale", "content-language"])
  const built = buildText(source, facts, headline, title)
  return {
    ...built,
    title: headline?.text ?? title,
    authors: findAuthors(facts, article, outlet),
    outlet,
    published: findPublished({
      facts,
      jsonLd: article?.published ?? null,
      jsonLdOther: article?.publishedOther ?? null,
      addresses,
      lines,
      language,
      scripts: facts.dataScripts,
      headlineLine: headlineLine(lines, headline),
    }),
    language,
    address: ownAddress,
    stoppedAt: page.stoppedAt,
  }
}

function absolute(address: string | null): string | null {
  return address !== null && /^https?:\/\/\S+$/i.test(address.trim()) ? address.trim() : null
}

function headlineLine(lines: readonly PageLine[], headline: Headline | null): number {
  if (headline === null) return -1
  const own = lines.findIndex((line) => headline.element !== null && line.element === headline.element)
  if (own >= 0) return own
  return lines.findIndex(
    ({ text }) =>
      text === headline.text ||
      (text.length > 0.7 * headline.text.length &&
        text.length < 1.4 * headline.text.length &&
        wordLikeness(text, headline.text) > 0.8),
  )
}

function buildText(
  source: string,
  facts: PageFacts,
  headline: Headline | null,
  title: string | null,
): BuiltText {
  const decodeReference = createReferenceDecoder()
  const body = createTextBuilder(source, decodeReference)
  if (facts.body !== null) renderElement(findMainText(facts.body, headline?.text ?? title ?? ""), body)
  const built = body.build()
  const main = withKinds(keepBlocks(built, withoutFurniture(built.text, built.blocks)))
  const at = headline === null ? 0 : blockLike(main, headline.text)
  if (headline === null || at >= 0) return headline === null ? main : asHeadline(main, at)
  const head = createTextBuilder(source, decodeReference)
  head.startBlock("headline")
  for (const part of headline.parts) head.addText(part.text, part.places, false)
  return joinTexts(head.build(), main)
}

/** The text of some of its blocks, in order, with their places. */
function keepBlocks(built: BuiltText, kept: readonly BuiltBlock[]): BuiltText {
  if (kept.length === built.blocks.length) return built
  let text = ""
  const blocks: BuiltBlock[] = []
  const origin: Origin[] = []
  let index = 0
  for (const block of kept) {
    const { start, end } = block.span
    // A stretch never reaches over the break between two blocks.
    while (index < built.origin.length && (built.origin[index] as Origin).span.start < start) index++
    const last = origin.at(-1)
    const next = built.origin[index]
    if (last !== undefined && next !== undefined) {
      origin.push(breakOrigin(text.length, last.sourceEnd, next.sourceStart))
      text += BLOCK_BREAK
    }
    const shift = text.length - start
    for (; index < built.origin.length; index++) {
      const stretch = built.origin[index] as Origin
      if (stretch.span.start >= end) break
      origin.push({
        ...stretch,
        span: { start: stretch.span.start + shift, end: stretch.span.end + shift },
      })
    }
    text += built.text.slice(start, end)
    blocks.push({ ...block, span: { start: start + shift, end: end + shift } })
  }
  return { text, blocks, origin }
}

/** How many blocks from the top the headline may stand: after a section name, a picture's caption. */
const HEADLINE_BLOCKS = 4

/** Index of the block that already is the headline; -1 when the report's text lacks it. */
function blockLike(main: BuiltText, headline: string): number {
  return main.blocks.slice(0, HEADLINE_BLOCKS).findIndex(({ span }) => {
    const text = collapse(main.text.slice(span.start, span.end))
    return text.length < 1.5 * headline.length + 10 && wordLikeness(text, headline) > 0.9
  })
}

function asHeadline(main: BuiltText, at: number): BuiltText {
  return {
    ...main,
    blocks: main.blocks.map((block, index) => (index === at ? { ...block, kind: "headline" } : block)),
  }
}

/** Bylines, date lines and datelines, told by their words as in plain text. */
function withKinds(main: BuiltText): BuiltText {
  const last = main.blocks.length - 1
  const blocks = main.blocks.flatMap((block, index): readonly BuiltBlock[] => {
    if (block.kind !== "paragraph") return [block]
    const line = main.text.slice(block.span.start, block.span.end)
    if (index < 4 || index === last) {
      if (isByline(line)) return [{ ...block, kind: "byline" }]
      if (isDateLine(line)) return [{ ...block, kind: "dateline" }]
    }
    return withDateline(main.text, block.kind, block.span).map((part) => ({ ...block, ...part }))
  })
  return { ...main, blocks }
}

/** One text after the other, an empty line between them. */
function joinTexts(first: BuiltText, second: BuiltText): BuiltText {
  const last = first.origin.at(-1)
  const next = second.origin[0]
  if (last === undefined || next === undefined) return last === undefined ? second : first
  const shift = first.text.length + BLOCK_BREAK.length
  const move = ({ start, end }: Block["span"]): Block["span"] => ({ start: start + shift, end: end + shift })
  return {
    text: first.text + BLOCK_BREAK + second.text,
    blocks: [...first.blocks, ...second.blocks.map((block) => ({ ...block, span: move(block.span) }))],
    origin: [
      ...first.origin,
      breakOrigin(first.text.length, last.sourceEnd, next.sourceStart),
      ...second.origin.map((stretch) => ({ ...stretch, span: move(stretch.span) })),
    ],
  }
}

/** Character references are decoded by the parser itself, each one once. */
function createReferenceDecoder(): (reference: string) => string {
  const known = new Map<string, string>()
  return (reference) => {
    const decoded = known.get(reference) ?? decode(reference)
    known.set(reference, decoded)
    return decoded
  }
}

function decode(reference: string): string {
  const node = parseFragment(reference).childNodes[0]
  return node !== undefined && "value" in node ? node.value : reference
}
