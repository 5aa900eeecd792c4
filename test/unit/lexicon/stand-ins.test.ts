import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { parseBaseWords } from "../../../src/lexicon/base-words.ts"
import { parseCountries } from "../../../src/lexicon/countries.ts"
import { parseGivenNames } from "../../../src/lexicon/given-names.ts"
import { parseStandIns } from "../../../src/lexicon/stand-ins.ts"

const DATA = join(import.meta.dirname, "..", "..", "..", "data")
const table = (name: string): string => readFileSync(join(DATA, name), "utf8")

const standIns = parseStandIns({
  countries: parseCountries(table("countries.tsv")),
  givenNames: parseGivenNames(table("given-names.tsv")),
  baseWords: parseBaseWords(table("base-words.tsv")),
  outlets: ["TASS", "Reuters", "The Guardian", "Al Jazeera", "New York Times", "Time"],
  isSurname: (word) => ["Trump", "Lavrov", "Fernández", "Katz"].includes(word),
})

/** What the network sees of a text whose words are parted by spaces. */
const seen = (text: string): string => standIns(text.split(" ")).join(" ")

describe("what the network sees", () => {
  it.each([
    // Countries: in the order of their first mention, each in the form in which it stands.
    ["Turkey and Greece met in Ankara", "America and Russia met in Washington"],
    ["Greek and Turkish ships", "American and Russian ships"],
    ["the U.S. and the UK said Saudi Arabia", "the US and the UK said North Korea"],
    // Parties, faiths, outlets.
    ["Democrats accused Republican senators", "Republicans accused Conservative senators"],
    ["Hindus and Muslims", "Christians and Muslims"],
    ["TASS told Reuters", "BBC told CNN"],
    ["The Guardian and Al Jazeera said in Time", "The BBC and Sky News said in Time"],
    ["the New York Times", "the New York Times"],
    // With an article as without.
    ["Turkey and the United States", "America and the United Kingdom"],
    // Two words for a people; letters as the people before what is theirs.
    ["North Korean and South African ships", "South Korean and Saudi Arabian ships"],
    ["Native American voters", "Native American voters"],
    ["US troops and the U.S. military", "American troops and the American military"],
    ["the US said US strikes", "the US said American strikes"],
    // Persons: by a given name or a title, then wherever the surname stands.
    ["Trump met Donald Trump in May", "Smith met John Smith in May"],
    ["Theresa May said May was late in May", "John Smith said May was late in May"],
    ["President Erdoğan and Mr. Demirel", "President Smith and Mr. Brown"],
    ["John F. Kennedy and Kennedy", "John F. Smith and Smith"],
    ["Angela de la Cruz", "John de la Smith"],
    ["Hillary Clinton and Bill Clinton", "John Smith and David Smith"],
    ["prime minister Cemal Aksoy", "prime minister John Smith"],
    ["Israel Katz of Israel", "John Smith of America"],
    // Nobody introduces them: a surname of the news.
    ["Rojda Demirel , also there , warned Lavrov", "Rojda Demirel , also there , warned Roberts"],
    ["said Trump 's office", "said Roberts 's office"],
    ["Lavrov Tower said", "Lavrov Tower said"],
    ["Staffan de Katz", "Staffan de Katz"],
    ["Al - Trump", "Al - Trump"],
    ["S - 300 systems", "F - 300 systems"],
    // He and she.
    ["She told her that her husband was a spokesman", "He told him that his husband was a spokesman"],
    ["Her daughter hurt herself", "His son hurt himself"],
    ["the princess 's girlfriend", "the prince 's boyfriend"],
  ])("of “%s” is “%s”", (text, expected) => expect(seen(text)).toBe(expected))

  it.each([
    "the University of San Antonio and Johns Hopkins University",
    "on Sunday The Hague",
    "Georgia and Jordan",
    "General Assembly",
    "the Prime Minister of the Supreme Court",
  ])("leaves “%s” as it is", (text) => expect(seen(text)).toBe(text))

  it("is the same for a passage and the same with its parties exchanged", () => {
    const passage = (one: string, other: string) =>
      `President ${one} said ${one} had called Mr. ${other} to warn him .`
    expect(seen(passage("Trump", "Biden"))).toBe(seen(passage("Biden", "Trump")))
  })

  it("gives as many words, and takes time in proportion to them", () => {
    const words = "Theresa May met Angela Merkel of Germany ".repeat(20_000).trim().split(" ")
    const began = performance.now()
    expect(standIns(words)).toHaveLength(words.length)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
