// Names. In: what the network takes for names, and proper nouns that it does not. Out: a mention for each.
import type { Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Mention } from "../../schema/reading.ts"
import { decodeSpans } from "../spans/index.ts"
import { mendNames, type NetworkName } from "./mend-names.ts"
import { mendRoles } from "./mend-roles.ts"
import { withOneMeaning } from "./one-meaning.ts"
import { mendPersons } from "./person-edges.ts"
import { isTimeWord, phraseOf, treeOf, wordOf } from "./phrases.ts"
import type { Found, Place } from "./place.ts"
import { capitalPlaces, mendPlaces } from "./place-edges.ts"
import { isAddress, isFormerOffice, isTitle } from "./titles.ts"

type Label = Extract<Mention, { kind: "name" }>["label"]

/** What the network takes for names, in text order, with their edges and roles put right. */
export function networkNames(place: Place): readonly NetworkName[] {
  const { doc, tokens, sentences, scores } = place
  const starts = new Set(sentences.map(({ from }) => from))
  // “Thanks, Phillip | Jim, take a look”
  const begins = (word: number): boolean =>
    starts.has(word) || doc.text.slice(tokens.end(word - 1), tokens.start(word)).includes("\n")
  const names = decodeSpans(scores.head("names"), { mayGoOn: (_, word) => !begins(word) })
  const mend = [withOneMeaning, mendRoles, mendPersons, mendPlaces, capitalPlaces, mendNames]
  return mend.reduce<readonly NetworkName[]>((known, each) => each(place, known), names)
}

/**
 * Every name in text order. Proper nouns that the network left out (“Congress”, “Hurricane Dorian”) are names of
 * things, or of persons after a title. `byTitle`: see `namesByTitle`.
 */
export function* findNames(
  place: Place,
  names: readonly NetworkName[],
  byTitle: ReadonlyMap<number, NetworkName>,
  taken: Uint8Array,
): Iterable<Found> {
  const { tokens, sentences } = place
  const isNamed = new Uint8Array(tokens.length)
  const titles = new Map([...byTitle].map(([title, name]) => [name, title]))
  for (const each of names) {
    const { role, range, mean } = each
    isNamed.fill(1, range.from, range.to)
    // A name that is a source's has its mention.
    if (taken.subarray(range.from, range.to).some((word) => word === 1)) continue
    const tree = treeOf(place, range.from)
    // “NAY PYI TAW” of a dateline, which is cut into sentences as if it were several.
    const inSentence = { from: range.from, to: Math.min(range.to, tree.sentence.to) }
    taken.fill(1, inSentence.to, range.to)
    const name = nameMention(place, range, tree.topOf(inSentence), labelOf(role), Math.exp(mean))
    const title = titles.get(each)
    if (title === undefined || !tree.has(title) || taken[title] === 1) yield name
    else {
      // “meeting with UN envoy for Syria Staffan de Mistura”: the office heads the phrase.
      const from = Math.min(title, phraseOf(tree, title).from)
      taken.fill(1, range.from, range.to)
      yield { ...name, head: title, span: { start: tokens.start(from), end: name.span.end } }
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
  // “President Recep”: the title is not the name; alone it is none.
  while (to - from > 1 && from < word && isTitle(wordOf(place, from))) from += 1
  // “Ms” of “Ms Aune's deputy”, where “Aune” is a name already.
  const isAddressed = isAddress(wordOf(place, from))
  const isOffice = isTitle(wordOf(place, from)) || isFormerOffice(place.knows, wordOf(place, from))
  if (to - from === 1 && (isAddressed || isOffice)) return null
  return nameMention(place, { from, to }, word, isAddressed ? "person" : "thing", 0.5)
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
