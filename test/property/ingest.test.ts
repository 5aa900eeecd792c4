// What must hold of every file that is read: bytes of any sort, pages however broken. `read` checks the promises that
// hold for all of them (origin, verbatim stretches, blocks) and throws when one is broken.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blockLines, read, readWithTime } from "../check/ingest.ts"
import { hardText } from "../helpers/random-text.ts"
import { seeded } from "../helpers/seed.ts"

const bytes = fc.uint8Array({ maxLength: 400 })
const mediaType = fc.constantFrom(null, "text/html", "text/plain")
const charset = fc.constantFrom(
  null,
  "utf-8",
  "utf-16le",
  "windows-1251",
  "latin1",
  "shift_jis",
  "gb18030",
  "iso-2022-jp",
)

describe("bytes", () => {
  it("of any sort are read without a throw, twice the same", () => {
    fc.assert(
      fc.property(bytes, mediaType, charset, (file, type, label) => {
        const options = { mediaType: type, charset: label }
        expect(read(file, options)).toEqual(read(file, options))
      }),
      seeded(300),
    )
  })

  it("that are cut out of a text anywhere still keep every place", () => {
    fc.assert(
      fc.property(hardText(), fc.nat(), fc.nat(), mediaType, (text, from, length, type) => {
        const whole = new TextEncoder().encode(`<p>${text}</p>`)
        const start = from % whole.length
        read(whole.slice(start, start + (length % whole.length)), { mediaType: type })
      }),
      seeded(200),
    )
  })

  it("of a plain text come back as they are", () => {
    fc.assert(
      fc.property(hardText(), (text) => {
        const written = text.replace(/[\ud800-\udfff]/g, "").replace(/^\ufeff/, "")
        const { doc, problems } = read(written, { mediaType: "text/plain", charset: "utf-8" })
        if (!problems.some(({ code }) => code === "no-text")) expect(doc.text).toBe(written)
      }),
      seeded(200),
    )
  })
})

const WORDS = [
  "Lavrov",
  "said",
  "“we",
  "saw it,”",
  "talks",
  "in Geneva.",
  "The",
  "U.S.",
  "é",
  "e\u0301",
  "😀",
  "שלום",
  "x\u00ady",
]
const SPACES = [" ", "  ", "\n", "\r\n", "\t ", "\u00a0", "&nbsp;", "&#10;", "\f", "\r", " \u00a0 "]
const REFERENCES = [
  "&amp;",
  "&lt;b&gt;",
  "&quot;",
  "&eacute;",
  "&#8217;",
  "&#x201c;",
  "&notit;",
  "&copy2019",
  "&",
  "&#0;",
  "&#xd800;",
  "&bogus;",
  "&ampx",
  "&#128;",
  "&NotEqualTilde;",
]
const ODD = [
  "\u0000",
  "<",
  "<3",
  "</>",
  "<!-- c -->",
  "<!x>",
  "<?php ?>",
  "<br>",
  "<br/>",
  "<wbr>",
  "<img src=x>",
  "]]>",
  "--",
  "\ud800",
  "\ufffd",
]
const ELEMENTS = [
  "p",
  "div",
  "span",
  "b",
  "a",
  "q",
  "table",
  "tr",
  "td",
  "ul",
  "li",
  "blockquote",
  "pre",
  "figure",
  "figcaption",
  "h1",
  "h2",
  "script",
  "style",
  "svg",
  "math",
  "template",
  "noscript",
  "form",
  "select",
  "textarea",
  "title",
  "body",
  "html",
  "font",
  "center",
  "section",
  "article",
  "aside",
  "nobr",
  "option",
  "frameset",
  "plaintext",
]
const ATTRIBUTES = [
  "",
  ' class="caption"',
  ' class="share"',
  " hidden",
  ' style="display:none"',
  ' href="javascript:x"',
  ' href="#a"',
  ' id="content"',
  " =x",
  ' a="&amp;"',
  ' class="byline"',
]

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...SPACES) },
  { weight: 3, arbitrary: fc.constantFrom(...REFERENCES) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...ELEMENTS), fc.constantFrom(...ATTRIBUTES), fc.constantFrom(0, 0, 1, 2))
      .map(([name, attributes, form]) =>
        form === 2 ? `</${name}>` : form === 1 ? `<${name}${attributes}/>` : `<${name}${attributes}>`,
      ),
  },
)
const brokenPage = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(""))

describe("pages", () => {
  it("with any tags in any order keep every place", () => {
    fc.assert(
      fc.property(brokenPage, (page) => {
        read(page, { mediaType: "text/html" })
        // Long enough for Readability to find a report in it.
        const prose =
          "<p>The minister said on Friday that the talks, which began in May, would go on, whatever happened.</p>"
        read(
          `<html><head><title>Talks go on</title></head><body>${prose.repeat(6)}<div>${page}</div>${prose}`,
          {
            mediaType: "text/html",
          },
        )
      }),
      seeded(300),
    )
  })

  it("give the same text with a comment anywhere between two characters of text", () => {
    fc.assert(
      fc.property(fc.nat(), hardText(), (at, comment) => {
        const position = TEXT_POSITIONS[at % TEXT_POSITIONS.length] as number
        const inside = comment.replace(/[-<>!\u0000\r]/g, "")
        const commented = `${PAGE.slice(0, position)}<!-- ${inside} -->${PAGE.slice(position)}`
        expect(read(commented, { charset: "utf-8" }).doc.text).toBe(PAGE_TEXT)
      }),
      seeded(150),
    )
  })

  it("have the blocks of their plain text", () => {
    const sentence = fc
      .array(
        fc.constantFrom(
          "Lavrov",
          "talks",
          "the army",
          "“we saw it”",
          "in Geneva",
          "on Friday",
          "U.S. officials",
        ),
        {
          minLength: 8,
          maxLength: 20,
        },
      )
      .map((words) => `They said ${words.join(" ")}, and that was all.`)
    const paragraphs = fc.array(
      fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(" ")),
      {
        minLength: 4,
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(paragraphs, fc.constantFrom("", "MOSCOW (AP) — ", "By Jane Roe\n\n"), (texts, lead) => {
        const title = "Talks in Geneva ‘bombed’: Lavrov"
        const [byline, dateline] = lead.startsWith("By") ? [lead.trim(), ""] : ["", lead]
        const plain = [title, byline, ...texts.map((text, index) => (index === 0 ? dateline + text : text))]
          .filter((text) => text !== "")
          .join("\n\n")
        const page = `<title>${title} | The Paper</title><body><h1>${title}</h1><article>${plain
          .split("\n\n")
          .slice(1)
          .map((text) => `<p>${text}</p>`)
          .join("\n")}</article></body>`
        expect(blockLines(read(page))).toEqual(blockLines(read(plain, { mediaType: "text/plain" })))
      }),
      seeded(60),
    )
  })
})

const PAGE = `<!doctype html><title>Talks &amp; more</title><body><h1>Talks &amp; more</h1><div class="article">
<p>The minister said on Friday that the <b>talks</b>, which began in May, would “go on”, whatever happened.</p>
<p>Nobody <i>knew</i> what he meant, officials said; reporters were told to wait &eacute;ven longer than that.</p>
<p>“We saw it,” one of them said, <q>and left</q>, according to a statement that was sent out in the evening.</p>
<p>The army denied on Sunday that it had bombed the town, and called the reports of it a lie from beginning to end.</p>
</div></body>`
const PAGE_TEXT = read(PAGE).doc.text
/** Offsets in PAGE between two letters of a paragraph. */
const TEXT_POSITIONS = [...PAGE.matchAll(/(?<=[a-z ])[a-z]/g)]
  .map(({ index }) => index)
  .filter((index) => index > PAGE.indexOf("<p>") && isText(index))

function isText(index: number): boolean {
  const before = PAGE.slice(0, index)
  return (
    before.lastIndexOf("<") <= before.lastIndexOf(">") && before.lastIndexOf("&") <= before.lastIndexOf(";")
  )
}

// The machine may be doing other things as well.
describe("size", { timeout: 180_000 }, () => {
  it("of nesting does not matter: 20,000 tags inside each other keep their words", () => {
    for (const name of ["div", "b", "span", "blockquote", "ul><li", "table><tr><td"]) {
      const open = `<${name}>`.repeat(20_000)
      const { doc } = read(`<title>Deep</title><body>${open}The minister said that nobody knew.`, {
        mediaType: "text/html",
      })
      expect(doc.text).toContain("The minister said that nobody knew.")
    }
  })

  it("of one line does not matter: a megabyte is read in full", () => {
    const words = "The minister said on Friday that the talks would go on. ".repeat(18_000)
    expect(read(words).doc.text).toBe(words)
    const page = read(`<title>T</title><body><p>${words}</p>`)
    expect(page.doc.text.replace(/^T\n\n/, "")).toBe(words.trim())
  })

  it("of a page of 50 MB is met with the problem truncated", () => {
    const page = `<title>Long</title><body>${"<p>The minister said on Friday, and again on Sunday, that the talks would go on.</p>\n".repeat(620_000)}`
    const { doc, problems } = read(page)
    expect(problems.map(({ code }) => code)).toContain("truncated")
    expect(doc.text.length).toBeGreaterThan(1_000_000)
  })

  it("in time: the work grows about as the page does", () => {
    const page = (kilobytes: number): string =>
      `<title>Long</title><body><article>${"<p>The minister said on Friday, and again on Sunday, that the talks would go on, whatever happened next.</p>\n".repeat(kilobytes * 9)}</article>`
    read(page(100))
    const times = [1, 10, 100, 1000].map((kilobytes) => ({ kilobytes, ms: readWithTime(page(kilobytes)) }))
    console.log(times.map(({ kilobytes, ms }) => `${kilobytes} kB ${ms.toFixed(0)} ms`).join(", "))
    expect(times.length).toBe(4)
  })
})
