// The day a report was published. In: what the page says of itself, its address, its visible lines. Out: one day or none.
// Published is never taken from what a page calls modified or updated; where the sources leave doubt, none is given.
import type { PageFacts } from "../html/page-facts.ts"
import { attribute, textOf } from "../html/page-facts.ts"
import { type DayOrder, daysApart, findDays, type PrintedDay, readDay } from "./days.ts"
import type { PageLine } from "./lines.ts"

export interface DateClues {
  readonly facts: PageFacts
  /** `datePublished` of the article in the page's JSON-LD. */
  readonly jsonLd: string | null
  /** The day its JSON-LD gives for the page or a video in it. */
  readonly jsonLdOther: string | null
  /** Addresses of the page, best first. */
  readonly addresses: readonly string[]
  readonly lines: readonly PageLine[]
  /** The language that the page states, which tells how "4/5/2018" is to be read. */
  readonly language: string | null
  /** Texts of scripts that hold data. */
  readonly scripts: readonly string[]
  /** Index of the headline in `lines`; -1 when it is not among them. */
  readonly headlineLine: number
}

/** "2018-04-20", the day as printed where the report was; null when unsure. */
export function findPublished(clues: DateClues): string | null {
  const stated = [...readAll([clues.jsonLd]), ...metaDays(clues.facts, PUBLISHED_KEYS)]
  const printed = nearHeadline(clues)
  const inAddress = addressDays(clues.addresses)
  const local = [...stated.filter((day) => day.utcHour === null), ...inAddress, ...printed]
  const declared = earliest(stated) ?? markedDays(clues.facts, dayOrder(clues.language))
  if (declared !== null) return inLocalTime(declared, local)
  const address = inAddress[0]
  if (address !== undefined) return address.day
  const vague = metaDays(clues.facts, VAGUE_KEYS)[0] ?? readAll([clues.jsonLdOther])[0]
  if (vague !== undefined) return inLocalTime(vague, local)
  return (
    printed[0]?.day ?? labelledAnywhere(clues.lines, dayOrder(clues.language)) ?? inScripts(clues.scripts)
  )
}

/** American English has the month first, all others the day; where the language says nothing, neither is sure. */
function dayOrder(language: string | null): DayOrder {
  const tag = (language ?? "").toLowerCase().replace("_", "-")
  if (tag === "" || tag === "en") return null
  return tag === "en-us" || tag === "en-ca" ? "month-first" : "day-first"
}

const SCRIPT_DAY =
  /"(?:datePublished|date_?published|publish(?:ed)?_?(?:date|at|time|on)|pub_?date|publication_?date|first_?published(?:_?(?:at|date))?|article_?(?:publish(?:ed)?_?)?date|display_?date)"\s*:\s*"?([^",}]{8,40})/gi

/** "publishedAt" in the data of a page that draws itself, when all such fields of it say the same day. */
function inScripts(scripts: readonly string[]): string | null {
  const days = new Set<string>()
  for (const script of scripts) {
    for (const match of script.matchAll(SCRIPT_DAY)) {
      const day = readDay(match[1] ?? "")
      if (day !== null) days.add(day.day)
    }
  }
  return days.size === 1 ? ([...days][0] ?? null) : null
}

// Meta tags that name the day of publication and nothing else.
const PUBLISHED_KEYS = [
  "article:published_time",
  "article:published",
  "og:published_time",
  "og:article:published_time",
  "og:pubdate",
  "datepublished",
  "rnews:datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "bt:pubdate",
  "pubdate",
  "pub_date",
  "publishdate",
  "publish-date",
  "publish_date",
  "publisheddate",
  "published_date",
  "published-date",
  "publication_date",
  "publication-date",
  "originalpublicationdate",
  "article.published",
  "article_date_original",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.date.issued",
  "published_at",
  "citation_publication_date",
  "citation_date",
  "cse.articlepublisheddate",
  "analyticsattributes.articledate",
  "article.created",
  "date.release",
  "displaydate",
  "iso-8601-publish-date",
  "published_time_telegram",
  "shareaholic:article_published_time",
  "og:video:release_date",
  "video:release_date",
  "ptime",
  "prism.publicationdate",
]

// Meta tags that mostly name that day, but sometimes the day of the last change.
const VAGUE_KEYS = [
  "dc.date",
  "dc.date.created",
  "dc.created",
  "dcterms.created",
  "dcterms.date",
  "date",
  "article_date",
  "article:date",
  "created",
  "datecreated",
  "uploaddate",
  "dat",
  "creation_date",
  "release_date",
  "eprints.date",
  "bepress_citation_date",
  "timestamp",
]

function metaDays(facts: PageFacts, keys: readonly string[]): readonly PrintedDay[] {
  const days: PrintedDay[] = []
  for (const key of keys) {
    for (const tag of facts.metaTags) {
      if (tag.key !== key) continue
      const day = readDay(tag.content)
      if (day !== null) days.push(day)
    }
  }
  return days
}

function readAll(values: readonly (string | null)[]): readonly PrintedDay[] {
  return values.map((value) => (value === null ? null : readDay(value))).filter((day) => day !== null)
}

/** A page that is published again says so in some of its tags; the first day is the one meant. */
function earliest(days: readonly PrintedDay[]): PrintedDay | null {
  let first: PrintedDay | null = null
  for (const day of days) {
    // In UTC a day may only seem to be the one before.
    const isOtherZone =
      first !== null && day.utcHour !== null && first.utcHour === null && daysApart(day.day, first.day) <= 1
    if (first === null || (day.day < first.day && !isOtherZone)) first = day
  }
  return first
}

/**
 * 2018-04-21T03:30:00Z was still the evening of the 20th in New York: an address
 * or a visible line of the day next to it says which day the report itself has.
 */
function inLocalTime(day: PrintedDay, local: readonly PrintedDay[]): string {
  const { utcHour } = day
  if (utcHour === null || local.some((other) => other.day === day.day)) return day.day
  // America is up to 12 hours behind, Asia and Oceania up to 14 ahead.
  const isThere = (other: PrintedDay): boolean =>
    other.utcHour === null &&
    daysApart(other.day, day.day) === 1 &&
    (other.day < day.day ? utcHour < 12 : utcHour >= 10)
  return local.find(isThere)?.day ?? day.day
}

// ".../2018/04/20/...", ".../2018-4-20-...", ".../20180420/..."; not ".../2028064/...", which is a number
const ADDRESS_DAY =
  /(?<!\d)((?:19|20)\d\d)(?:([/_-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)/
// ".../2018/apr/20/..."
const ADDRESS_MONTH =
  /\/((?:19|20)\d\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d{1,2})(?!\d)/i

function addressDays(addresses: readonly string[]): readonly PrintedDay[] {
  return addresses.flatMap((address) => {
    const path = address.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/, "")
    const month = ADDRESS_MONTH.exec(path)
    if (month !== null) return findDays(`${month[3]} ${month[2]} ${month[1]}`)
    const match = ADDRESS_DAY.exec(path)
    if (match === null) return []
    return findDays(`${match[1]}-${match[3] ?? match[5]}-${match[4] ?? match[6]}`)
  })
}

/** `<time pubdate>`, `itemprop="datePublished"`, `class="published"`. */
function markedDays(facts: PageFacts, order: DayOrder): PrintedDay | null {
  const sure: PrintedDay[] = []
  for (const element of facts.marked) {
    const itemprop = attribute(element, "itemprop") ?? ""
    const isPublished = /datepublished/i.test(itemprop) || attribute(element, "pubdate") !== null
    const names = `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""} ${itemprop}`
    const isNamed =
      /publish|pub[-_]?date|post(?:ed)?[-_]?(?:on|date)|(?:entry|article|story|news)[-_]?(?:date|time)/i.test(
        names,
      ) && !/modif|updat/i.test(names)
    if (!isPublished && !isNamed) continue
    const text = textOf(element)
    if (text.length > 200 && !isPublished) continue
    const day = readDay(
      attribute(element, "datetime") ?? attribute(element, "content") ?? attribute(element, "title") ?? text,
      order,
    )
    const printed = day ?? readDay(text, order)
    if (printed === null) continue
    if (isPublished) return printed
    sure.push(printed)
  }
  // Lists of other reports have dates of their own: several different days tell nothing.
  const first = sure[0]
  return first !== undefined && sure.every((day) => day.day === first.day) ? first : null
}

/** Lines before and after the headline in which a date may stand. */
const LINES_BEFORE = 6
const LINES_AFTER = 14
/** “Published: Friday, April 20, 2018 at 10:52 AM EDT | Updated: …” has 70 characters; a sentence with a date in it mostly more. */
const MAX_DATE_LINE = 120

const NOT_PUBLISHED =
  /(?:updated?|modified|revised|edited|changed?|actualizado|joined|member since|founded|born|since|expires?|until|deadline|event date)[^\d]{0,25}$/i
const PUBLISHED =
  /(?:published|posted|created|issued|date|publicad[oa]|publié|veröffentlicht|pubblicato|опубликовано)[^\d]{0,30}$/i

function nearHeadline(clues: DateClues): readonly PrintedDay[] {
  if (clues.headlineLine < 0) return []
  const from = Math.max(0, clues.headlineLine - LINES_BEFORE)
  const to = Math.min(clues.lines.length, clues.headlineLine + LINES_AFTER + 1)
  const labelled: PrintedDay[] = []
  const after: PrintedDay[] = []
  const before: PrintedDay[] = []
  for (let index = from; index < to; index++) {
    if (index === clues.headlineLine) continue
    const line = clues.lines[index] as PageLine
    if (line.text.length > MAX_DATE_LINE) continue
    const lineBefore = index === clues.headlineLine + 1 ? "" : (clues.lines[index - 1]?.text ?? "")
    for (const day of daysOfLine(line, dayOrder(clues.language))) {
      const lead = leadOf(line, day, lineBefore)
      if (NOT_PUBLISHED.test(lead)) continue
      if (PUBLISHED.test(lead)) labelled.push(day)
      else if (isProse(line.text, day)) continue
      else if (index > clues.headlineLine) after.push(day)
      // Further up stands the day on which the page was looked at: “Wednesday, August 19, 2020”.
      else if (index === clues.headlineLine - 1) before.push(day)
    }
  }
  return [...labelled, ...after, ...before]
}

/** “A similar blaze on 3 June 2015 killed two.”: a sentence of the report, which tells of another day. */
function isProse(line: string, { start, end }: PrintedDay): boolean {
  const around = `${line.slice(0, start)} ${line.slice(end)}`
  return (
    /[.!?]["”’')]*\s*$/.test(line) &&
    (around.match(/(?<![\p{L}\d])\p{Ll}{2,}(?![\p{L}\d.])/gu) ?? []).length >= 3
  )
}

function daysOfLine(line: PageLine, order: DayOrder): readonly PrintedDay[] {
  const printed = findDays(line.text, order)
  if (printed.length > 0) return printed
  // “1 minute ago” in a `<time datetime="2020-03-18T12:22:42-0400">`.
  return readAll(line.times).map((day) => ({ ...day, start: line.text.length, end: line.text.length }))
}

/** What stands before a day and says what it is the day of; in the line above when the line is all date. */
function leadOf(line: PageLine, day: PrintedDay, lineBefore: string): string {
  const own = line.text.slice(Math.max(0, day.start - 50), day.start).replace(WEEKDAY, "")
  return own.trim() === "" && lineBefore.length < 30 ? `${lineBefore} ` : own
}

const WEEKDAY = /(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*$/i

/** “Published on 20 April 2018” anywhere, when the page says it of one day only. */
function labelledAnywhere(lines: readonly PageLine[], order: DayOrder): string | null {
  const days = new Set<string>()
  for (const line of lines) {
    if (line.text.length > MAX_DATE_LINE) continue
    for (const day of findDays(line.text, order)) {
      const lead = line.text.slice(Math.max(0, day.start - 50), day.start).replace(WEEKDAY, "")
      if (/(?:published|posted)\b[^\d]{0,30}$/i.test(lead) && !NOT_PUBLISHED.test(lead)) days.add(day.day)
    }
  }
  return days.size === 1 ? ([...days][0] ?? null) : null
}
