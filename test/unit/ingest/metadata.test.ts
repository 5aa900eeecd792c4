// Days, languages and names that pages print.
import { describe, expect, it } from "vitest"
import { findLanguage } from "../../../src/ingest/language.ts"
import { findDays, readDay } from "../../../src/ingest/metadata/days.ts"
import { splitNames, withoutSuffix } from "../../../src/ingest/metadata/names.ts"
import { read } from "../../check/ingest.ts"

describe("a day", () => {
  it.each([
    ["Fri Apr 20, 2018 10:52AM", "2018-04-20"],
    ["Published: Friday, April 20th, 2018 at 10:52 AM EDT", "2018-04-20"],
    ["20 April 2018", "2018-04-20"],
    ["20th of April, 2018", "2018-04-20"],
    ["Fri, 20 Apr 2018 10:52:00 GMT", "2018-04-20"],
    ["2018-04-20T23:30:00-05:00", "2018-04-20"],
    ["20180420T233000Z", "2018-04-20"],
    ["2018/4/20", "2018-04-20"],
    ["20.04.2018", "2018-04-20"],
    ["4/20/2018", "2018-04-20"],
    ["20/4/2018", "2018-04-20"],
    ["Apr 20 10:52:07 EDT 2018", "2018-04-20"],
    ["20 de abril de 2018", "2018-04-20"],
    ["20. März 2018", "2018-03-20"],
    ["le 1er août 2018", "2018-08-01"],
    ["20 апреля 2018", "2018-04-20"],
    ["1524218400", "2018-04-20"],
    ["1524218400000", "2018-04-20"],
  ])("%s is read", (text, day) => {
    expect(readDay(text)?.day).toBe(day)
  })

  it.each([
    "4/5/2018",
    "31 February 2018",
    "April 2018",
    "10:52AM",
    "v1.2.2018.4",
    "May 2, 2918",
    "18-04-20",
  ])("%s is none that is sure", (text) => {
    expect(readDay(text)).toBe(null)
  })

  it("with numbers that could be either is read in the page's order", () => {
    expect(readDay("4/5/2018", "day-first")?.day).toBe("2018-05-04")
    expect(readDay("4/5/2018", "month-first")?.day).toBe("2018-04-05")
  })

  it.each([
    ["2018-04-20T00:00:00Z", null],
    ["2018-04-20T23:30:00+03:00", null],
    ["20180420T2330Z", 23],
    ["Fri, 20 Apr 2018 03:30:00 GMT", 3],
  ])("of %s has the hour of Greenwich %s", (text, hour) => {
    expect(readDay(text)?.utcHour).toBe(hour)
  })

  it("knows its place and whether its hour is one of Greenwich", () => {
    const text = "First 2018-04-20T03:30:00Z, then 2 May 2018"
    expect(findDays(text).map(({ start, end, utcHour }) => [text.slice(start, end), utcHour])).toEqual([
      ["2018-04-20T03:30:00Z", 3],
      ["2 May 2018", null],
    ])
  })
})

describe("the day of publication", () => {
  const prose = "<p>The minister said that the talks would go on for as long as it takes.</p>"
  const page = (head: string, body = ""): string =>
    `<head><title>Talks go on tonight</title>${head}</head><h1>Talks go on tonight</h1>${body}${prose}`
  const publishedOf = (file: string, url: string | null = null): string | null =>
    read(file, { url }).doc.published?.edtf ?? null

  it.each([
    ['<meta property="article:published_time" content="2018-04-20">', "2018-04-20"],
    ['<meta name="parsely-pub-date" content="2018-04-20T10:00:00Z">', "2018-04-20"],
    ['<meta name="sailthru.date" content="Fri, 20 Apr 2018 10:00:00 +0000">', "2018-04-20"],
    ['<meta name="DC.date" content="2018-04-20">', "2018-04-20"],
    ['<meta itemprop="datePublished" content="20180420">', "2018-04-20"],
    ['<meta property="og:updated_time" content="2018-04-20">', null],
    ['<meta name="last-modified" content="2018-04-20">', null],
    ['<link rel="canonical" href="https://example.org/2018/04/20/talks">', "2018-04-20"],
    ['<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2018-04-20"}</script>', null],
    [
      '<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2018-04-01"}</script><meta name="pubdate" content="2018-04-20">',
      "2018-04-20",
    ],
    [
      '<script type="application/ld+json">{broken</script><meta name="pubdate" content="2018-04-20">',
      "2018-04-20",
    ],
    ['<script>window.data = {"publishedAt":"2018-04-20T10:00:00Z"}</script>', "2018-04-20"],
  ])("in %s", (head, day) => {
    expect(publishedOf(page(head))).toBe(day)
  })

  it.each([
    ['<time pubdate datetime="2018-04-20">today</time>', "2018-04-20"],
    ['<span itemprop="datePublished">20 April 2018</span>', "2018-04-20"],
    ['<div class="byline">By Jane Roe, 20 April 2018</div>', "2018-04-20"],
    ["<div>Updated</div><div>20 April 2018</div>", null],
    [
      "<p>On April 14, 2018 the US, France and the UK attacked a number of targets in Syria, after which the talks, said to be near their goal, were broken off.</p>",
      null,
    ],
  ])("in %s", (body, day) => {
    expect(publishedOf(page("", body))).toBe(day)
  })

  it("in the address, where the page says nothing", () => {
    expect(publishedOf(page(""), "https://example.org/news/2018/apr/20/talks")).toBe("2018-04-20")
    expect(publishedOf(page(""), "https://example.org/2028064/talks")).toBe(null)
  })
})

describe("the outlet", () => {
  it.each([
    ["MOSCOW, June 20. /TASS/. Russia agreed to talks.", "TASS"],
    ["Talks go on\n\nGENEVA, April 21 (Reuters) - The sides met again.", "Reuters"],
    ["Talks go on\n\nGENEVA - The sides met again, (Reuters) said.", null],
    ["Talks go on\n\nPARIS, Texas - The sides met (and parted) again.", null],
  ])("of %j is %s", (text, outlet) => {
    expect(read(text).doc.outlet).toBe(outlet)
  })

  it("of a page is what the page says", () => {
    const page = '<head><meta property="og:site_name" content="The Daily"></head><h1>Talks go on</h1>'
    expect(
      read(`${page}<p>GENEVA (AP) — The sides met again, and nobody knows for how long.</p>`).doc.outlet,
    ).toBe("The Daily")
  })
})

describe("a language", () => {
  const english =
    "The minister said that the talks would go on, and that they were in the hands of the people who had begun them."
  const spanish =
    "El ministro dijo que las conversaciones continuarán y que están en manos de las personas que las iniciaron."
  it.each([
    [english, "en", "en"],
    [english, "en_GB", "en-GB"],
    [english, "es", "en"],
    [english, null, "en"],
    [spanish, "es-ES", "es-ES"],
    [spanish, "en", "und"],
    [spanish, null, "und"],
    ["Yes.", null, "und"],
    ["Yes.", "en-US", "en-US"],
  ])("%s on a page that says %s is %s", (text, stated, language) => {
    expect(findLanguage(text, stated)).toBe(language)
  })

  it("other than English is a problem", () => {
    const codes = (text: string): readonly string[] => read(text).problems.map(({ code }) => code)
    expect(codes(spanish)).toContain("other-language")
    expect(codes(english)).not.toContain("other-language")
  })
})

describe("names", () => {
  it("are split and freed of “By”", () => {
    expect(splitNames("By Jane Roe and John Doe, Associated Press")).toEqual([
      "Jane Roe",
      "John Doe",
      "Associated Press",
    ])
    expect(splitNames("Jane Roe | The Paper")).toEqual(["Jane Roe"])
  })

  it.each([
    ["Talks go on for another day | The Paper", null, "Talks go on for another day"],
    ["Talks go on for another day - The Paper", "The Paper", "Talks go on for another day"],
    ["Talks go on - what we know so far", null, "Talks go on - what we know so far"],
    ["Talks go on", "Talks go on", "Talks go on"],
  ])("of the site go from the title %s", (title, outlet, rest) => {
    expect(title.slice(0, withoutSuffix(title, outlet))).toBe(rest)
  })
})
