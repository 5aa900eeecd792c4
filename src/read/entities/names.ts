// Names. In: what the network takes for names, and proper nouns that it does not. Out: a mention for each.
import type { Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Mention } from "../../schema/reading.ts"
import { decodeSpans } from "../spans/index.ts"
import { isTimeWord, phraseOf, wordOf } from "./phrases.ts"
import type { Found, Place } from "./place.ts"

type Label = Extract<Mention, { kind: "name" }>["label"]

/**
 * Every name in text order. Proper nouns that the network left out (“Congress”, “Hurricane Dorian”) are names of
 * things, or of persons after a title.
 */
export function* findNames(place: Place, taken: Uint8Array): Iterable<Found> {
  const { doc, tokens, sentences, scores } = place
  const startsLine = (word: number): boolean =>
    word === 0 || doc.text.slice(tokens.end(word - 1), tokens.start(word)).includes("\n")
  const spans = decodeSpans(scores.head("names"), { mayGoOn: (_, word) => !startsLine(word) })
  const isNamed = new Uint8Array(tokens.length)
  let sentence = 0
  for (const { role, range, mean } of spans) {
    while (sentence < sentences.length - 1 && sentences[sentence]!.to <= range.from) sentence += 1
    isNamed.fill(1, range.from, range.to)
    // A name that is a source's has its mention.
    if (taken.subarray(range.from, range.to).some((each) => each === 1)) continue
    const tree = place.trees[sentence]!
    const score = Math.exp(mean)
    for (const part of apart(place, range)) {
      const label = part.label ?? labelOf(role)
      yield nameMention(place, part.range, tree.topOf(part.range), label, score)
    }
  }
  for (const [number, { from, to }] of sentences.entries()) {
    for (let word = from; word < to; word += 1) {
      if (isNamed[word] === 1 || taken[word] === 1) continue
      const name = missedName(place, place.trees[number]!, word, isNamed)
      if (name !== null) yield name
    }
  }
}

/** “the UN envoy for Syria Staffan de Mistura”: a country and whoever is named after it, taken for one name. */
function apart(
  place: Place,
  { from, to }: TokenRange,
): readonly { readonly range: TokenRange; readonly label: Label | null }[] {
  const whole = { range: { from, to }, label: null }
  // Two words may be a name that begins with a country's: “China Daily”, “Mali Telecom”.
  if (to - from < 3 || !place.isCountry(wordOf(place, from))) return [whole]
  const hasParticle = /^(?:de|da|di|van|von|bin|al|el)$/i.test(wordOf(place, to - 2))
  const isPreceded = from > 0 && /^(?:for|to|in|on|from)$/i.test(wordOf(place, from - 1))
  if (!hasParticle && !isPreceded) return [whole]
  return [
    { range: { from, to: from + 1 }, label: "place" },
    { range: { from: from + 1, to }, label: "person" },
  ]
}

function nameMention({ tokens }: Place, range: TokenRange, head: number, label: Label, score: number): Found {
  const span = { start: tokens.start(range.from), end: tokens.end(range.to - 1) }
  return { head, kind: "name", label, name: span, span, score }
}

/** A proper noun that heads a phrase of its own: not a word within a longer name, no day, no title before a name. */
function missedName(place: Place, tree: Tree, word: number, isNamed: Uint8Array): Found | null {
  const token = tree.at(word)
  if (token.upos !== "PROPN" || isTimeWord(token.lemma)) return null
  if (/^(?:flat|fixed|goeswith|nmod:desc|punct|amod)/.test(token.relation)) return null
  // “Trump” of “the Trump intervention”, not “Defence” of “Defence Ministry”.
  const above = tree.headOf(word)
  if (token.relation === "compound" && (above === null || tree.at(above).upos !== "NOUN")) return null
  const phrase = phraseOf(tree, word)
  let { from, to } = { from: word, to: word + 1 }
  const isPart = (index: number): boolean => tree.at(index).upos === "PROPN" && isNamed[index] !== 1
  while (from > phrase.from && isPart(from - 1)) from -= 1
  while (to < phrase.to && isPart(to)) to += 1
  const label = /^(?:Mrs?|Ms|Dr|Sir|Dame|Lord|Lady)\.?$/.test(wordOf(place, from)) ? "person" : "thing"
  return nameMention(place, { from, to }, word, label, 0.5)
}

function labelOf(role: string): Label {
  switch (role) {
    case "PER":
      return "person"
    case "ORG":
      return "organization"
    case "LOC":
      return "place"
    default:
      return "thing"
  }
}
