// Nominals: noun phrases that are no names. In: the trees. Out: a mention for each noun that heads a phrase of its own,
// and for what such a noun stands for within a longer one.
import { isNoun, type Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { isTimeWord, phraseOf, wordOf } from "./phrases.ts"
import type { Found, Place } from "./place.ts"
import { withoutVerb } from "./verbs-as-nouns.ts"

// Words within a longer phrase: “in spite of”, “Foreign Minister Lavrov”.
const WITHIN = /^(?:compound|flat|fixed|goeswith|nmod:desc|punct|dep$|amod|case|advmod)/

/**
 * In text order: nouns, and “the latter”, “the dead”, “two” where they stand for a noun. Days, months and times of
 * day are left to the reader of times.
 */
export function* findNominals(place: Place): Iterable<Found> {
  const heads = new Set<string>()
  for (const { tree, word } of wordsOf(place))
    if (headsPhrase(place, tree, word)) heads.add(tree.at(word).lemma)
  for (const { tree, word } of wordsOf(place)) {
    if (headsPhrase(place, tree, word) || repeatsHead(tree, word, heads)) yield nominalAt(place, tree, word)
  }
}

function* wordsOf({ sentences, trees }: Place): Iterable<{ readonly tree: Tree; readonly word: number }> {
  for (const [number, { from, to }] of sentences.entries()) {
    for (let word = from; word < to; word += 1) yield { tree: trees[number]!, word }
  }
}

function headsPhrase(place: Place, tree: Tree, word: number): boolean {
  const { upos, xpos, relation, lemma } = tree.at(word)
  if (!isNoun(tree, word) && !(isSubject(relation) && standsForNoun(upos, xpos))) return false
  return !WITHIN.test(relation) && !isTimeWord(lemma) && /\p{L}/u.test(wordOf(place, word))
}

/** “Refugee” of “the refugee team”, where the report speaks of refugees elsewhere. */
function repeatsHead(tree: Tree, word: number, heads: ReadonlySet<string>): boolean {
  const { upos, relation, lemma } = tree.at(word)
  const above = tree.headOf(word)
  if (upos !== "NOUN" || relation !== "compound" || above === null) return false
  return tree.at(above).upos === "NOUN" && heads.has(lemma) && !isTimeWord(lemma)
}

function nominalAt({ doc, tokens }: Place, tree: Tree, word: number): Found {
  const phrase = withoutVerb(tree, word, phraseOf(tree, word))
  const to = endOf(tree, phrase)
  let start = phrase.from
  while (start < word && /^(?:DET|PRON)$/.test(tree.at(start).upos)) start += 1
  const role = doc.text.slice(tokens.start(start), tokens.end(to - 1)).replace(/\s+/g, " ")
  const span = { start: tokens.start(phrase.from), end: tokens.end(to - 1) }
  return { head: word, kind: "nominal", role, span, score: 1 }
}

/** “a UN official *who*”, where the parser hung the clause elsewhere and left its pronoun. */
function endOf(tree: Tree, { from, to }: TokenRange): number {
  return to - from > 1 && /^W(?:P|DT)$/.test(tree.at(to - 1).xpos) ? to - 1 : to
}

function isSubject(relation: string): boolean {
  return /^(?:nsubj|obj|obl:agent)/.test(relation)
}

// “The dead were …”, “Two were hurt”, “Many said”.
function standsForNoun(upos: string, xpos: string): boolean {
  return upos === "ADJ" || (upos === "NUM" && xpos === "CD") || upos === "DET"
}
