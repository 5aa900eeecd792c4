// Files that no reader likes. In: a seed and a number. Out: bytes and what the caller says of them, always the same
// for the same two; each belongs to a kind, so that a run can say what it tried.
import { Buffer } from "node:buffer"
import { readdirSync, readFileSync } from "node:fs"
import { type Random, seededRandom } from "../../../src/base/random.ts"
import type { ReadOptions } from "../../../src/node.ts"
import {
  ODD_CHARACTERS,
  OTHER_LANGUAGES,
  page,
  paragraph,
  QUOTATION_MARKS,
  report,
  sentence,
} from "./passages.ts"

export interface BadInput {
  readonly kind: string
  readonly bytes: Uint8Array
  readonly options: ReadOptions
}

type Made = string | Uint8Array | { readonly bytes: Uint8Array; readonly options: ReadOptions }

/** Real reports to be spoilt: the pages of test/reports. */
const REPORTS = new URL("../../reports/", import.meta.url)
const PAGES: readonly string[] = readdirSync(REPORTS, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".html"))
  .sort()
  .map((path) => readFileSync(new URL(path, REPORTS), "utf8"))

const KINDS: Readonly<Record<string, (random: Random) => Made>> = {
  "random bytes": (random) => randomBytes(random, random.below(3000)),
  "text with random bytes in it": (random) => sprinkle(random, utf8(report(random)), 1 + random.below(60)),
  "broken UTF-8": (random) => breakUtf8(random, report(random)),
  "broken UTF-16": breakUtf16,
  "wrong encoding named": misnameEncoding,
  "lone surrogates": (random) => utf16(random, mix(random, report(random), LONE_SURROGATES, 20), "LE", true),
  "lone surrogates as references": (random) =>
    page(random, report(random)).replace(
      /<p>/g,
      () => `<p>&#x${(0xd800 + random.below(2048)).toString(16)};`,
    ),
  "NUL and control characters": (random) =>
    mix(random, random.below(2) === 0 ? report(random) : page(random, report(random)), CONTROLS, 40),
  "tags inside each other": nest,
  "page without text": (random) => emptyPage(random),
  "text without spaces": (random) => withoutSpaces(random),
  "only quotation marks": (random) =>
    Array.from({ length: random.below(400) }, () =>
      random.pick([...QUOTATION_MARKS, " ", "\n", "\n\n", ".", ","]),
    ).join(""),
  "quotation marks in the wrong places": (random) => mix(random, report(random), QUOTATION_MARKS, 40),
  "right to left": (random) =>
    mix(
      random,
      Array.from({ length: 1 + random.below(8) }, () =>
        random.pick([OTHER_LANGUAGES[7], OTHER_LANGUAGES[8], sentence(random)]),
      ).join(random.pick([" ", "\n\n"])),
      ["\u200f", "\u202e", "\u202c", "\u2067", "\u2069", "\u061c"],
      12,
    ),
  "emoji and combining marks": (random) =>
    mix(random, random.below(2) === 0 ? report(random) : page(random, report(random)), ODD_CHARACTERS, 60),
  "line ends of all sorts": (random) =>
    report(random, 10).replace(/ |\n/g, (space) =>
      random.below(4) === 0
        ? random.pick(["\r\n", "\r", "\n", "\r\r\n", "\u2028", "\f", "\t", "\u0085"])
        : space,
    ),
  "soft hyphens": (random) =>
    mix(random, random.below(2) === 0 ? report(random) : page(random, report(random)), SOFT, 120),
  "other languages": (random) =>
    Array.from({ length: 1 + random.below(12) }, () => random.pick(OTHER_LANGUAGES)).join(
      random.pick([" ", "\n", "\n\n"]),
    ),
  "binary renamed .html": (random) => ({
    bytes: Buffer.concat([random.pick(BINARY_HEADS), randomBytes(random, random.below(4000))]),
    options: { mediaType: random.pick([null, "text/html"] as const) },
  }),
  "nothing or blanks": (random) =>
    random.pick([
      "",
      " ",
      "\n",
      "\ufeff",
      "\r\n\r\n",
      "\0",
      "<",
      "<!",
      "&",
      "<html>",
      "<p></p>",
      "\u00a0\u200b",
      "x",
    ]),
  "spoilt page": (random) => spoil(random, random.pick(PAGES)),
  "two pages spliced": (random) => {
    const [one, other] = [random.pick(PAGES), random.pick(PAGES)]
    return one.slice(0, random.below(one.length)) + other.slice(random.below(other.length))
  },
  "tags at random": (random) => tagSoup(random),
  "spoilt data about the page": (random) => badMetadata(random),
  "lines without end": (random) =>
    random.pick([
      () => `${report(random)} `.repeat(1 + random.below(20)),
      () => `${paragraph(random, 12).replace(/[.!?]/g, "")} `.repeat(1 + random.below(20)),
      () => "a\n".repeat(random.below(3000)),
      () => "said ".repeat(random.below(1500)),
      () => "“He said ".repeat(random.below(300)),
      () => "he said that ".repeat(random.below(300)),
      () => "(".repeat(random.below(2000)) + sentence(random),
      () => ". ".repeat(random.below(2000)),
      () => `${" ".repeat(random.below(5000))}${sentence(random)}${"\n".repeat(random.below(5000))}`,
    ])(),
  "sentences shuffled": (random) => {
    const words = report(random, 10).split(/(\s+)/)
    for (let times = random.below(40); times > 0; times -= 1) {
      const [from, to] = [random.below(words.length), random.below(words.length)]
      const moved = words[from] as string
      words[from] = words[to] as string
      words[to] = moved
    }
    return words.join("")
  },
  "markup that is no page": (random) =>
    random.pick([
      () => JSON.stringify({ headline: sentence(random), body: report(random) }),
      () =>
        `<?xml version="1.0" encoding="${random.pick(ENCODINGS)}"?><rss><item><title>${sentence(random)}</title></item></rss>`,
      () => report(random).replace(/ /g, ","),
      () => `{\\rtf1\\ansi ${report(random)}}`,
      () => `%PDF-1.4\n${report(random)}`,
      () =>
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\n${page(random, report(random))}`,
      () => `# ${sentence(random)}\n\n> ${sentence(random)}\n\n* ${sentence(random)}\n* ${sentence(random)}`,
    ])(),
  "odd things said of it": (random) => ({
    bytes: utf8(random.below(2) === 0 ? report(random) : page(random, report(random))),
    options: {
      published: random.pick([
        null,
        "2018",
        "2018-04",
        "2018-04-20",
        "2016-02-29",
        "2018/..",
        "../2018-04-20",
      ]),
      outlet: random.pick([null, "", "The “Example”", "\u202eelpmaxE", "\0", "x".repeat(3000)]),
      url: random.pick([
        null,
        "https://example.org/2018/04/20/a",
        "file:///tmp/a",
        "a:b",
        "https://[::1]/%zz",
      ]),
      charset: random.pick([null, "utf-8", "latin1", "UTF-16", "gb18030", "iso-2022-jp", "x-user-defined"]),
      mediaType: random.pick([null, "text/html", "text/plain"] as const),
    },
  }),
}

/** Names of all kinds. */
export const BAD_INPUT_KINDS: readonly string[] = Object.keys(KINDS)

/** Input number `index` of the run with `seed`: some hundred bytes to 100 kB. Kinds take turns. */
export function makeBadInput(seed: number, index: number): BadInput {
  const random = seededRandom(Math.imul(seed, 0x85ebca6b) ^ Math.imul(index + 1, 0x9e3779b1))
  const kind = BAD_INPUT_KINDS[index % BAD_INPUT_KINDS.length] as string
  const made = (KINDS[kind] as (typeof KINDS)[string])(random)
  if (typeof made === "string") return { kind, bytes: utf8(made), options: mostlyNone(random) }
  if (made instanceof Uint8Array) return { kind, bytes: made, options: mostlyNone(random) }
  return { kind, ...made }
}

const LONE_SURROGATES = ["\ud83d", "\ude00", "\udfff\ud800", "\ud800\ud800", "\udc00"]
const CONTROLS = [
  "\0",
  "\u0001",
  "\b",
  "\u001b[31m",
  "\u001b]0;x\u0007",
  "\u007f",
  "\u0080",
  "\u009b",
  "\u001a",
  "\v",
]
const SOFT = ["\u00ad", "\u200b", "\u00a0", "\u2011", "&shy;", "&nbsp;", "&#8203;", "&zwj;"]
const ENCODINGS = [
  "utf-8",
  "windows-1251",
  "iso-8859-1",
  "utf-16",
  "utf-7",
  "shift_jis",
  "none",
  "",
  "gbk",
  "big5",
]

const BINARY_HEADS = [
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  Buffer.from("ffd8ffe000104a464946", "hex"),
  Buffer.from("1f8b0800", "hex"),
  Buffer.from("7f454c4602010100", "hex"),
  Buffer.from("504b0304140000", "hex"),
  Buffer.from("255044462d312e370a25e2e3cfd3", "hex"),
  Buffer.from("<!DOCTYPE html><html><body><p>", "latin1"),
  Buffer.from("", "latin1"),
]

/** What the caller says of most files: nothing. */
function mostlyNone(random: Random): ReadOptions {
  if (random.below(6) > 0) return {}
  return { mediaType: random.pick(["text/html", "text/plain"] as const) }
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text, "utf8")
}

function utf16(random: Random, text: string, order: "LE" | "BE", marked: boolean): Uint8Array {
  const bytes = Buffer.from(marked ? `\ufeff${text}` : text, "utf16le")
  const whole = order === "LE" ? bytes : bytes.swap16()
  return random.below(4) === 0 ? whole.subarray(0, Math.max(whole.length - 1, 0)) : whole
}

function randomBytes(random: Random, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let index = 0; index < length; index += 1) bytes[index] = random.below(256)
  return bytes
}

function sprinkle(random: Random, bytes: Uint8Array, times: number): Uint8Array {
  const spoilt = Uint8Array.from(bytes)
  for (let time = 0; time < times; time += 1) spoilt[random.below(spoilt.length)] = random.below(256)
  return spoilt
}

/** Puts some of `stretches` between the characters of `text`. */
function mix(random: Random, text: string, stretches: readonly string[], mostTimes: number): string {
  const places = Array.from({ length: random.below(mostTimes + 1) }, () => random.below(text.length + 1))
  const ordered = places.sort((one, other) => one - other)
  let mixed = ""
  let from = 0
  for (const place of ordered) {
    mixed += text.slice(from, place) + random.pick(stretches)
    from = place
  }
  return mixed + text.slice(from)
}

/** Overlong forms, surrogates, letters cut off, tails without a head. */
function breakUtf8(random: Random, text: string): Uint8Array {
  const faults = [
    "c0af",
    "e08080",
    "eda080edb080",
    "f5808080",
    "f8888080",
    "80",
    "bf",
    "e28c",
    "f09f98",
    "ff",
    "fe",
  ]
  const parts: Uint8Array[] = []
  for (const words of text.split(" ")) {
    parts.push(Buffer.from(`${words} `, "utf8"))
    if (random.below(5) === 0) parts.push(Buffer.from(random.pick(faults), "hex"))
  }
  const bytes = Buffer.concat(parts)
  return bytes.subarray(random.below(3), bytes.length - random.below(3))
}

function breakUtf16(random: Random): Uint8Array {
  const text = random.below(2) === 0 ? report(random) : page(random, report(random))
  const bytes = utf16(random, text, random.pick(["LE", "BE"] as const), random.below(2) === 0)
  // A byte lost on the way shifts everything after it.
  const lost = random.below(bytes.length)
  return random.below(2) === 0 ? bytes : Buffer.concat([bytes.subarray(0, lost), bytes.subarray(lost + 1)])
}

function misnameEncoding(random: Random): Made {
  const text = random.below(2) === 0 ? report(random) : random.pick(OTHER_LANGUAGES)
  const written = random.pick(["utf8", "latin1", "utf16le"] as const)
  const named = random.pick(ENCODINGS)
  const bytes = Buffer.from(page(random, text).replace('charset="utf-8"', `charset="${named}"`), written)
  const charset = random.pick([
    null,
    "windows-1251",
    "utf-8",
    "utf-16be",
    "shift_jis",
    "gb18030",
    "euc-kr",
    "iso-8859-8",
  ])
  return { bytes, options: { charset } }
}

function nest(random: Random): string {
  const names = random.pick([
    ["div"],
    ["b", "i", "a"],
    ["p"],
    ["table", "tr", "td"],
    ["blockquote"],
    ["ul", "li"],
    ["span"],
  ])
  // The deepest, which take longest, come seldom; the test of the command line has 20,000.
  const depth = random.below(random.below(20) === 0 ? 8000 : 300)
  const open = Array.from({ length: depth }, (_, at) => `<${names[at % names.length]}>`).join("")
  const close = random.below(2) === 0 ? "" : open.replaceAll("<", "</")
  return `<html><body>${sentence(random)}${open}${report(random, 2)}${close}<p>${paragraph(random)}</p>`
}

function emptyPage(random: Random): string {
  return random.pick([
    () => `<html><head><title>${sentence(random)}</title></head><body></body></html>`,
    () => `<html><body><script>document.write(${JSON.stringify(report(random))})</script></body></html>`,
    () => `<html><body>${'<img src="a.jpg" alt="x">'.repeat(random.below(200))}</body></html>`,
    () => `<html><body><nav>${"<a href=/>Home</a>".repeat(random.below(200))}</nav></body></html>`,
    () => `<html><body hidden><p>${report(random)}</p></body></html>`,
    () =>
      `<html><body><template><p>${report(random)}</p></template><noscript><p>${report(random)}</p></noscript></body></html>`,
    () => `<html><body><p style="display:none">${report(random)}</p><p>&nbsp;&#8203;</p></body></html>`,
    () => `<frameset><frame src="${sentence(random)}"></frameset>`,
    () => `<html><body><!-- ${report(random)}`,
    () => `<svg><text>${report(random)}</text></svg><math><mtext>${sentence(random)}</mtext></math>`,
    () => `<textarea>${report(random)}</textarea><select><option>${sentence(random)}</select>`,
    () => `<plaintext>${report(random)}`,
  ])()
}

function withoutSpaces(random: Random): string {
  return random.pick([
    () => "a".repeat(random.below(20_000)),
    () => report(random, 12).replace(/\s/g, ""),
    () => (OTHER_LANGUAGES[5] as string).repeat(random.below(100)),
    () => `https://example.org/${"%E2%80%9C".repeat(random.below(1000))}`,
    () => "-".repeat(random.below(20_000)),
    () => "’s".repeat(random.below(5000)),
    () => "1,234.".repeat(random.below(3000)),
    () => `<p>${"&amp;".repeat(random.below(4000))}</p>`,
    () => "😀".repeat(random.below(5000)),
    () => "\u0301".repeat(random.below(5000)),
  ])()
}

/** Pieces of a page deleted, doubled, moved, put into capitals. */
function spoil(random: Random, original: string): Made {
  let text = original
  for (let times = 1 + random.below(12); times > 0; times -= 1) {
    const start = random.below(text.length)
    const end = Math.min(start + random.below(random.pick([3, 30, 300, 3000])), text.length)
    const piece = text.slice(start, end)
    const elsewhere = random.below(text.length)
    switch (random.below(6)) {
      case 0:
        text = text.slice(0, start) + text.slice(end)
        break
      case 1:
        text = text.slice(0, end) + piece + text.slice(end)
        break
      case 2:
        text = text.slice(0, elsewhere) + piece + text.slice(elsewhere)
        break
      case 3:
        text = text.slice(0, start) + piece.toUpperCase() + text.slice(end)
        break
      case 4:
        text = text.slice(0, start) + random.pick([...QUOTATION_MARKS, ...ODD_CHARACTERS]) + text.slice(start)
        break
      default:
        text =
          text.slice(0, start) +
          random.pick(["<", ">", "&", '"', "</p>", "<p>", "<!--", "]]>"]) +
          text.slice(start)
    }
    // Doubling what was doubled would soon make megabytes.
    if (text.length > 200_000) text = text.slice(0, 200_000)
  }
  return random.below(5) === 0 ? sprinkle(random, utf8(text), 20) : text
}

function tagSoup(random: Random): string {
  const names =
    "p div b i a br table tr td ul li h1 h2 article section blockquote q pre span form select option svg math title head body html template script style textarea figure figcaption time address iframe noscript ruby rt dl dt dd wbr".split(
      " ",
    )
  const attributes = [
    "",
    ' class="byline"',
    " hidden",
    ' itemprop="headline"',
    ' datetime="2018-13-45"',
    ` title="${"x".repeat(random.below(2000))}"`,
    ' style="display:none',
    " a a a=",
    ' lang="xx"',
  ]
  const references = [
    "&amp;",
    "&notin",
    "&#x110000;",
    "&#0;",
    "&#128;",
    "&;",
    "&&",
    "&nosuch;",
    "&#xfffffffffff;",
    "&CounterClockwiseContourIntegral;",
    "&#13;",
    "&quot;",
    "&lsquo;",
    "&#8220;",
  ]
  const pieces = Array.from({ length: random.below(120) }, () => {
    switch (random.below(8)) {
      case 0:
      case 1:
        return `<${random.pick(names)}${random.pick(attributes)}>`
      case 2:
        return `</${random.pick(names)}>`
      case 3:
        return random.pick(references)
      case 4:
        return random.pick([
          "<!-- x -->",
          "<!--",
          "--!>",
          "<![CDATA[",
          "]]>",
          "<!DOCTYPE x>",
          "<?php ?>",
          "</>",
          "< p>",
          "<p",
        ])
      default:
        return sentence(random)
    }
  })
  return `${random.pick(["<!doctype html>", "<html>", "<p>", ""])}${pieces.join("")}`
}

function badMetadata(random: Random): string {
  const odd = [
    "0000-00-00",
    "9999-99-99T99:99:99Z",
    "2018-02-30",
    "yesterday",
    "-1",
    "1".repeat(400),
    "2018-04-20T10:00:00+99:99",
    "20/04/2018",
    "",
    "\u202e2018",
  ]
  const value = (): unknown =>
    random.pick([
      () => random.pick(odd),
      () => 1524182400000,
      () => null,
      () => [random.pick(odd), [[random.pick(odd)]]],
      () => ({ "@value": random.pick(odd) }),
      () => ({ name: { name: { name: sentence(random) } } }),
      () => true,
      () => JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`) as unknown,
    ])()
  const fields = [
    "datePublished",
    "dateModified",
    "headline",
    "author",
    "publisher",
    "inLanguage",
    "@graph",
    "@id",
    "@type",
    "mainEntityOfPage",
    "__proto__",
  ]
  const data = Object.fromEntries(fields.filter(() => random.below(2) === 0).map((field) => [field, value()]))
  const printed = JSON.stringify({ "@type": "NewsArticle", ...data })
  const json = random.below(3) === 0 ? printed.slice(0, random.below(printed.length)) : printed
  const metas = Array.from(
    { length: random.below(12) },
    () =>
      `<meta ${random.pick(["name", "property", "itemprop", "http-equiv"])}="${random.pick(["date", "article:published_time", "author", "og:title", "og:site_name", "og:locale", "content-language", "og:url"])}" content="${random.pick([...odd, sentence(random).replaceAll('"', "&quot;"), "http://[", "javascript:alert(1)"])}">`,
  )
  return `<html lang="${random.pick(["en", "", "x", "zz-ZZ-ZZ", "de", "\u0000"])}"><head><title>${random.pick(["", sentence(random), "|", " - ", "x".repeat(3000)])}</title>${metas.join("")}<link rel="canonical" href="${random.pick(odd)}"><script type="application/ld+json">${json}</script></head><body><article><time datetime="${random.pick(odd)}">${random.pick(odd)}</time><h1>${sentence(random)}</h1>${`<p>${paragraph(random)}</p>`.repeat(1 + random.below(4))}</article></body></html>`
}
