// Encodings: which one is found, and that the words come out of it whole.
import { describe, expect, it } from "vitest"
import { charsetName, checkIngestOptions, isEdtfDate, NO_OPTIONS } from "../../../src/ingest/index.ts"
import { read } from "../../check/ingest.ts"

/** The bytes of `text` in windows-1252, for the characters used here. */
function windows1252(text: string): Uint8Array {
  const special: Record<string, number> = {
    "“": 0x93,
    "”": 0x94,
    "‘": 0x91,
    "’": 0x92,
    "—": 0x97,
    "€": 0x80,
    "…": 0x85,
  }
  return Uint8Array.from([...text].map((character) => special[character] ?? character.charCodeAt(0)))
}

function utf16(text: string, isBigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? `\ufeff${text}` : text)].flatMap((character) => {
    const unit = character.charCodeAt(0)
    return isBigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]
  })
  return Uint8Array.from(units)
}

const WORDS = "“The talks were bombed,” Lavrov said — it cost €5.\nNobody else said so.\n"

describe("an encoding", () => {
  it.each(["windows-1252", "iso-8859-1", "latin1", "us-ascii"])(
    "stated as %s keeps its curly marks",
    (label) => {
      const page = windows1252(`<meta charset="${label}"><title>Talks</title><p>${WORDS}</p>`)
      const { doc, problems } = read(page)
      expect(doc.source.charset).toBe("windows-1252")
      expect(doc.text).toContain("“The talks were bombed,” Lavrov said — it cost €5.")
      expect(problems.map(({ code }) => code)).not.toContain("undecodable-bytes")
    },
  )

  it.each(["text/html; charset", "text/html; charset ", "charset="])(
    "that a page begins to state and does not (%j) is no reason to stop",
    (content) => {
      const page = windows1252(
        `<meta http-equiv="content-type" content="${content}"><title>Talks</title><p>${WORDS}</p>`,
      )
      expect(read(page).doc.source.charset).toBe("windows-1252")
    },
  )

  it("that nothing states is guessed", () => {
    const { doc, problems } = read(windows1252(WORDS))
    expect(doc.text).toBe(WORDS)
    expect(problems.map(({ code }) => code)).toContain("charset-guessed")
  })

  it("wrongly stated as Latin-1 over UTF-8 is seen through", () => {
    const { doc } = read(`<meta charset="iso-8859-1"><title>Talks</title><p>${WORDS}</p>`)
    expect(doc.source.charset).toBe("UTF-8")
    expect(doc.text).toContain("“The talks were bombed,”")
  })

  it("wrongly stated as UTF-8 over windows-1252 is seen through", () => {
    const { doc } = read(windows1252(`<meta charset="utf-8"><title>Talks</title><p>${WORDS}</p>`))
    expect(doc.text).toContain("“The talks were bombed,”")
  })

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])("of two bytes is read (big-endian %s, with mark %s)", (isBigEndian, mark) => {
    const { doc } = read(utf16(WORDS, isBigEndian, mark))
    expect(doc.text).toBe(WORDS)
    expect(doc.source.charset).toBe(isBigEndian ? "UTF-16BE" : "UTF-16LE")
  })

  it("given by the user goes before what the page states, and after its byte order mark", () => {
    const cyrillic = Uint8Array.from([0xcb, 0xe0, 0xe2, 0xf0, 0xee, 0xe2])
    expect(read(cyrillic, { charset: "cp1251" }).doc.text).toBe("Лавров")
    expect(read("\ufeffЛавров", { charset: "cp1251" }).doc.text).toBe("Лавров")
  })

  it("is stated by other names too, and only by known ones", () => {
    expect(charsetName("cp1251")).toBe("windows-1251")
    expect(charsetName("utf8")).toBe("UTF-8")
    expect(charsetName("klingon")).toBe(null)
  })

  it.each([
    ["guessed from an escape character", "<p>Lavrov said \u0080\u001b that the talks were bombed.</p>"],
    ["stated", '<meta charset="iso-2022-kr"><p>Lavrov said that the talks were bombed.</p>'],
    [
      "guessed where the page's own is wrong",
      '<!D\u0080\u001bOCTYPE html><meta charset="utf-8"><p>The talks were bombed.</p>',
    ],
  ])("that no browser decodes is not taken when it is %s", (_, page) => {
    const { doc } = read(Uint8Array.from(page, (character) => character.charCodeAt(0)))
    expect(doc.source.charset).not.toBe("replacement")
    expect(doc.text).toContain("the talks were bombed.".slice(4))
  })
})

describe("broken bytes", () => {
  it("become U+FFFD and a problem", () => {
    const whole = new TextEncoder().encode(WORDS.repeat(3))
    const broken = whole.slice()
    broken[1] = 0x20
    const { doc, problems } = read(broken)
    expect(doc.source.charset).toBe("UTF-8")
    expect(doc.text).toContain("\ufffd")
    expect(problems.map(({ code }) => code)).toContain("undecodable-bytes")
  })

  it("that the file already held as U+FFFD are no problem of ours", () => {
    const { problems } = read("He said \ufffdyes\ufffd to “all” of it, they said.")
    expect(problems.map(({ code }) => code)).not.toContain("undecodable-bytes")
  })

  it("half a letter at the end is one", () => {
    const whole = new TextEncoder().encode("Le président a dit “non” et “oui”, et “peut-être”")
    const { problems } = read(whole.slice(0, -1))
    expect(problems.map(({ code }) => code)).toContain("undecodable-bytes")
  })

  it("of a picture named .html give no lines", () => {
    const picture = Uint8Array.from(
      { length: 5000 },
      (_, index) => (index * 7919 + (index >> 3) * 104729) & 255,
    )
    const { doc, problems } = read(picture, { mediaType: "text/html" })
    expect(doc.text).toBe("")
    expect(problems.map(({ code }) => code)).toContain("no-text")
  })

  it("NUL and empty files are read", () => {
    expect(read("He said\0 no.\nShe said yes.").doc.text).toBe("He said\0 no.\nShe said yes.")
    expect(read("").problems.map(({ code }) => code)).toEqual(["no-text"])
  })
})

describe("plain text", () => {
  it("stays as it is, CRLF and all, without its byte order mark", () => {
    const text = "Headline of the day\r\n\r\n  He said: \t“yes”.\u00a0\r\n\r\n"
    const { doc, source } = read(`\ufeff${text}`, { mediaType: "text/plain" })
    expect(doc.text).toBe(text)
    expect(source).toBe(text)
    expect(doc.origin).toEqual([
      { kind: "verbatim", span: { start: 0, end: text.length }, sourceStart: 0, sourceEnd: text.length },
    ])
  })
})

describe("options", () => {
  it.each(["2018", "2018-04", "2018-04-20", "2018-04-20/2018-04-22", "2018-12/..", "../2018"])(
    "%s is a date",
    (date) => {
      expect(isEdtfDate(date)).toBe(true)
    },
  )

  it.each([
    "",
    "yesterday",
    "2018-13",
    "2018-02-30",
    "20-04-2018",
    "2018-04-22/2018-04-20",
    "../..",
    "2018/2019/2020",
  ])("%s is no date", (date) => {
    expect(isEdtfDate(date)).toBe(false)
  })

  it.each([
    [{ published: "yesterday" }, "bad-date"],
    [{ charset: "klingon" }, "bad-charset"],
    [{ url: "not an address" }, "bad-url"],
  ])("%o are refused before a file is read", (options, code) => {
    expect(() => checkIngestOptions({ ...NO_OPTIONS, ...options })).toThrow(expect.objectContaining({ code }))
  })

  it("go before what the page says", () => {
    const page = `<title>Talks</title><meta property="og:site_name" content="Paper"><meta name="date" content="2018-04-20"><p>${WORDS}</p>`
    const { doc } = read(page, { published: "2019", outlet: "Agency", url: "https://example.org/a" })
    expect([doc.published?.edtf, doc.outlet, doc.source.url]).toEqual([
      "2019",
      "Agency",
      "https://example.org/a",
    ])
  })
})
