import { describe, expect, it } from "vitest"
import { datelineOf } from "../../../src/resolve/places/dateline.ts"
import type { Block } from "../../../src/schema/doc.ts"

/** The words of the dateline of `text`, whose lines are blocks of `kind`; null when there is none. */
function dateline(text: string, kind: Block["kind"] = "paragraph"): string | null {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line): Block => {
    return { kind, span: { start: line.index, end: line.index + line[0].length } }
  })
  const span = datelineOf({ text, blocks })
  return span === null ? null : text.slice(span.start, span.end)
}

describe("the place of a dateline", () => {
  it.each([
    ["DAMASCUS, April 20 (Xinhua) — The army said on Friday that", "DAMASCUS"],
    ["MOSCOW (AP) - Russia said", "MOSCOW"],
    ["WASHINGTON — The White House", "WASHINGTON"],
    ["NEW YORK (Reuters) – Stocks fell", "NEW YORK"],
    ["PORT-AU-PRINCE, Haiti (AP) -- Police", "PORT-AU-PRINCE"],
    ["GENEVA/ANKARA (Reuters) - Talks", "GENEVA"],
    ["PARIS, Texas — A storm", "PARIS"],
    ["ST. LOUIS, Mo. (AP) — The mayor", "ST. LOUIS"],
    ["SÃO PAULO — Voters", "SÃO PAULO"],
    ["Damascus, April 20 (SANA) - Syria said", "Damascus"],
    ["(Nairobi, July 18, 2025) – Police shot", "Nairobi"],
    ["MOSCOW, June 20. /TASS/. Russia said", "MOSCOW"],
    ["Khan Sheikhoun, Syria (CNN) — Doctors", "Khan Sheikhoun"],
  ])("of “%s” is “%s”", (text, place) => expect(dateline(text)).toBe(place))

  it.each([
    "Russian Foreign Minister Sergei Lavrov says the US and its allies “bombed” the talks.",
    "The talks – the third this year – ended without a result.",
    "BREAKING: Missiles hit targets in Syria",
    "UPDATE — Police said",
    "He said it was over - and left.",
    "Syria, Iran and Russia - the three - agreed.",
    "",
    "—",
  ])("is none in “%s”", (text) => expect(dateline(text)).toBeNull())

  it("is read from a block of its own, with or without its dash", () => {
    expect(dateline("BEIRUT —", "dateline")).toBe("BEIRUT")
    expect(dateline("BEIRUT", "dateline")).toBe("BEIRUT")
    expect(dateline("BEIRUT (AP)", "dateline")).toBe("BEIRUT")
    expect(dateline("Friday, April 20, 2018", "dateline")).toBeNull()
    expect(dateline("April 20, 2018", "dateline")).toBeNull()
  })

  it("takes no longer for a text without an end", () => {
    expect(dateline("A ".repeat(100_000))).toBeNull()
    expect(dateline("A,".repeat(100_000))).toBeNull()
    expect(dateline("A-".repeat(100_000), "dateline")).toBeNull()
  })
})
