// Words and quotation states of training texts, made by the code that reads reports, so that training sees what
// reading sees. In, JSON Lines: {"id", "text", "words": [[start, end], …] or null, "lemmas"?: […]}. Out: {"id",
// "words", "quote": [0 to 3 per word], "lemmaRules"?: […]}. Offsets are UTF-16 units; null asks for `tokenize`.
//   node training/words.ts < texts.jsonl > words.jsonl
import { once } from "node:events"
import { createInterface } from "node:readline"
import { lemmaRule, quoteStates, tokenize, Words } from "../src/read/tokens/index.ts"

interface Request {
  readonly id: unknown
  readonly text: string
  readonly words: readonly (readonly [number, number])[] | null
  readonly lemmas?: readonly string[]
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue
  if (!process.stdout.write(`${JSON.stringify(answer(JSON.parse(line) as Request))}\n`)) {
    await once(process.stdout, "drain")
  }
}

function answer({ id, text, words: given, lemmas }: Request): object {
  const words = given == null ? tokenize(text) : Words.from(given)
  const quote = [...quoteStates(text, words).states]
  const spans = Array.from({ length: words.length }, (_, index) => [words.start(index), words.end(index)])
  if (lemmas === undefined) return { id, words: spans, quote }
  const lemmaRules = lemmas.map((lemma, index) => lemmaRule(words.textOf(index, text), lemma))
  return { id, words: spans, quote, lemmaRules }
}
