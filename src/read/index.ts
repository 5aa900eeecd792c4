// One pass over one report: `Doc` in, `Reading` out. The stages follow each other here and nowhere else; each gets
// what the earlier ones found.
import {
  foldName,
  isBodyName,
  isCountryName,
  isPeopleName,
  isSeatName,
  isTownOfNews,
  type Lexicons,
  liesIn,
  personsNamed,
} from "../lexicon/index.ts"
import type { Doc } from "../schema/doc.ts"
import type { Problem } from "../schema/problem.ts"
import type { Reading } from "../schema/reading.ts"
import { findAttributions } from "./attribution/index.ts"
import { findMentions, type NameKnowledge, vectorsOfMentions } from "./entities/index.ts"
import { findEvents, findVoices } from "./events/index.ts"

import type { Network, StopSignal } from "./network/index.ts"
import { parseSentences } from "./parse/index.ts"
import {
  analyseWords,
  endedQuotations,
  packTokens,
  quoteStates,
  splitSentences,
  tokenize,
  type Words,
} from "./tokens/index.ts"

export interface ReadNeeds {
  readonly network: Network
  readonly lexicons: Lexicons
}

/**
 * Words of a report that are read. What the network says of a word takes 6 kB until the report is done: 600 MB
 * for this many, some 500,000 characters or two hundred news reports.
 */
export const MAX_WORDS = 100_000

/**
 * Who says what in a report. What is odd in it becomes a problem; rejects only with the reason of `signal` when that
 * fires, and keeps nothing then. Time grows with the text's length.
 */
export async function read(
  doc: Doc,
  { network, lexicons }: ReadNeeds,
  signal: StopSignal | null,
): Promise<Reading> {
  const { text, blocks } = doc
  const { standIns, baseWords, cues: lexicon, frames, modality } = lexicons
  const { words, problems } = findWords(text)
  const quotes = quoteStates(text, words)
  const scores = await network.score({ text, words, quote: quotes.states, standIns }, signal)
  const sentences = splitSentences(words, text, blocks, scores.head("start"))
  const trees = parseSentences(scores, sentences, endedQuotations(text, words, quotes.states))
  const tokens = packTokens(
    text,
    words,
    analyseWords(text, words, scores, trees, { baseWords, irregular: frames.irregular }),
  )
  const found = findAttributions({ doc, tokens, sentences, scores, lexicon, quotes })
  const mentions = findMentions({
    doc,
    tokens,
    sentences,
    scores,
    knows: nameKnowledge(lexicons),
    known: found.mentions,
  })
  const mentionVectors = vectorsOfMentions(mentions, { tokens, scores })
  const { attributions } = found
  const speakers = found.mentions
  const events = findEvents({ doc, tokens, sentences, attributions, speakers, scores, frames, modality })
  const voices = findVoices({ doc, tokens, sentences, attributions, mentions, events, lexicon: modality })
  return {
    doc,
    tokens,
    sentences,
    ...found,
    mentions,
    mentionVectors,
    events,
    voices,
    problems: [...problems, ...found.problems],
  }
}

/** What the tables tell of a name by itself. */
export function nameKnowledge({
  actors,
  places,
  givenNames,
  headNouns,
}: Pick<Lexicons, "actors" | "places" | "givenNames" | "headNouns">): NameKnowledge {
  return {
    isCountry: (word) => isCountryName(actors, word),
    isPeople: (word) => isPeopleName(actors, word),
    isBody: (name) => isBodyName(actors, name),
    isSeat: (name) => isSeatName(actors, name),
    nounKind: (noun) => headNouns.get(noun)?.kind ?? null,
    isGivenName: (word) => givenNames.has(word.toLowerCase()),
    isTown: (name) => isTownOfNews(places, name),
    isSurname: (word) => personsNamed(actors, foldName(word)).length > 0,
    liesIn: (town, around) => liesIn(places, town, around),
  }
}

/** The words that are read: of a text with too many those of its first paragraphs. */
function findWords(text: string): { readonly words: Words; readonly problems: readonly Problem[] } {
  const words = tokenize(text)
  if (words.length <= MAX_WORDS) return { words, problems: [] }
  const limit = words.start(MAX_WORDS)
  const paragraph = text.lastIndexOf("\n", limit - 1)
  // A text without line breaks is cut where the limit falls.
  const end = paragraph > limit - 10_000 ? paragraph : limit
  const message = `The report has more than ${MAX_WORDS} words: it was read up to character ${end}, the rest is left out.`
  return {
    words: tokenize(text.slice(0, end)),
    problems: [{ code: "truncated", severity: "warning", message, span: { start: end, end: text.length } }],
  }
}
