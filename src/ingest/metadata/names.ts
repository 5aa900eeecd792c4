// Outlet, authors and title. In: what the page says of itself. Out: names as printed, without “By” and site suffixes.
import type { PageFacts } from "../html/page-facts.ts"
import { attribute, textOf } from "../html/page-facts.ts"
import type { ArticleData } from "./json-ld.ts"

/** The site's own name; null when the page gives none. */
export function findOutlet(
  facts: PageFacts,
  article: ArticleData | null,
  addresses: readonly string[],
): string | null {
  const named = [metaContent(facts, ["og:site_name"]), article?.publisher ?? null].find(isOutletName)
  if (named !== undefined && named !== null) return collapse(named)
  const other = metaContent(facts, [
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "al:android:app_name",
    "apple-mobile-web-app-title",
    "cre",
  ])
  if (other !== null && !/^https?:/.test(other)) return collapse(other)
  return titleSuffix(facts, addresses)
}

/** Some pages give their address, or nothing but a sign, for a name. */
function isOutletName(name: string | null): boolean {
  return name !== null && /[\p{L}\p{N}]/u.test(name) && !/^https?:/i.test(name.trim())
}

/** “Talks ‘bombed’ - Press TV” on presstv.com: the part of the title that is also the address. */
function titleSuffix(facts: PageFacts, addresses: readonly string[]): string | null {
  const parts = titleText(facts)?.split(TITLE_SEPARATOR) ?? []
  const suffix = parts.length > 1 ? parts.at(-1)?.trim() : undefined
  if (suffix === undefined || suffix.length < 2 || suffix.length > 40) return null
  const key = letters(suffix)
  const hosts = addresses.map((address) => letters(/^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? ""))
  const isHost = key.length > 2 && hosts.some((host) => host.includes(key))
  return isHost || hosts.every((host) => host === "") ? suffix : null
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "")
}

/** “ - ”, “ | ”, “ :: ”, “ — ”, “ » ” between a report's title and its site's. */
const TITLE_SEPARATOR = /\s+(?:[-–—|»·•]|::|\/\/)\s+/

/** People who wrote the report, in the order printed. */
export function findAuthors(
  facts: PageFacts,
  article: ArticleData | null,
  outlet: string | null,
): readonly string[] {
  const sources = [
    article?.authors ?? [],
    metaContents(facts, [
      "author",
      "article:author",
      "parsely-author",
      "sailthru.author",
      "byl",
      "dc.creator",
      "dcterms.creator",
      "article.author",
      "citation_author",
    ]),
    markedAuthors(facts),
  ]
  for (const source of sources) {
    const authors = unique(source.flatMap(splitNames).filter((name) => isName(name, outlet)))
    if (authors.length > 0) return authors
  }
  return []
}

function markedAuthors(facts: PageFacts): readonly string[] {
  const found: string[] = []
  for (const element of facts.marked) {
    const rel = attribute(element, "rel") ?? ""
    const itemprop = attribute(element, "itemprop") ?? ""
    const names = `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`
    const isSure = /(?:^|\s)author(?:\s|$)/.test(`${rel} ${itemprop}`)
    if (!isSure && !/byline|(?:^|[\s_-])author(?:s|[-_]?name)?(?:$|\s)/i.test(names)) continue
    const text = collapse(textOf(element))
    if (text !== "" && text.length <= 100 && (isSure || /^by\b/i.test(text) || /name/i.test(names)))
      found.push(text)
    if (found.length > 0 && !isSure) break
  }
  return found
}

/** “By Jane Roe and John Doe, Associated Press” → the two names and the agency. */
export function splitNames(text: string): readonly string[] {
  return collapse(text)
    .replace(/^(?:written\s+|posted\s+|reported\s+)?by[:\s]+/i, "")
    .replace(/\s*\|.*$/, "")
    .split(/\s*[,;&]\s*|\s+and\s+/i)
    .map((name) => name.trim())
    .filter((name) => name !== "")
}

function isName(name: string, outlet: string | null): boolean {
  if (name.length < 2 || name.length > 60 || /https?:|www\.|@|\d{3}/.test(name)) return false
  if (
    /^(?:admin|administrator|editor|staff|author|null|undefined|jr\.?|sr\.?|ph\.?d\.?|m\.?d\.?)$/i.test(name)
  )
    return false
  return /\p{L}/u.test(name) && letters(name) !== letters(outlet ?? "")
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}

/** Titles are shorter than this; what is longer is cut. */
const MAX_TITLE = 1000

/** What stands in `<title>`; null when the page has none. */
function titleText(facts: PageFacts): string | null {
  return facts.titleElement === null ? null : collapse(textOf(facts.titleElement).slice(0, MAX_TITLE))
}

/** The page's title without the site's name; null when the page has none. Used to find the headline, not to print it. */
export function findTitle(
  facts: PageFacts,
  article: ArticleData | null,
  outlet: string | null,
): string | null {
  const declared = metaContent(facts, [
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
  ])
  const title = declared ?? article?.headline ?? titleText(facts)
  if (title === null) return null
  const collapsed = collapse(title.slice(0, MAX_TITLE))
  return collapsed === "" ? null : collapsed.slice(0, withoutSuffix(collapsed, outlet))
}

/** Length of a title without “ | Site” at its end. The last part goes when it is the outlet's name, or short beside what is left. */
export function withoutSuffix(title: string, outlet: string | null): number {
  const matches = [...title.matchAll(new RegExp(TITLE_SEPARATOR, "g"))]
  const last = matches.at(-1)
  if (last === undefined) return title.length
  const suffix = title.slice(last.index + last[0].length)
  const rest = title.slice(0, last.index)
  const wordCount = (text: string): number => text.split(/\s+/).length
  if (outlet !== null && letters(suffix) === letters(outlet)) return withoutSuffix(rest, outlet)
  const isBar = !/[-–—]/.test(last[0])
  if (wordCount(rest) < 4 || wordCount(suffix) > 4) return title.length
  return isBar || (outlet !== null && letters(suffix).includes(letters(outlet))) ? rest.length : title.length
}

/** Content of the first of the keys that the page has. */
export function metaContent(facts: PageFacts, keys: readonly string[]): string | null {
  return metaContents(facts, keys)[0] ?? null
}

function metaContents(facts: PageFacts, keys: readonly string[]): readonly string[] {
  for (const key of keys) {
    const found = facts.metaTags.filter((tag) => tag.key === key).map((tag) => tag.content)
    if (found.length > 0) return found
  }
  return []
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}
