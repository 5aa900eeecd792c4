// The report that every design began with: what a user must read of it, row by row. It is not part of the project; where
// `../shared` is not at hand there is nothing to test. Rows name lines by a few words of theirs.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { type DocRecord, openReader } from "../src/node.ts"
import { evidenceText } from "../src/schema/evidence-text.ts"

const FILE = join(import.meta.dirname, "..", "..", "shared", "reports", "presstv-2018-lavrov-geneva.txt")

// cue, speaker, mode, first and last words of what is said
const STATEMENTS = [
  [":", "Sergei Lavrov", "mixed", "US, allies", "strikes"],
  ["says", "Sergei Lavrov", "mixed", "the US and", "the country"],
  ["said", "Sergei Lavrov", "mixed", "The US,", "in Geneva,”"],
  ["noted", "Sergei Lavrov", "direct", "“We came", "reform,”"],
  ["say", "Russian officials", "indirect", "the tripartite", "peaceful future"],
  ["says", "European Union", "mixed", "the recent", "lasting peace there"],
  ["said", "Staffan de Mistura", "mixed", "the UN’s", "attacks"],
  ["said", "Staffan de Mistura", "direct", "“I am", "process,”"],
  ["noted", "Staffan de Mistura", "direct", "“It is", "basics,”"],
  ["reportedly", null, "indirect", "", "on April 7"],
  ["has rejected", "Syria", "indirect", "any role", "attack"],
  ["According to", "Russian Defense Ministry", "indirect", "the Syrian army", "Kvadrat units"],
  ["announced", "Russian Federation", "indirect", "it may", "aggression"],
] as const

describe.skipIf(!existsSync(FILE))("the seed report", () => {
  let record: DocRecord
  beforeAll(async () => {
    const reader = await openReader()
    record = await reader.read(readFileSync(FILE), { mediaType: "text/plain", published: "2018-04-20" })
    await reader.close()
  })

  const nameOf = (id: string | undefined): string | null =>
    record.entities.find((entity) => entity.id === id)?.name ?? null

  test.each(STATEMENTS)("“%s”, %s, %s: %s … %s", (cue, speaker, mode, first, last) => {
    const found = record.statements.filter(
      (statement) =>
        evidenceText(statement.cue?.parts ?? []) === cue &&
        nameOf(statement.speaker?.value) === speaker &&
        evidenceText(statement.content.parts).startsWith(first) &&
        evidenceText(statement.content.parts).endsWith(last),
    )
    expect(found.map((statement) => statement.mode)).toEqual([mode])
  })

  test("has no other statement, but one that may be read within another", () => {
    const inner = record.statements.filter(({ inside }) => inside !== null)
    expect(record.statements.length - inner.length).toBe(STATEMENTS.length)
    // “the UN’s *priority* was to “lower the temperature””: what it intends; processors differ.
    expect(["", "priority"]).toContain(inner.map(({ cue }) => evidenceText(cue?.parts ?? [])).join())
  })

  /** Events one of whose mentions holds these words. */
  const events = (words: string) =>
    record.events.filter(({ status }) =>
      status.evidence.some(({ parts }) => evidenceText(parts).includes(words)),
    )
  const parties = (list: readonly { readonly value: string }[]): readonly (string | null)[] =>
    list.map(({ value }) => nameOf(value))
  /** “outlet asserts”, “Sergei Lavrov hedges”: the innermost voice of each claim. */
  const voices = (event: string): readonly string[] =>
    record.claims
      .filter(({ proposition }) => proposition.event === event)
      .map(({ chain, stance }) => {
        const last = chain.at(-1)!
        return `${last.kind === "entity" ? nameOf(last.entity) : last.kind} ${stance}`
      })

  test("strikes on Syria, 14 April, by the USA, the UK and France: actual, and the outlet says so", () => {
    const [strikes] = events("carried out missile attacks")
    expect(strikes?.type?.value).toBe("ASSAULT")
    expect(strikes?.status.value).toBe("actual")
    expect(strikes?.time?.value.edtf).toBe("2018-04-14")
    expect(new Set(parties(strikes!.actors))).toEqual(new Set(["US", "France", "Britain"]))
    expect(voices(strikes!.id)).toContain("outlet asserts")
  })

  test("that they bombed the talks is an accusation of Lavrov's, and no assault", () => {
    const bombed = events("bombed").filter(({ type }) => type?.value !== "ASSAULT")
    expect(bombed.length).toBeGreaterThan(0)
    for (const { type, id, time } of bombed) {
      expect(type?.value).toBe("ACCUSE")
      // Not on Friday, when he said so.
      expect([undefined, "2018-04-14"]).toContain(time?.value.edtf)
      expect(voices(id)).toEqual(["Sergei Lavrov asserts"])
    }
  })

  test("a suspected chemical attack in Douma, 7 April: hedged, denied by Syria, never plainly asserted", () => {
    const [attack, ...others] = record.events.filter(({ modes }) => modes.includes("unconventional"))
    expect(others).toEqual([])
    expect(attack?.time?.value.edtf).toBe("2018-04-07")
    expect(nameOf(attack?.place?.value)).toBe("Douma")
    expect(voices(attack!.id)).toContain("outlet hedges")
    expect(voices(attack!.id)).toContain("Syria denies")
    expect(voices(attack!.id).filter((voice) => voice.endsWith("asserts"))).toEqual([])
  })

  test("71 of 103 missiles shot down, as the Russian Defence Ministry says, with four systems", () => {
    const [down] = events("shot down")
    expect(down?.quantities.map(({ value }) => value)).toEqual([
      { bound: "exact", value: 71, unit: "missile", outOf: 103 },
    ])
    expect(voices(down!.id)).toEqual(["Russian Defense Ministry asserts"])
    for (const system of ["S-125", "S-200", "Buk", "Kvadrat"]) {
      expect(evidenceText(down!.instrument!.parts)).toContain(system)
    }
  })

  test("S-300s to Syria: possible, not done", () => {
    const [giving] = events("giving")
    expect([giving?.type?.value, giving?.status.value]).toEqual(["AID", "possible"])
    expect(parties(giving!.actors)).toEqual(["Russian Federation"])
  })

  test("Lavrov meets de Mistura in Moscow on Friday; talks in Astana and rounds in Geneva", () => {
    const [meeting] = events("meeting")
    expect(parties(meeting!.actors)).toEqual(["Sergei Lavrov", "Staffan de Mistura"])
    expect(nameOf(meeting?.place?.value)).toBe("Moscow")
    expect(meeting?.time?.value.edtf).toBe("2018-04-20")
    const talks = record.events.filter(({ type }) => type?.value === "CONSULT")
    const places = talks.map(({ place }) => nameOf(place?.value))
    expect(places).toContain("Astana")
    expect(places).toContain("Geneva")
  })
})
