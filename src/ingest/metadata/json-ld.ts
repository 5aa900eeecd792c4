// JSON-LD of a page: what its publisher says of the article. In: the texts of the scripts. Out: the article's fields.
// Follows `@graph` and references by `@id`; texts that are no JSON are passed over.

export interface ArticleData {
  readonly headline: string | null
  /** Of the article itself. */
  readonly published: string | null
  /** Of the page it stands on, or of a video in it. */
  readonly publishedOther: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly language: string | null
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type JsonObject = { readonly [key: string]: Json }

/** Objects looked at in all scripts of a page together; a page of news has some dozens. */
const MAX_OBJECTS = 20_000

const ARTICLE_TYPE =
  /^(?:\w*NewsArticle|Article|Report|SatiricalArticle|ScholarlyArticle|TechArticle|MedicalScholarlyArticle|AdvertiserContentArticle|\w*BlogPosting|SocialMediaPosting|DiscussionForumPosting|Review|OpinionNewsArticle)$/
const OTHER_TYPE =
  /^(?:VideoObject|Clip|WebPage|ItemPage|MedicalWebPage|AudioObject|PodcastEpisode|Episode|Recipe)$/

/** The page's article, or its page or video where it has none; null when the scripts tell of neither. */
export function readJsonLd(scripts: readonly string[], address: string | null): ArticleData | null {
  const objects = scripts.flatMap(parseScript)
  const all: JsonObject[] = []
  const byId = new Map<string, JsonObject>()
  for (const object of objects) collect(object, all, byId, 0)
  const articles = all.filter((object) => hasType(object, ARTICLE_TYPE))
  const others = all.filter((object) => hasType(object, OTHER_TYPE))
  const own = pick(articles, address)
  const isArticle = own !== null
  const article = own ?? pick(others, address)
  if (article === null) return null
  return {
    headline: text(article["headline"]) ?? text(article["name"]),
    published: isArticle ? (text(article["datePublished"]) ?? text(article["dateCreated"])) : null,
    publishedOther: pickPublished(others),
    authors: names(article["author"] ?? article["creator"] ?? null, byId),
    publisher:
      names(article["publisher"] ?? article["sourceOrganization"] ?? null, byId)[0] ?? publisherOf(all),
    language: text(article["inLanguage"]),
  }
}

function pickPublished(others: readonly JsonObject[]): string | null {
  const pages = others.filter((other) => hasType(other, /Page$/))
  for (const other of [...pages, ...others]) {
    const published = text(other["datePublished"]) ?? text(other["uploadDate"])
    if (published !== null) return published
  }
  return null
}

function publisherOf(all: readonly JsonObject[]): string | null {
  const site =
    all.find((object) => hasType(object, /^WebSite$/)) ??
    all.find((object) => hasType(object, /^NewsMediaOrganization$/))
  return site === undefined ? null : text(site["name"])
}

/** The one that names the page's own address, else the first with a date, else the first: lists of further articles come later. */
function pick(objects: readonly JsonObject[], address: string | null): JsonObject | null {
  const own = address === null ? undefined : objects.find((object) => namesAddress(object, address))
  return own ?? objects.find((object) => text(object["datePublished"]) !== null) ?? objects[0] ?? null
}

function namesAddress(object: JsonObject, address: string): boolean {
  const page = object["mainEntityOfPage"]
  const candidates = [
    object["url"],
    object["@id"],
    page,
    isObject(page) ? (page["@id"] ?? page["url"]) : null,
  ]
  return candidates.some((candidate) => typeof candidate === "string" && sameAddress(candidate, address))
}

function sameAddress(one: string, other: string): boolean {
  const strip = (address: string): string =>
    address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/[/?#]*$|[?#].*$/, "")
  return strip(one) === strip(other)
}

function parseScript(script: string): readonly Json[] {
  const trimmed = script
    .replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, "")
    .trim()
    .replace(/;$/, "")
  try {
    return [JSON.parse(trimmed) as Json]
  } catch {
    // Line breaks within strings are common and no JSON: "articleBody": "…⏎…".
    try {
      return [JSON.parse(trimmed.replace(/[\u0000-\u001f]+/g, " ")) as Json]
    } catch {
      return []
    }
  }
}

function collect(value: Json, all: JsonObject[], byId: Map<string, JsonObject>, depth: number): void {
  if (depth > 12 || all.length >= MAX_OBJECTS) return
  if (Array.isArray(value)) {
    for (const member of value) collect(member, all, byId, depth + 1)
    return
  }
  if (!isObject(value)) return
  if (value["@type"] !== undefined) all.push(value)
  const id = value["@id"]
  // The fullest object of an id tells what it is; the others only point at it.
  if (typeof id === "string" && Object.keys(value).length > Object.keys(byId.get(id) ?? {}).length)
    byId.set(id, value)
  for (const member of Object.values(value))
    if (typeof member === "object") collect(member, all, byId, depth + 1)
}

function hasType(object: JsonObject, type: RegExp): boolean {
  const value = object["@type"]
  const types = Array.isArray(value) ? value : [value]
  return types.some((one) => typeof one === "string" && type.test(one.replace(/^.*[/:]/, "")))
}

function names(value: Json, byId: ReadonlyMap<string, JsonObject>): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()]
  if (Array.isArray(value)) return value.flatMap((member: Json) => names(member, byId))
  if (!isObject(value)) return []
  const id = value["@id"]
  const named = value["name"] === undefined && typeof id === "string" ? (byId.get(id) ?? value) : value
  const name = named["name"]
  return name === undefined || isObject(name) ? [] : names(name, byId)
}

function text(value: Json | undefined): string | null {
  if (Array.isArray(value)) return text(value[0])
  if (typeof value !== "string") return null
  return value.trim() === "" ? null : value.trim()
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
