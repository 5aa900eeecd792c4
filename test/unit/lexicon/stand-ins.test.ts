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
  isUnheard: (word) => !["Chicago", "Hezbollah"].includes(word),
  isBody: (word) => ["CIA", "SVR"].includes(word),
})

/** What the network sees of a text whose words are parted by spaces. */
function seen(text: string): string {
  const { words, names } = standIns(text.split(" "))
  const nameAt = new Map(
    names.flatMap((name) => range(name.from, name.to).map((word) => [word, name] as const)),
  )
  return words
    .flatMap((word, index) => {
      const name = nameAt.get(index)
      return name === undefined ? [word] : name.anchor === index ? [name.seen] : []
    })
    .join(" ")
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

describe("what the network sees", () => {
  it.each([
    // Countries: in the order of their first mention, each in the form in which it stands.
    ["Turkey and Greece met in Ankara", "America and Russia met in Washington"],
    ["Greek and Turkish ships", "American and Russian ships"],
    ["the U.S. and the UK said Saudi Arabia", "America and Russia said Iran"],
    // Parties, faiths, outlets.
    ["Democrats accused Republican senators", "Republicans accused Conservative senators"],
    ["Hindus and Muslims", "Christians and Muslims"],
    ["Kurds and Hispanic voters", "Asians and African voters"],
    ["TASS told Reuters", "BBC told CNN"],
    ["The Guardian and Al Jazeera said in Time", "BBC and CNN said in Time"],
    ["the New York Times and a New York Times reporter", "BBC and a BBC reporter"],
    // With an article as without, and in any number of words.
    ["Turkey and the United States", "America and Russia"],
    ["the United States ' troops and the UAE 's", "America 's troops and Russia 's"],
    ["the Democratic Republic of the Congo", "America"],
    ["the TASS reporter and the TASS reports", "the BBC reporter and BBC reports"],
    ["the US Senate and US $ 5", "the American Senate and America $ 5"],
    // Two words for a people; letters as the people before what is theirs.
    ["North Korean and South African ships", "American and Russian ships"],
    ["Native American voters", "Native American voters"],
    ["US troops and the U.S. military", "American troops and the American military"],
    ["the US said US strikes", "America said American strikes"],
    // Persons: by a given name or a title, then wherever the surname stands.
    ["Trump met Donald Trump in May", "Smith met Smith in May"],
    ["Theresa May said May was late in May", "Smith said May was late in May"],
    ["President Erdoğan and Mr. Demirel", "President Smith and Mr. Brown"],
    ["John F. Kennedy and Kennedy", "Smith and Smith"],
    ["Angela de la Cruz", "Smith"],
    ["Hillary Clinton and Bill Clinton", "John Smith and David Smith"],
    ["prime minister Cemal Aksoy", "prime minister Smith"],
    ["Israel Katz of Israel", "Smith of America"],
    ["General Ri Chol - su met Ri", "General Smith met Smith"],
    ["President Chia - hao Lin 's Moscow - led", "President Smith 's Washington - led"],
    ["Bill Clinton and Bill Clinton", "Smith and Smith"],
    // Nobody introduces them: a surname of the news.
    ["Rojda Demirel , also there , warned Lavrov", "Rojda Demirel , also there , warned Roberts"],
    ["said Trump 's office", "said Roberts 's office"],
    ["Lavrov Tower said", "Lavrov Tower said"],
    ["Staffan de Katz", "Staffan de Katz"],
    ["Al - Trump", "Al - Trump"],
    ["S - 300 systems", "F - 300 systems"],
    // Whom no table knows: what they do tells that they are persons.
    ["Waseema confessed and Waseema wept", "Roberts confessed and Roberts wept"],
    ["Jorvo Hatike , who fled , said", "Smith , who fled , said"],
    ["the Socoolas family and the Socoolas street", "the Roberts family and the Roberts street"],
    ["a student named Tenzin", "a student named Roberts"],
    ["Pierluisi 's oath", "Roberts 's oath"],
    // Letters of a body.
    ["the SVR and the CIA", "the CIA and the FBI"],
    ["Turkish Land Forces ( TLF )", "American Land Forces ( CIA )"],
    ["Turkish Land Army ( TLF )", "American Land Army ( TLF )"],
    // He and she.
    ["She told her that her husband was a spokesman", "He told him that his husband was a spokesman"],
    ["Her daughter hurt herself", "His son hurt himself"],
    ["the princess 's girlfriend", "the prince 's boyfriend"],
  ])("of “%s” is “%s”", (text, expected) => expect(seen(text)).toBe(expected))

  it.each([
    "the University of San Antonio and Johns Hopkins University",
    "on Sunday The",
    "Georgia and Jordan",
    "General Assembly",
    "Hezbollah denied it and Chicago 's lawyers said so",
    "Officials said and Confirmed said",
    "Tropical Storm Humberto and the Arapaho said",
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
    expect(standIns(words).words).toHaveLength(words.length)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
