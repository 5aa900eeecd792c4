// How well mentions are found to be one: against GUM, GAP and the corpus.
//   node quality/coreference.ts [--shared ../shared] [--weights weights] [--cache FOLDER] [--parts gum.test,gap.validation,corpus.test]
//     [--model weights/coreference.bin] [--errors N]
// Prints one JSON object. --cache keeps the readings, one folder for all weights. --errors prints the first N mistakes of each
// set on standard error; never use it with a test part.
//
// GUM: raw text read by our own path; a mention of ours is GUM's when their head words are the same characters (as the
// shared tasks on CorefUD match them), or all their characters are. `conll`: without singletons, the usual figure;
// `conllWithSingletons`: every phrase counts, times and events too. Relative pronouns are left out: GUM marks none.
// GAP: the scorer's F1, and the F1 of women's pronouns by that of men's. A name is meant when the pronoun's chain has a
// mention on it. Corpus: of the statements that people marked, whether the mention at the source's place is in a chain
// that is the speaker's, by ../shared/score/score_record.py.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { findMentions, vectorsOfMentions } from "../src/read/entities/index.ts"
import { nameKnowledge } from "../src/read/index.ts"
import {
  type Chain,
  type CoreferenceKnowledge,
  coreferenceKnowledge,
  linkMentions,
} from "../src/resolve/coreference/index.ts"
import { openLexicons } from "../src/runtime/index.ts"
import type { MentionId } from "../src/schema/ids.ts"
import type { Span } from "../src/schema/positions.ts"
import type { Mention, Reading } from "../src/schema/reading.ts"
import {
  type CorpusText,
  type GapText,
  type GoldText,
  type GumText,
  readCorpus,
  readGap,
  readGum,
} from "./coreference-gold.ts"
import { type ChainsOfDoc, type ConllScores, scoreChains, withoutSingletons } from "./coreference-scores.ts"
import { DATA_AND_WEIGHTS, ROOT } from "./options.ts"
import { type KeptReading, openCache, type ReadingCache } from "./readings.ts"
import { compareRecords, resolveReports } from "./scorers.ts"

const { lexicons } = await openLexicons()

/** What is known of names and nouns, with the model of `file`; null for rules alone. */
export function readKnowledge(file: string | null): CoreferenceKnowledge {
  return coreferenceKnowledge(lexicons, file === null ? null : readFileSync(file))
}

const knows = nameKnowledge(lexicons)

/** A kept reading with all its mentions, as `read` would give it. */
export function withMentions(kept: KeptReading): Reading {
  const { doc, tokens, sentences, attributions, sources, scores } = kept
  const mentions = findMentions({ doc, tokens, sentences, scores, knows, known: sources })
  const mentionVectors = vectorsOfMentions(mentions, { tokens, scores })
  return {
    doc,
    tokens,
    sentences,
    attributions,
    mentions,
    mentionVectors,
    events: [],
    voices: [],
    problems: [],
  }
}

/** Reads a text, or takes what was kept of it. Texts of the sets lie in the document as they are. */
export async function readMentions(cache: ReadingCache, { text, options }: GoldText): Promise<Reading> {
  return withMentions(await cache.read(text, options))
}

// --- GUM ---

/** The gold group of each mention of ours that GUM marks too. */
export function alignGum(
  { mentions: gold }: GumText,
  { mentions }: Reading,
): ReadonlyMap<MentionId, GumText["mentions"][number]> {
  const key = ({ start, end }: Span): string => `${start}-${end}`
  const byHead = new Map(gold.map((one) => [key(one.head), one]))
  const bySpan = new Map(gold.map((one) => [key(one.span), one]))
  const pairs = new Map<MentionId, GumText["mentions"][number]>()
  const taken = new Set<GumText["mentions"][number]>()
  for (const { id, head, span } of mentions) {
    const one = byHead.get(key(head)) ?? bySpan.get(key(span))
    if (one === undefined || taken.has(one)) continue
    taken.add(one)
    pairs.set(id, one)
  }
  return pairs
}

export function chainsOfGum(gum: GumText, reading: Reading, chains: readonly Chain[]): ChainsOfDoc {
  const pairs = alignGum(gum, reading)
  const nameOf = new Map(gum.mentions.map((one, number) => [one, `g${number}`]))
  const groups = new Map<string, string[]>()
  for (const one of gum.mentions) groups.set(one.group, [...(groups.get(one.group) ?? []), nameOf.get(one)!])
  const relative = new Set(
    reading.mentions
      .filter(({ kind, head }) => kind === "pronoun" && isRelative(reading, head))
      .map(({ id }) => id),
  )
  const several = new Set(reading.mentions.filter(({ head }) => isAnd(reading, head)).map(({ id }) => id))
  const given = chains
    .map(({ mentions }) => mentions.map(({ mention }) => mention).filter((id) => !relative.has(id)))
    // GUM marks “Russia and Ukraine” as one only where something goes back to both.
    .filter((ids) => ids.length > 1 || (ids.length === 1 && !several.has(ids[0]!)))
    .map((ids) => ids.map((id) => (pairs.has(id) ? nameOf.get(pairs.get(id)!)! : id)))
  return { gold: [...groups.values()], given }
}

/** Of coordinations “and” is the head. */
function isAnd({ doc }: Reading, { start, end }: Span): boolean {
  return /^and$/i.test(doc.text.slice(start, end))
}

function isRelative({ doc, tokens }: Reading, head: Span): boolean {
  if (/^(?:who|whom|whose|which)$/i.test(doc.text.slice(head.start, head.end))) return true
  const word = tokens.covering(head)!.from
  const verb = tokens.at(word).head
  return (
    /^that$/i.test(doc.text.slice(head.start, head.end)) &&
    verb !== null &&
    tokens.at(verb).relation.startsWith("acl:relcl")
  )
}

// --- GAP ---

/** The mention at the pronoun; null when there is none. */
export function mentionAt({ mentions }: Reading, { start, end }: Span): Mention | null {
  return mentions.find(({ head }) => head.start < end && head.end > start) ?? null
}

/** Whether a mention stands on the name: shares words with it as a name, or has its head there. */
export function isOn(mention: Mention, { start, end }: Span): boolean {
  const { start: from, end: to } = mention.kind === "name" ? mention.name : mention.head
  return from < end && to > start
}

export function gapAnswer(
  gap: GapText,
  reading: Reading,
  chains: readonly Chain[],
): readonly [boolean, boolean] {
  const pronoun = mentionAt(reading, gap.pronoun)
  const chain = chains.find(({ mentions }) => mentions.some(({ mention }) => mention === pronoun?.id))
  const ids = new Set(chain?.mentions.map(({ mention }) => mention))
  const own = reading.mentions.filter(({ id }) => ids.has(id))
  const [a, b] = gap.names
  return [own.some((mention) => isOn(mention, a)), own.some((mention) => isOn(mention, b))]
}

export interface GapQuality {
  readonly pronouns: number
  readonly f1: number
  readonly women: number
  readonly men: number
  /** The lower of the two by the higher. */
  readonly ratio: number
}

function scoreGap(
  answers: readonly { readonly gap: GapText; readonly given: readonly [boolean, boolean] }[],
): GapQuality {
  const f1 = (of: typeof answers): number => {
    let [right, wrong, missed] = [0, 0, 0]
    for (const { gap, given } of of) {
      for (const [index, { isMeant }] of gap.names.entries()) {
        if (isMeant && given[index]) right += 1
        else if (isMeant) missed += 1
        else if (given[index]) wrong += 1
      }
    }
    return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed)
  }
  const women = f1(answers.filter(({ gap }) => gap.isWoman))
  const men = f1(answers.filter(({ gap }) => !gap.isWoman))
  return {
    pronouns: answers.length,
    f1: rounded(f1(answers)),
    women: rounded(women),
    men: rounded(men),
    ratio: rounded(Math.min(women, men) / Math.max(women, men)),
  }
}

// --- Corpus ---

/** The mention that is the source in these words: at their head, else one whose head lies in them. */
export function mentionOfSource(reading: Reading, source: readonly Span[]): Mention | null {
  const [first] = source
  if (first === undefined) return null
  const inside = reading.mentions.filter(({ head }) => head.start >= first.start && head.end <= first.end)
  const range = reading.tokens.covering(first)
  if (range === null) return null
  for (let word = range.from; word < range.to; word += 1) {
    const above = reading.tokens.at(word).head
    if (above !== null && above >= range.from && above < range.to) continue
    const { start, end } = reading.tokens.at(word).span
    const top = inside.find(
      ({ head, span }) =>
        (head.start === start && head.end === end) || (span.start <= first.start && span.end >= first.end),
    )
    if (top !== undefined) return top
  }
  return inside[0] ?? null
}

/** The annotated report with our entities and our speakers, in the scorer's format. */
function toPrediction({ record, text }: CorpusText, reading: Reading, chains: readonly Chain[]): object {
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]))
  const idOf = new Map(
    chains.flatMap((chain, number) => chain.mentions.map(({ mention }) => [mention, `c${number}`])),
  )
  const pointsBefore = countPoints(text)
  const points = ({ start, end }: Span): object => ({
    text: text.slice(start, end),
    start: pointsBefore[start],
    end: pointsBefore[end],
  })
  return {
    ...(JSON.parse(JSON.stringify(record)) as object),
    entities: chains.map((chain, number) => ({
      id: `c${number}`,
      name: chain.name,
      kind: chain.kind === "unknown" ? "thing" : chain.kind,
      mentions: chain.mentions.map(({ mention }) => {
        const found = mentions.get(mention)!
        return points(found.kind === "name" ? found.name : found.span)
      }),
    })),
    statements: record.statements.map((statement) => {
      const source = mentionOfSource(reading, statement.source)
      return { ...statement, speaker: source === null ? null : (idOf.get(source.id) ?? null) }
    }),
    events: [],
  }
}

/** For each UTF-16 unit how many code points stand before it. */
function countPoints(text: string): Int32Array {
  const before = new Int32Array(text.length + 1)
  for (let unit = 0; unit < text.length; unit += 1) {
    const isSecondHalf = /[\uDC00-\uDFFF]/.test(text[unit]!)
    before[unit + 1] = before[unit]! + (isSecondHalf ? 0 : 1)
  }
  return before
}

export interface SpeakerQuality {
  readonly reports: number
  readonly speaker: number
  readonly pronounSpeaker: number
}

function scoreSpeakers(
  sharedDir: string,
  texts: readonly CorpusText[],
  predictions: readonly object[],
  errors: number,
): SpeakerQuality {
  const folder = mkdtempSync(join(tmpdir(), "sayso-speakers-"))
  try {
    const [gold, pred] = [join(folder, "gold.jsonl"), join(folder, "pred.jsonl")]
    const ids = texts.map(({ id }) => id)
    resolveReports(sharedDir, ids, gold, "code points")
    const lines = readFileSync(gold, "utf8").trim().split("\n")
    // The statements keep the offsets of the gold file, which are code points; their speakers are ours.
    const merged = predictions.map((prediction, index) => {
      const own = prediction as { statements: readonly { readonly speaker: string | null }[] }
      const line = JSON.parse(lines[index]!) as { statements: readonly object[] }
      const statements = line.statements.map((statement, number) => ({
        ...statement,
        speaker: own.statements[number]!.speaker,
      }))
      return JSON.stringify({ ...own, statements })
    })
    writeFileSync(pred, `${merged.join("\n")}\n`)
    const files = { gold, predicted: pred, errors: errors === 0 ? 0 : 100_000 }
    const { scores, differences } = compareRecords<{ statements: Record<string, number> }>(sharedDir, files)
    for (const line of differences.filter((each) => each.includes("\tspeaker\t")).slice(0, errors))
      process.stderr.write(`${line}\n`)
    const { statements } = scores
    return {
      reports: texts.length,
      speaker: statements["speaker"]!,
      pronounSpeaker: statements["speaker, pronoun"]!,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// --- All ---

export interface GumQuality {
  readonly documents: number
  readonly conll: number
  readonly conllWithSingletons: number
  readonly muc: number
  readonly b3: number
  readonly ceafe: number
  readonly mentions: ConllScores["mentions"]
}

function toGumQuality(docs: readonly ChainsOfDoc[]): GumQuality {
  const [plain, all] = [scoreChains(docs.map(withoutSingletons)), scoreChains(docs)]
  const { precision, recall, f1 } = all.mentions
  return {
    documents: docs.length,
    conll: rounded(plain.conll),
    conllWithSingletons: rounded(all.conll),
    muc: rounded(plain.muc),
    b3: rounded(plain.b3),
    ceafe: rounded(plain.ceafe),
    mentions: { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) },
  }
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...DATA_AND_WEIGHTS,
      cache: { type: "string" },
      parts: { type: "string", default: "gum.test,gap.validation,corpus.test" },
      model: { type: "string", default: join(ROOT, "weights", "coreference.bin") },
      errors: { type: "string", default: "0" },
      json: { type: "boolean", default: false },
    },
  })
  const folder = values.cache ?? mkdtempSync(join(tmpdir(), "sayso-coreference-"))
  const cache = openCache(values.weights, folder)
  try {
    const knowledge = readKnowledge(values.model === "none" ? null : values.model)
    const errors = Number(values.errors)
    const figures: Record<string, unknown> = {}
    const link = async (
      text: GoldText,
    ): Promise<{ readonly reading: Reading; readonly chains: readonly Chain[] }> => {
      const reading = await readMentions(cache, text)
      return { reading, chains: linkMentions(reading, knowledge) }
    }
    for (const part of values.parts.split(",")) {
      const [set, name] = part.split(".") as [string, string]
      if (set === "gum") {
        const texts = await readGum(values.shared, name as "dev")
        const docs: { readonly gum: GumText; readonly chains: ChainsOfDoc }[] = []
        for (const gum of texts) {
          const { reading, chains } = await link(gum)
          docs.push({ gum, chains: chainsOfGum(gum, reading, chains) })
        }
        const news = docs.filter(({ gum }) => gum.genre === "news")
        figures[part] = {
          news: toGumQuality(news.map(({ chains }) => chains)),
          all: toGumQuality(docs.map(({ chains }) => chains)),
        }
      } else if (set === "gap") {
        const answers: { gap: GapText; given: readonly [boolean, boolean] }[] = []
        for (const gap of readGap(values.shared, name as "development")) {
          const { reading, chains } = await link(gap)
          answers.push({ gap, given: gapAnswer(gap, reading, chains) })
        }
        figures[part] = scoreGap(answers)
        printGapErrors(answers, errors)
      } else {
        const texts = readCorpus(values.shared, name)
        const predictions: object[] = []
        for (const text of texts) {
          const { reading, chains } = await link(text)
          predictions.push(toPrediction(text, reading, chains))
        }
        figures[part] = scoreSpeakers(values.shared, texts, predictions, errors)
      }
    }
    process.stdout.write(`${JSON.stringify(figures, null, values.json ? 0 : 2)}\n`)
  } finally {
    await cache.close()
    if (values.cache === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

function printGapErrors(
  answers: readonly { readonly gap: GapText; readonly given: readonly [boolean, boolean] }[],
  count: number,
): void {
  const wrong = answers.filter(({ gap: { names }, given }) =>
    names.some(({ isMeant }, index) => isMeant !== given[index]),
  )
  for (const { gap, given } of wrong.slice(0, count)) {
    const { text, pronoun, names } = gap
    const words = ({ start, end }: Span): string => text.slice(start, end)
    const shown = `${text.slice(0, pronoun.start)}⟦${words(pronoun)}⟧${text.slice(pronoun.end)}`
    process.stderr.write(
      `${names.map((name, index) => `${words(name)} ${name.isMeant}/${given[index]}`).join(", ")}\n  ${shown}\n`,
    )
  }
}

if (process.argv[1] === import.meta.filename) await main()
