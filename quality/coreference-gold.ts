// What people say stands for the same one, in three sets. In: ../shared/data and the corpus. Out: texts with groups of
// mentions; offsets are UTF-16.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ReadOptions } from "../src/node.ts"
import type { Span } from "../src/schema/positions.ts"
import { annotated, optionsFor, REPORTS, readGold } from "./scorers.ts"
import { type Part, readTreebank } from "./treebanks.ts"

export interface GoldText {
  readonly id: string
  readonly text: string
  readonly options: ReadOptions
}

export interface GoldMention {
  readonly group: string
  readonly span: Span
  readonly head: Span
}

/** A document of GUM. */
export interface GumText extends GoldText {
  readonly genre: string
  readonly isRedistributable: boolean
  readonly mentions: readonly GoldMention[]
}

export async function readGum(sharedDir: string, part: Part): Promise<readonly GumText[]> {
  const docs = await readTreebank(sharedDir, "gum", part)
  return docs.map(({ id, genre, text, words, entities, isRedistributable }) => ({
    id,
    genre,
    text,
    isRedistributable,
    options: { mediaType: "text/plain" as const },
    mentions: (entities ?? []).map(({ group, start, end, head }) => ({
      group,
      span: { start: words.start(start), end: words.end(end - 1) },
      head: { start: words.start(head), end: words.end(head) },
    })),
  }))
}

/** One pronoun of GAP with two names, each of which it stands for or not. */
export interface GapText extends GoldText {
  readonly pronoun: Span
  readonly isWoman: boolean
  readonly names: readonly [GapName, GapName]
}

export interface GapName extends Span {
  readonly isMeant: boolean
}

export function readGap(sharedDir: string, part: "development" | "validation"): readonly GapText[] {
  const folder = mkdtempSync(join(tmpdir(), "sayso-gap-"))
  try {
    const archive = join(sharedDir, "data", "gap-dev-val.tar.xz")
    const { status, stderr } = spawnSync("tar", ["-xJf", archive, "-C", folder], { encoding: "utf8" })
    if (status !== 0) throw new Error(`tar could not unpack ${archive}: ${stderr}`)
    const [, ...rows] = readFileSync(join(folder, "gap", `gap-${part}.tsv`), "utf8")
      .trim()
      .split("\n")
    return rows.map(toGap)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function toGap(row: string): GapText {
  const [id, text, pronoun, offset, a, aOffset, aMeant, b, bOffset, bMeant] = row.split("\t") as string[]
  const span = (words: string, at: string): Span => {
    const start = [...text!].slice(0, Number(at)).join("").length
    if (!text!.startsWith(words, start)) throw new Error(`${id}: “${words}” does not stand at ${at}.`)
    return { start, end: start + words.length }
  }
  return {
    id: id!,
    text: text!,
    options: { mediaType: "text/plain" },
    pronoun: span(pronoun!, offset!),
    isWoman: /^(?:she|her|hers)$/i.test(pronoun!),
    names: [
      { ...span(a!, aOffset!), isMeant: aMeant === "TRUE" },
      { ...span(b!, bOffset!), isMeant: bMeant === "TRUE" },
    ],
  }
}

/** A report of the corpus: its mentions, those of one entity in one group, and its statements with their speaker. */
export interface CorpusText extends GoldText {
  readonly record: AnnotatedRecord
  readonly mentions: readonly { readonly group: string; readonly span: Span }[]
}

/** The parts of an annotation that are looked at. */
export interface AnnotatedRecord {
  readonly doc: string
  readonly entities: readonly {
    readonly id: string
    readonly name: string
    readonly mentions: readonly Span[]
  }[]
  readonly statements: readonly {
    readonly id: string
    readonly source: readonly Span[]
    readonly speaker: string | null
  }[]
}

export function readCorpus(sharedDir: string, part: string): readonly CorpusText[] {
  return readGold<AnnotatedRecord>(sharedDir, annotated(part), "utf16").map(toCorpusText)
}

function toCorpusText(record: AnnotatedRecord): CorpusText {
  const { doc: id, entities, statements } = record
  return {
    id,
    text: readFileSync(join(REPORTS, `${id}.txt`), "utf8"),
    options: optionsFor(id),
    record,
    mentions: [
      ...entities.flatMap(({ id: group, mentions }) => mentions.map((span) => ({ group, span }))),
      ...statements.flatMap(({ speaker, source }) =>
        speaker === null ? [] : source.map((span) => ({ group: speaker, span })),
      ),
    ],
  }
}
