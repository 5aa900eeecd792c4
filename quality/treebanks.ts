// The treebanks as texts: in, ../shared/data/{ewt,gum}.{train,dev,test}.jsonl.xz; out, documents as a reader meets
// them, raw text, with the words, sentences and trees that people gave to it.
import { spawn } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { Words } from "../src/read/tokens/index.ts"
import type { TokenRange } from "../src/schema/positions.ts"

export interface TreebankDoc {
  readonly id: string
  /** GUM's genre; EWT's section, e.g. "weblog". */
  readonly genre: string
  readonly text: string
  readonly words: Words
  readonly sentences: readonly TokenRange[]
  readonly xpos: readonly string[]
  readonly upos: readonly string[]
  readonly lemmas: readonly string[]
  /** Index of the head in the document; the word itself for a root. */
  readonly heads: readonly number[]
  readonly relations: readonly string[]
  /** BIO names of EWT; null where the treebank has none. */
  readonly names: readonly string[] | null
  /** Words in names of unreliable sorts, which are to be left out of account. */
  readonly unreliableNames: readonly boolean[]
  /** What GUM marks as somebody or something; null for EWT. */
  readonly entities: readonly GumEntity[] | null
  /** Whether what is learned from the text may be given away. */
  readonly isRedistributable: boolean
}

/** One mention of GUM. Words are counted in the document. */
export interface GumEntity {
  /** Mentions of one group stand for the same one. */
  readonly group: string
  readonly type: string
  readonly start: number
  readonly end: number
  readonly head: number
}

interface Sentence {
  readonly id: string
  readonly text: string
  readonly tokens: readonly string[]
  readonly space_after: readonly boolean[]
  readonly xpos: readonly string[]
  readonly upos: readonly string[]
  readonly lemma: readonly string[]
  readonly head: readonly number[]
  readonly deprel: readonly string[]
  readonly ner?: readonly string[] | null
  readonly ner_oth?: readonly string[] | null
}

interface GumLine {
  readonly id: string
  readonly genre: string
  readonly sentences: Sentence[]
  readonly entities: readonly GumEntity[]
  readonly redistributable_text: boolean
}

export type Treebank = "ewt" | "gum"
export type Part = "train" | "dev" | "test"

/**
 * Reads one part of a treebank from `sharedDir`/data (needs `xz` on the machine).
 *
 * Sentences of a document are joined as they stood: by a space where the treebank notes one after the last word.
 * EWT has no documents of its own here: sentences whose ids differ only in the last number make one.
 */
export async function readTreebank(
  sharedDir: string,
  treebank: Treebank,
  part: Part,
): Promise<TreebankDoc[]> {
  const docs: TreebankDoc[] = []
  let id = ""
  let sentences: Sentence[] = []
  for await (const line of linesOfXz(join(sharedDir, "data", `${treebank}.${part}.jsonl.xz`))) {
    if (treebank === "gum") {
      const doc = JSON.parse(line) as GumLine
      docs.push({
        ...toDoc(doc.id, doc.genre, doc.sentences),
        entities: doc.entities,
        isRedistributable: doc.redistributable_text,
      })
      continue
    }
    const sentence = JSON.parse(line) as Sentence
    const docId = sentence.id.slice(0, sentence.id.lastIndexOf("-"))
    if (docId !== id && sentences.length > 0) {
      docs.push(toDoc(id, genreOf(id), sentences))
      sentences = []
    }
    id = docId
    sentences.push(sentence)
  }
  if (sentences.length > 0) docs.push(toDoc(id, genreOf(id), sentences))
  return docs
}

/** Unpacks a file of lines through `xz`. Throws when that fails. */
export async function* linesOfXz(path: string): AsyncGenerator<string> {
  const child = spawn("xz", ["-dkc", path], { stdio: ["ignore", "pipe", "inherit"] })
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== "") yield line
  }
  const code = await exit
  if (code !== 0) throw new Error(`xz could not unpack ${path} (exit ${code}).`)
}

function genreOf(id: string): string {
  return id.slice(0, id.indexOf("-"))
}

function toDoc(id: string, genre: string, given: readonly Sentence[]): TreebankDoc {
  let text = ""
  const spans: [number, number][] = []
  const sentences: TokenRange[] = []
  const heads: number[] = []
  for (const sentence of given) {
    const from = spans.length
    let at = 0
    // The tokens are looked for one after the other: clitics have no space before them though `space_after`
    // of what they hang on says so.
    for (const token of sentence.tokens) {
      const found = sentence.text.indexOf(token, at)
      if (found < 0) throw new Error(`${sentence.id}: “${token}” does not stand in the sentence’s text.`)
      spans.push([text.length + found, text.length + found + token.length])
      at = found + token.length
    }
    for (const [index, head] of sentence.head.entries())
      heads.push(head === 0 ? from + index : from + head - 1)
    sentences.push({ from, to: spans.length })
    text += sentence.text + (sentence.space_after.at(-1) ? " " : "")
  }
  const hasNames = given.some((sentence) => sentence.ner != null)
  return {
    id,
    genre,
    text,
    words: Words.from(spans),
    sentences,
    xpos: given.flatMap((sentence) => sentence.xpos),
    upos: given.flatMap((sentence) => sentence.upos),
    lemmas: given.flatMap((sentence) => sentence.lemma),
    heads,
    relations: given.flatMap((sentence) => sentence.deprel),
    names: hasNames ? given.flatMap((sentence) => sentence.ner ?? sentence.tokens.map(() => "O")) : null,
    unreliableNames: given.flatMap((sentence) =>
      sentence.tokens.map((_, index) => (sentence.ner_oth?.[index] ?? "O") !== "O"),
    ),
    entities: null,
    isRedistributable: true,
  }
}
