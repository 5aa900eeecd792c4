// Random files to read as reports: texts, pages, damaged pages, bytes; with the options somebody might give.
import { readdirSync, readFileSync } from "node:fs"
import fc from "fast-check"
import { type IngestOptions, NO_OPTIONS } from "../../src/ingest/index.ts"
import { hardText } from "./random-text.ts"

export interface RandomReport {
  /** What sort of file it is, for the message when it fails. */
  readonly sort: string
  readonly bytes: Uint8Array
  readonly options: IngestOptions
  /** Of the fake network. */
  readonly networkSeed: number
}

const reportsFolder = new URL("../reports/", import.meta.url)
const goldenPages: readonly Uint8Array[] = readdirSync(reportsFolder)
  .sort()
  .map((name) => new Uint8Array(readFileSync(new URL(`${name}/report.html`, reportsFolder))))

/** Words and marks whose places in a sentence decide how it is read. */
const NEWS_WORDS = [
  "said",
  "says",
  "told",
  "denied",
  "according to",
  "reportedly",
  "allegedly",
  "that",
  "Lavrov",
  "the ministry",
  "he",
  "they",
  "reporters",
  "on Twitter",
  "in a statement",
  "has",
  "been",
  "accused",
  "of",
  "not",
  "asked whether",
  "wants to",
  "the report shows",
  "Syria",
  "U.S.",
  "Mr.",
  "a.m.",
  "1,000",
  "“",
  "”",
  "“The talks were bombed,”",
  "“Yes.”",
  '"',
  "'",
  "‘",
  "’",
  "«",
  "»",
  "„",
  "(",
  ")",
  "[...]",
  "—",
  "-",
  ":",
  ";",
  ",",
  ".",
  "?",
  "!",
  "…",
  "\n",
  "\n\n",
  "\r\n",
  "\t",
  "LONDON (Reuters) —",
  "Moscow, April 20:",
  "By Jo Example",
  "April 20, 2018",
  "https://example.org/a?b=c",
  "@user",
  "#tag",
  "😀",
  "e\u0301",
  "\u00ad",
] as const

const newsText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...NEWS_WORDS) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    ),
    {
      maxLength: 80,
    },
  )
  .map((words) => words.join(" "))

const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: newsText },
  { weight: 1, arbitrary: hardText(25) },
)

/** Markup around a paragraph; "%" is its place. What pages really hold, and what they should not. */
const MARKUP = [
  "<p>%</p>",
  "<p>%",
  "<div>%</div>",
  "<h1>%</h1>",
  "<blockquote><p>%</p></blockquote>",
  "<ul><li>%</li></ul>",
  "<p><b>%</b></p>",
  "<figure><figcaption>%</figcaption></figure>",
  "<!-- % -->",
  "<script>%</script>",
  '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"%","datePublished":"2018-04-20"}</script>',
  "<table><tr><td>%</table>",
  "<pre>%</pre>",
  "<time datetime='2018-04-20'>%</time>",
  "<p class=byline>%</p>",
  "<template>%</template>",
  "<noscript>%</noscript>",
  "<svg><text>%</text></svg>",
  "<p>%<br>&nbsp;&amp;&lt;&#8220;&#x1F600;&bogus;&#0;",
  "</p></div>%",
  "<a href='%'>%</a>",
  "<textarea>%</textarea>",
  "<title>%</title>",
  "<style>%</style>",
  "<p hidden>%</p>",
  "<img alt='%'>",
  "<main><article><p>%</p></article></main>",
  "<p dir=rtl>%</p>",
  "<plaintext>%",
  "<![CDATA[%]]>",
  "<select><option>%</select>",
  "<math><mi>%</mi></math>",
] as const

const page: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...MARKUP), newsText), { minLength: 1, maxLength: 8 })
  .chain((paragraphs) =>
    fc.boolean().map((isWhole) => {
      const body = paragraphs.map(([markup, text]) => markup.replaceAll("%", () => text)).join("\n")
      return isWhole
        ? `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body>${body}</body></html>`
        : body
    }),
  )

/** One of the golden pages with some bytes changed, left out, doubled, or its end cut off. */
const damagedPage: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.constantFrom(...goldenPages),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), fc.uint8Array({ maxLength: 6 })), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([original, changes]) =>
    changes.reduce((bytes, [place, length, inserted]) => {
      const start = place % (bytes.length + 1)
      return Uint8Array.of(...bytes.subarray(0, start), ...inserted, ...bytes.subarray(start + length))
    }, original),
  )

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Two bytes a unit, so that lone surrogates stay; with or without a byte order mark, and an odd byte at the end. */
const utf16: fc.Arbitrary<Uint8Array> = fc
  .tuple(anyText, fc.boolean(), fc.boolean(), fc.boolean())
  .map(([text, isBigEndian, hasMark, isOdd]) => {
    const marked = hasMark ? `\ufeff${text}` : text
    const bytes = new Uint8Array(marked.length * 2 + (isOdd ? 1 : 0))
    const view = new DataView(bytes.buffer)
    for (let index = 0; index < marked.length; index++)
      view.setUint16(index * 2, marked.charCodeAt(index), !isBigEndian)
    return bytes
  })

const file: fc.Arbitrary<{ readonly sort: string; readonly bytes: Uint8Array }> = fc.oneof(
  { weight: 5, arbitrary: anyText.map((text) => ({ sort: "text", bytes: utf8(text) })) },
  { weight: 5, arbitrary: page.map((text) => ({ sort: "page", bytes: utf8(text) })) },
  { weight: 2, arbitrary: damagedPage.map((bytes) => ({ sort: "damaged page", bytes })) },
  { weight: 1, arbitrary: utf16.map((bytes) => ({ sort: "UTF-16", bytes })) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => ({ sort: "bytes", bytes })) },
  {
    weight: 1,
    arbitrary: fc.tuple(page, fc.uint8Array({ maxLength: 8 }), fc.nat()).map(([text, broken, place]) => {
      const bytes = utf8(text)
      const at = place % (bytes.length + 1)
      return {
        sort: "broken UTF-8",
        bytes: Uint8Array.of(...bytes.subarray(0, at), ...broken, ...bytes.subarray(at)),
      }
    }),
  },
)

const options: fc.Arbitrary<IngestOptions> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(NO_OPTIONS) },
  {
    weight: 1,
    arbitrary: fc.record({
      mediaType: fc.constantFrom("text/html" as const, "text/plain" as const, null),
      charset: fc.constantFrom(
        null,
        "utf-8",
        "windows-1252",
        "windows-1251",
        "utf-16le",
        "shift_jis",
        "gb18030",
        "iso-2022-jp",
      ),
      url: fc.constantFrom(null, "https://example.org/2018/04/20/report"),
      published: fc.constantFrom(null, "2018-04-20", "2018-04"),
      outlet: fc.constantFrom(null, "The Example"),
    }),
  },
)

export const randomReport: fc.Arbitrary<RandomReport> = fc
  .tuple(file, options, fc.nat())
  .map(([{ sort, bytes }, ingestOptions, networkSeed]) => ({
    sort,
    bytes,
    options: ingestOptions,
    networkSeed,
  }))
