// How well the network and the rules read the grammar of raw text: against EWT and GUM, from words to trees and names.
//   node quality/syntax.ts [--shared ../shared] [--weights weights] [--parts ewt.test,gum.test]
// Measured as in the CoNLL 2018 task: words are paired by their characters; every figure is an F1 in percent over
// all words, so that a word cut otherwise counts as wrong for its tag, lemma and head too; relations without subtype.
import { parseArgs } from "node:util"
import { readNames } from "../src/read/entities/index.ts"
import { nameKnowledge } from "../src/read/index.ts"
import type { Network } from "../src/read/network/index.ts"
import { parseSentences } from "../src/read/parse/index.ts"
import {
  analyseWords,
  endedQuotations,
  packTokens,
  quoteStates,
  splitSentences,
  tokenize,
  type Words,
} from "../src/read/tokens/index.ts"
import { openLexicons } from "../src/runtime/index.ts"
import type { TokenRange } from "../src/schema/positions.ts"
import type { Tokens } from "../src/schema/reading.ts"
import { openMeasured } from "./network.ts"
import { agreement, type Counts, countSentences, countWords } from "./tokens.ts"
import { type Part, readTreebank, type Treebank, type TreebankDoc } from "./treebanks.ts"

/** F1 in percent each, but for `words`, the number of gold words. */
export interface SyntaxQuality {
  readonly words: number
  readonly tokens: number
  readonly sentences: number
  readonly xpos: number
  readonly upos: number
  readonly lemmas: number
  readonly uas: number
  readonly las: number
  /** Labels with their subtypes, "nsubj:pass". */
  readonly lasWithSubtypes: number
  /** Null where the treebank marks no names. */
  readonly names: {
    readonly all: number
    readonly PER: number
    readonly ORG: number
    readonly LOC: number
  } | null
}

/** What the core's own path gives for a text. */
interface Read {
  readonly words: Words
  readonly sentences: readonly TokenRange[]
  readonly tokens: Tokens
  readonly names: readonly { readonly role: string; readonly range: TokenRange }[]
}

const opened = openLexicons()

const NAME_KINDS = ["PER", "ORG", "LOC"] as const

/** Reads every document of `docs` from its raw text and compares. Some seconds for 25,000 words. */
export async function measureSyntax(network: Network, docs: readonly TreebankDoc[]): Promise<SyntaxQuality> {
  const counts = new Map<string, Counts>()
  const of = (what: string): Counts => {
    const known = counts.get(what) ?? { right: 0, given: 0, gold: 0 }
    counts.set(what, known)
    return known
  }
  for (const doc of docs) {
    const given = await readText(network, doc.text)
    countWords(of("tokens"), given.words, doc.words)
    countSentences(of("sentences"), given, doc)
    countTrees(of, given, doc)
    if (doc.names !== null) countNames(of, given, doc)
  }
  const f1 = (what: string): number => agreement(of(what)).f1
  return {
    words: docs.reduce((sum, doc) => sum + doc.words.length, 0),
    tokens: f1("tokens"),
    sentences: f1("sentences"),
    xpos: f1("xpos"),
    upos: f1("upos"),
    lemmas: f1("lemmas"),
    uas: f1("uas"),
    las: f1("las"),
    lasWithSubtypes: f1("lasWithSubtypes"),
    names: docs.some((doc) => doc.names !== null)
      ? { all: f1("names"), PER: f1("PER"), ORG: f1("ORG"), LOC: f1("LOC") }
      : null,
  }
}

/** EWT test, and the news of GUM test: the figures of the model card. Needs `sharedDir`/data and `xz`. */
export async function measureSyntaxOfTests(
  network: Network,
  sharedDir: string,
): Promise<{ readonly ewtTest: SyntaxQuality; readonly gumTestNews: SyntaxQuality }> {
  const gum = await readTreebank(sharedDir, "gum", "test")
  return {
    ewtTest: await measureSyntax(network, await readTreebank(sharedDir, "ewt", "test")),
    gumTestNews: await measureSyntax(
      network,
      gum.filter((doc) => doc.genre === "news"),
    ),
  }
}

async function readText(network: Network, text: string): Promise<Read> {
  const { lexicons } = await opened
  const words = tokenize(text)
  const quote = quoteStates(text, words).states
  const scores = await network.score({ text, words, quote, standIns: lexicons.standIns })
  const sentences = splitSentences(words, text, [], scores.head("start"))
  const trees = parseSentences(scores, sentences, endedQuotations(text, words, quote))
  const tokens = packTokens(
    text,
    words,
    analyseWords(text, words, scores, trees, {
      baseWords: lexicons.baseWords,
      irregular: lexicons.frames.irregular,
    }),
  )
  const knows = nameKnowledge(lexicons)
  return { words, sentences, tokens, names: readNames({ doc: { text }, tokens, sentences, scores, knows }) }
}

/** For each given word the gold word with the same characters, -1 where there is none. */
function pairWords(given: Words, gold: Words): Int32Array {
  const pairs = new Int32Array(given.length).fill(-1)
  for (let a = 0, b = 0; a < given.length && b < gold.length; ) {
    if (given.start(a) === gold.start(b) && given.end(a) === gold.end(b)) pairs[a++] = b++
    else if (given.end(a) <= gold.end(b)) a += 1
    else b += 1
  }
  return pairs
}

function countTrees(of: (what: string) => Counts, given: Read, doc: TreebankDoc): void {
  const pairs = pairWords(given.words, doc.words)
  for (const what of ["xpos", "upos", "lemmas", "uas", "las", "lasWithSubtypes"]) {
    of(what).given += given.words.length
    of(what).gold += doc.words.length
  }
  for (let index = 0; index < pairs.length; index += 1) {
    const gold = pairs[index]!
    if (gold < 0) continue
    const token = given.tokens.at(index)
    if (token.xpos === doc.xpos[gold]) of("xpos").right += 1
    if (token.upos === doc.upos[gold]) of("upos").right += 1
    // "_": the treebank gives no lemma to the later parts of a word that was torn apart.
    if (doc.lemmas[gold] === "_" || token.lemma === doc.lemmas[gold]) of("lemmas").right += 1
    const goldHead = doc.heads[gold] === gold ? null : doc.heads[gold]!
    const headRight = token.head === null ? goldHead === null : pairs[token.head] === goldHead
    if (!headRight) continue
    of("uas").right += 1
    if (universal(token.relation) === universal(doc.relations[gold]!)) of("las").right += 1
    if (token.relation === doc.relations[gold]) of("lasWithSubtypes").right += 1
  }
}

function universal(relation: string): string {
  return relation.split(":", 1)[0]!
}

function countNames(of: (what: string) => Counts, given: Read, doc: TreebankDoc): void {
  const gold = new Map<string, string>()
  const unreliable = doc.unreliableNames.flatMap((is, word) =>
    is ? [{ start: doc.words.start(word), end: doc.words.end(word) }] : [],
  )
  for (const { kind, range } of spansOf(doc.names!)) {
    const place = { start: doc.words.start(range.from), end: doc.words.end(range.to - 1) }
    if (!NAME_KINDS.some((each) => each === kind) || touches(place, unreliable)) continue
    gold.set(`${place.start}-${place.end}`, kind)
    of(kind).gold += 1
    of("names").gold += 1
  }
  for (const { role: kind, range } of given.names) {
    const place = { start: given.words.start(range.from), end: given.words.end(range.to - 1) }
    if (!NAME_KINDS.some((each) => each === kind) || touches(place, unreliable)) continue
    of(kind).given += 1
    of("names").given += 1
    if (gold.get(`${place.start}-${place.end}`) !== kind) continue
    of(kind).right += 1
    of("names").right += 1
  }
}

interface Place {
  readonly start: number
  readonly end: number
}

function touches(place: Place, others: readonly Place[]): boolean {
  return others.some((other) => other.start < place.end && place.start < other.end)
}

/** The spans of BIO labels; an I- without a beginning begins one. */
function spansOf(labels: readonly string[]): { kind: string; range: TokenRange }[] {
  const spans: { kind: string; range: TokenRange }[] = []
  for (let from = 0; from < labels.length; ) {
    const kind = labels[from]!.slice(2)
    let to = from + 1
    while (kind !== "" && to < labels.length && labels[to] === `I-${kind}`) to += 1
    if (kind !== "") spans.push({ kind, range: { from, to } })
    from = to
  }
  return spans
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      shared: { type: "string", default: "../shared" },
      weights: { type: "string", default: "weights" },
      parts: { type: "string" },
    },
  })
  const network = await openMeasured(values.weights)
  const results: Record<string, unknown> = {}
  if (values.parts === undefined) Object.assign(results, await measureSyntaxOfTests(network, values.shared))
  for (const name of values.parts?.split(",") ?? []) {
    // "gum.dev.news" is one genre of a part.
    const [treebank, part, genre] = name.split(".") as [Treebank, Part, string | undefined]
    const docs = await readTreebank(values.shared, treebank, part)
    results[name] = await measureSyntax(
      network,
      docs.filter((doc) => genre === undefined || doc.genre === genre),
    )
  }
  console.log(JSON.stringify(results, null, 2))
  await network.close()
}
