// The report's headline and where it stands in the source. In: facts, the page's title. Out: texts with places.
// A visible `<h1>` is preferred to what stands in the page's head: it is what readers see.
import { type PageFacts, textNodes, textOf } from "./page-facts.ts"
import type { SourceElement } from "./source-tree.ts"

export interface Headline {
  /** White space collapsed. */
  readonly text: string
  /** In order, to be printed one after the other; `places` as in `SourceText`. */
  readonly parts: readonly { readonly text: string; readonly places: readonly number[] }[]
  /** The `<h1>`; null when the headline comes from the page's head. */
  readonly element: SourceElement | null
}

/** Share of a heading's words that a title must have in common with it to be the same. */
const SAME_TITLE = 0.5

/** Titles longer than this are no headline but a mistake in the page. */
const MAX_HEADLINE = 400

/** `title` is the page's title without the site's name. Null when the page has no title at all. */
export function findHeadline(facts: PageFacts, title: string | null, source: string): Headline | null {
  const heading = bestHeading(
    facts.headings.filter((one) => !isSiteName(one, facts)),
    title,
  )
  if (heading !== null) {
    return { text: collapse(textOf(heading)), parts: textNodes(heading), element: heading }
  }
  if (title === null || title.length > MAX_HEADLINE) return null
  return fromTitleElement(facts, title) ?? fromMeta(facts, title, source)
}

/** “Daily Legal News” as `<h1>` of a page titled “Murrays Mowing LLC | Daily Legal News”. */
function isSiteName(heading: SourceElement, facts: PageFacts): boolean {
  const title = facts.titleElement === null ? "" : textOf(facts.titleElement).slice(0, MAX_HEADLINE)
  const parts = collapse(title).split(/\s+[-–—|»·•:]+\s+/)
  const text = collapse(textOf(heading))
  return parts.length > 1 && (text === parts.at(-1) || (text === parts[0] && text.split(" ").length < 4))
}

function bestHeading(headings: readonly SourceElement[], title: string | null): SourceElement | null {
  let best: SourceElement | null = null
  let bestLikeness = 0
  const candidates = headings.slice(0, 20).filter((heading) => {
    const text = collapse(textOf(heading))
    return text.length >= 2 && text.length <= MAX_HEADLINE
  })
  for (const heading of candidates) {
    const likeness = title === null ? 0 : wordLikeness(textOf(heading), title)
    if (likeness > bestLikeness) {
      best = heading
      bestLikeness = likeness
    }
  }
  if (best !== null && bestLikeness >= SAME_TITLE) return best
  // The site rewrites titles for search engines: an only heading of some words is the one that readers see.
  const only = candidates.length === 1 ? candidates[0] : undefined
  return only !== undefined && collapse(textOf(only)).split(" ").length >= 4 ? only : null
}

function fromTitleElement(facts: PageFacts, title: string): Headline | null {
  const node = facts.titleElement?.children[0]
  if (node === undefined || node.kind !== "text") return null
  const start = node.text.search(/\S/)
  const printed = node.text.slice(start)
  const collapsed = collapse(printed)
  if (!collapsed.startsWith(title)) return null
  // Counted in the text with its own white space: every run of it is one space in `title`.
  let end = 0
  for (let length = 0; length < title.length; end++) {
    if (!/\s/.test(printed[end] as string) || !/\s/.test(printed[end - 1] ?? "")) length++
  }
  return {
    text: title,
    parts: [{ text: node.text.slice(0, start + end), places: node.places }],
    element: null,
  }
}

function fromMeta(facts: PageFacts, title: string, source: string): Headline | null {
  for (const { content, element } of facts.metaTags) {
    if (!collapse(content).startsWith(title)) continue
    const place = element.location?.attrs?.["content"]
    if (place === undefined) continue
    // The place is that of `content="…"` as a whole.
    const written = source.slice(place.startOffset, place.endOffset)
    const lead = /^[^=]*=\s*["']?/.exec(written)?.[0].length ?? 0
    const tail = /["']$/.test(written) ? 1 : 0
    const places = [0, place.startOffset + lead, place.endOffset - tail]
    return { text: collapse(content), parts: [{ text: content, places }], element: null }
  }
  return null
}

/** Share of the shorter one's words that the other has too: 1 for the same words in any order. */
export function wordLikeness(one: string, other: string): number {
  const ones = words(one)
  const others = words(other)
  const smaller = ones.size <= others.size ? ones : others
  const larger = smaller === ones ? others : ones
  if (smaller.size === 0) return 0
  let shared = 0
  for (const word of smaller) if (larger.has(word)) shared++
  return shared / (smaller.size < 3 ? larger.size : smaller.size)
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** Words of `text` with one space between them. */
export function collapse(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, " ").trim()
}
