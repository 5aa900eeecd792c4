// How well raw text is cut into words and sentences: against the treebanks, without the network.
//   node quality/tokens.ts [--shared ../shared] [--parts ewt.dev,gum.dev] [--show 40]
import { parseArgs } from "node:util"
import { splitSentences, tokenize, type Words } from "../src/read/tokens/index.ts"
import type { TokenRange } from "../src/schema/positions.ts"
import { type Part, readTreebank, type Treebank, type TreebankDoc } from "./treebanks.ts"

export interface Agreement {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Counts of equal, given and right; sums over documents. */
export interface Counts {
  right: number
  given: number
  gold: number
}

/** Precision, recall and F1 in percent, to two decimals. */
export function agreement({ right, given, gold }: Counts): Agreement {
  const percent = (value: number): number => Math.round(value * 10_000) / 100
  return {
    precision: percent(given === 0 ? 0 : right / given),
    recall: percent(gold === 0 ? 0 : right / gold),
    f1: percent(given + gold === 0 ? 0 : (2 * right) / (given + gold)),
  }
}

/** Adds the words of `given` that have exactly the characters of a word of `gold`. */
export function countWords(counts: Counts, given: Words, gold: Words): void {
  counts.given += given.length
  counts.gold += gold.length
  for (let a = 0, b = 0; a < given.length && b < gold.length; ) {
    if (given.start(a) === gold.start(b) && given.end(a) === gold.end(b)) {
      counts.right += 1
      a += 1
      b += 1
    } else if (given.end(a) <= gold.end(b)) a += 1
    else b += 1
  }
}

/** The same for sentences: both ends have to be right. */
export function countSentences(
  counts: Counts,
  given: { readonly words: Words; readonly sentences: readonly TokenRange[] },
  gold: { readonly words: Words; readonly sentences: readonly TokenRange[] },
): void {
  const key = (words: Words, { from, to }: TokenRange): string => `${words.start(from)}-${words.end(to - 1)}`
  const known = new Set(gold.sentences.map((sentence) => key(gold.words, sentence)))
  counts.given += given.sentences.length
  counts.gold += gold.sentences.length
  counts.right += given.sentences.filter((sentence) => known.has(key(given.words, sentence))).length
}

/** Words and sentences by rules alone, over whole documents. */
export function measureTokens(docs: readonly TreebankDoc[]): { tokens: Agreement; sentences: Agreement } {
  const tokens: Counts = { right: 0, given: 0, gold: 0 }
  const sentences: Counts = { right: 0, given: 0, gold: 0 }
  for (const doc of docs) {
    const words = tokenize(doc.text)
    countWords(tokens, words, doc.words)
    countSentences(sentences, { words, sentences: splitSentences(words, doc.text, [], null) }, doc)
  }
  return { tokens: agreement(tokens), sentences: agreement(sentences) }
}

/** The commonest places where words are cut otherwise, “gold ≠ given”, most frequent first. */
function differences(docs: readonly TreebankDoc[]): [string, number][] {
  const found = new Map<string, number>()
  for (const { text, words: gold } of docs) {
    const given = tokenize(text)
    for (let a = 0, b = 0; a < given.length && b < gold.length; ) {
      if (given.start(a) === gold.start(b) && given.end(a) === gold.end(b)) {
        a += 1
        b += 1
        continue
      }
      const left: string[] = []
      const right: string[] = []
      do {
        if (b >= gold.length || (a < given.length && given.end(a) <= gold.end(b)))
          left.push(given.textOf(a++, text))
        else right.push(gold.textOf(b++, text))
      } while (a < given.length && b < gold.length && given.start(a) !== gold.start(b))
      const line = `${right.join(" ")}  ≠  ${left.join(" ")}`
      found.set(line, (found.get(line) ?? 0) + 1)
    }
  }
  return [...found].sort(([, x], [, y]) => y - x)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      shared: { type: "string", default: "../shared" },
      parts: { type: "string", default: "ewt.dev,ewt.test,gum.dev,gum.test" },
      show: { type: "string", default: "0" },
    },
  })
  for (const name of values.parts.split(",")) {
    const [treebank, part] = name.split(".") as [Treebank, Part]
    const docs = await readTreebank(values.shared, treebank, part)
    const { tokens, sentences } = measureTokens(docs)
    console.log(`${name}: tokens F1 ${tokens.f1}, sentences F1 ${sentences.f1} (rules alone)`)
    for (const [line, count] of differences(docs).slice(0, Number(values.show)))
      console.log(`  ${count}  ${line}`)
  }
}
