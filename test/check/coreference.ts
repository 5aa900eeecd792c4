// Chains of a text, drawn under it. The only test code that calls `resolve/coreference` for cases. In: a text with what
// the network is taken to say under it (tildes) and, where it matters, the tree. Out: the text with its chains
// (carets): those of several mentions, and pronouns that stayed open; then a line for each with what linked its mentions.
//
//   Sergei Lavrov arrived. Lavrov left.
//   ~~~~~~~~~~~~~ PER
//                          ~~~~~~ PER
//   ^^^^^^^^^^^^^ c1
//                          ^^^^^^ c1
//   c1: person “Sergei Lavrov”, by name, surname
import { readFileSync } from "node:fs"
import { parseCountries, parseGivenNames, parseHeadNouns } from "../../src/lexicon/index.ts"
import { findAttributions } from "../../src/read/attribution/index.ts"
import { findMentions } from "../../src/read/entities/index.ts"
import {
  type Chain,
  type CoreferenceKnowledge,
  coreferenceKnowledge,
  linkMentions,
} from "../../src/resolve/coreference/index.ts"
import type { Reading } from "../../src/schema/reading.ts"
import { readActorLexicon } from "./actors.ts"
import { drawUnder, GIVEN, givenSpans, linesOf } from "./attribution.ts"
import { readFrames } from "./events.ts"
import { handGiven, readLexicon } from "./hand-given.ts"
import type { Case } from "./tokens.ts"

const FOUND = /^\s*\^+ |^c\d+: /

const lexicon = readLexicon()
const knowledge = readKnowledge()

/** What the lexicons that ship know, with the ranker. */
export function readKnowledge(): CoreferenceKnowledge {
  const read = (name: string): string => readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8")
  const tables = {
    givenNames: parseGivenNames(read("given-names.tsv")),
    headNouns: parseHeadNouns(read("head-nouns.tsv")),
    countries: parseCountries(read("countries.tsv")),
    actors: readActorLexicon(),
    frames: readFrames(),
  }
  return coreferenceKnowledge(tables, readFileSync(new URL("../../weights/coreference.bin", import.meta.url)))
}

/** The case without what is given: the text and what is expected of it. */
export function expectedOf({ lines }: Case): string {
  return lines
    .filter((line) => !GIVEN.test(line))
    .join("\n")
    .trimEnd()
}

/** The text of the case with what `linkMentions` makes of it. */
export function chain({ lines }: Case): string {
  const reading = readGiven(lines)
  const shown = linkMentions(reading, knowledge).filter(
    ({ mentions, unlinked }) => mentions.length > 1 || unlinked !== null,
  )
  const spanOf = new Map(reading.mentions.map(({ id, span }) => [id, span]))
  const stretches = shown.flatMap(({ mentions }, number) =>
    mentions.map(({ mention }) => ({ ...spanOf.get(mention)!, label: `c${number + 1}` })),
  )
  return [...drawUnder(reading.doc.text, stretches), ...shown.map(inWords)].join("\n")
}

/** The reading of a text with what is given by hand. */
export function readGiven(lines: readonly string[]): Reading {
  const text = lines
    .filter((line) => !GIVEN.test(line) && !FOUND.test(line))
    .join("\n")
    .trimEnd()
  const input = handGiven(
    {
      text,
      spans: givenSpans(lines, FOUND),
      tree: linesOf(lines, "tree"),
      tags: linesOf(lines, "tags"),
      hasHeadline: lines.includes("headline:"),
    },
    lexicon,
  )
  const { attributions, mentions: known, problems } = findAttributions(input)
  const { doc, tokens, sentences, scores } = input
  const mentions = findMentions({
    doc,
    tokens,
    sentences,
    scores,
    knows: {
      isCountry: (word) => knowledge.countryNamed(word) !== null,
      isPeople: (word) => word === "Iraqis",
      isSeat: (name) => name === "Kremlin",
      isBody: (name) => name === "Hezbollah" || name === "The Washington Post",
      nounKind: (noun) => knowledge.nounKind(noun)?.kind ?? null,
      isGivenName: (word) => knowledge.womenNamed(word) !== null,
      isTown: (name) => name === "Sirte" || name === "Jackson",
      isSurname: (word) => word === "Jackson",
      liesIn: (town, around) => town === "San Rafael" && around === "California",
    },
    known,
  })
  const mentionVectors = new Float32Array(0)
  return { doc, tokens, sentences, attributions, mentions, mentionVectors, events: [], voices: [], problems }
}

function inWords({ mentions, kind, name, unlinked }: Chain, number: number): string {
  const why = unlinked === null ? `by ${mentions.map(({ by }) => by).join(", ")}` : `open: ${unlinked}`
  return `c${number + 1}: ${kind} “${name}”, ${why}`
}
