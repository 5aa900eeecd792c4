// All that may stand for somebody or something: names, nominals, pronouns. In: words, sentences, trees, the network's
// names, and the sources that attribution found. Out: the mentions in text order. Who is meant is resolved later.
import { treeOver } from "../../grammar/index.ts"
import type { MentionId } from "../../schema/ids.ts"
import type { Mention, Tokens } from "../../schema/reading.ts"
import { findCoordinations } from "./coordinations.ts"
import { withMendedNames } from "./known-names.ts"
import type { NetworkName } from "./mend-names.ts"
import { findNames, networkNames } from "./names.ts"
import { findNominals } from "./nominals.ts"
import type { Found, MentionInput, Place } from "./place.ts"
import { findPronouns } from "./pronouns.ts"
import { namesByTitle } from "./titles.ts"

export type { MentionInput, NameKnowledge } from "./place.ts"

/**
 * Every mention once: where two would have the same head word the known one stands, else the name. In text order, an
 * outer one before those inside it. Never throws; takes time in proportion to the text, but for the sorting.
 */
export function findMentions(input: MentionInput): readonly Mention[] {
  const { tokens, sentences } = input
  const place: Place = { ...input, trees: sentences.map((sentence) => treeOver(tokens, sentence)) }
  const names = networkNames(place)
  const byTitle = namesByTitle(place, names)
  const known = withMendedNames(place, names, byTitle)
  const taken = new Uint8Array(tokens.length)
  const spans = new Set(known.map(({ span: { start, end } }) => `${start}-${end}`))
  for (const mention of known) claimHead(taken, tokens, mention)
  const found: Found[] = []
  const findNamed = (): Iterable<Found> => findNames(place, names, byTitle, taken)
  for (const find of [findNamed, findPronouns, findNominals, findCoordinations]) {
    for (const one of find(place, taken)) {
      // “Lavrov and Kerry” as a source is a mention already.
      if (taken[one.head] === 1 || spans.has(`${one.span.start}-${one.span.end}`)) continue
      taken[one.head] = 1
      found.push(one)
    }
  }
  const numbered = inTextOrder(found).map(
    ({ head, ...one }, number): Mention => ({
      ...one,
      id: `m${known.length + number + 1}` as MentionId,
      head: tokens.at(head).span,
    }),
  )
  return inTextOrder([...known, ...numbered])
}

/** The network's names as findMentions takes them, with their edges put right: PER, ORG, LOC, MISC. */
export function readNames(input: Omit<MentionInput, "known">): readonly NetworkName[] {
  const trees = input.sentences.map((sentence) => treeOver(input.tokens, sentence))
  return networkNames({ ...input, known: [], trees })
}

/** What the network made of the head word of each mention, row-major. */
export function vectorsOfMentions(
  mentions: readonly Mention[],
  { tokens, scores }: Pick<MentionInput, "tokens" | "scores">,
): Float32Array {
  const width = tokens.length === 0 ? 0 : Math.floor(scores.vectors.length / tokens.length)
  const vectors = new Float32Array(mentions.length * width)
  for (const [row, { head }] of mentions.entries()) {
    const word = tokens.covering(head)?.from
    if (word !== undefined)
      vectors.set(scores.vectors.subarray(word * width, (word + 1) * width), row * width)
  }
  return vectors
}

/**
 * The head word, and of a name all its words: “Sergei” and “Lavrov”. Of “Foreign Minister Sergei Lavrov” the title is
 * taken too: it heads the phrase in some trees.
 */
function claimHead(taken: Uint8Array, tokens: Tokens, mention: Mention): void {
  const head = tokens.covering(mention.head)
  if (head !== null) taken.fill(1, head.from, head.to)
  if (mention.kind !== "name") return
  const name = tokens.covering(mention.name)
  if (name === null) return
  taken.fill(1, name.from, name.to)
  const top = tokens.at(name.from).head
  const phrase = tokens.covering(mention.span)
  // “Minister Lavrov”, not “the minister, Lavrov”.
  if (top !== null && phrase !== null && top >= phrase.from && top === name.from - 1) taken[top] = 1
}

function inTextOrder<T extends { readonly span: Mention["span"] }>(mentions: readonly T[]): readonly T[] {
  return [...mentions].sort(
    ({ span: one }, { span: other }) => one.start - other.start || other.end - one.end,
  )
}
