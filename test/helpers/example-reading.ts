// A small reading made by hand, with everything that reading gives: for tests of records that are not about
// the reader. The report is invented.
import { createHash } from "node:crypto"
import { hashText } from "../../src/base/hash.ts"
import type { Doc } from "../../src/schema/doc.ts"
import { type AttributionId, type MentionId, toDocId } from "../../src/schema/ids.ts"
import type { Span } from "../../src/schema/positions.ts"
import type { Attribution, Mention, Reading, Tokens } from "../../src/schema/reading.ts"

export const EXAMPLE_TEXT = `Minister denies strike on Port Ana

LOMAR — “We hit no ship,” Defence Minister Ana Kovač told reporters in Lomar on Friday, “and we never will.”

The harbour office said that Kovač had ordered the strike, in which at least 12 died. 🚢 “It was reported that a crane fell one day.
`

export const MADE_BY = { version: "0.1.0", weights: "0123456789ab", lexicons: "0123456789ab" }

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}

/** Where `words` stand in `text`: the place of “⟦he⟧ said” is that of “he” in the only “he said”. Throws when they stand nowhere or twice. */
export function spanOf(text: string, words: string): Span {
  const open = words.indexOf("⟦")
  const plain = words.replace(/[⟦⟧]/g, "")
  const at = text.indexOf(plain)
  if (at === -1 || text.indexOf(plain, at + 1) !== -1) throw new Error(`Not once in the text: ${words}`)
  if (open === -1) return { start: at, end: at + plain.length }
  return { start: at + open, end: at + words.indexOf("⟧") - 1 }
}

function makeDoc(text: string): Doc {
  const textSha256 = hashText(text, sha256)
  return {
    id: toDocId(textSha256),
    source: { sha256: textSha256, mediaType: "text/plain", charset: "UTF-8", url: null, retrieved: null },
    text,
    blocks: [],
    origin: [
      { kind: "verbatim", span: { start: 0, end: text.length }, sourceStart: 0, sourceEnd: text.length },
    ],
    title: "Minister denies strike on Port Ana",
    authors: ["Jo Example"],
    outlet: "The Example",
    published: { edtf: "2026-11-20", anchor: null },
    language: "en",
  }
}

/** Tokens are not looked at when a record is made. */
const NO_TOKENS: Tokens = {
  length: 0,
  at: () => {
    throw new Error("No tokens here.")
  },
  start: () => 0,
  end: () => 0,
  covering: () => null,
}

/** The reading, its attributions deliberately in another order than the text's. */
export function makeExampleReading(): Reading {
  const doc = makeDoc(EXAMPLE_TEXT)
  const at = (words: string): Span => spanOf(doc.text, words)
  const mention = (id: string, words: string) => ({
    id: id as MentionId,
    span: at(words),
    head: at(words),
    score: 0.914,
  })
  const mentions: readonly Mention[] = [
    { ...mention("m1", "The harbour office"), kind: "nominal", role: "office" },
    { ...mention("m2", "Defence Minister Ana Kovač"), kind: "name", label: "person", name: at("Ana Kovač") },
    { ...mention("m3", "⟦Minister⟧ denies"), kind: "nominal", role: "minister" },
    { ...mention("m4", "⟦Kovač⟧ had"), kind: "name", label: "person", name: at("⟦Kovač⟧ had") },
    { ...mention("m5", "Lomar"), kind: "name", label: "place", name: at("Lomar") },
    { ...mention("m6", "Port Ana"), kind: "name", label: "place", name: at("Port Ana") },
    { ...mention("m7", "LOMAR"), kind: "name", label: "place", name: at("LOMAR") },
    { ...mention("m8", "reporters"), kind: "nominal", role: "reporter" },
  ]
  const common = { quoted: [], venue: null, addressee: null, inside: null, score: 0.876 } as const
  const network = { reader: "network", rule: null } as const
  const happening = {
    head: 0,
    type: "ASSAULT",
    modes: ["heavy-weapons"],
    status: "actual",
    statusScore: 0.9,
    arguments: [],
    score: 0.876,
  } as const
  const attributions: readonly Attribution[] = [
    {
      ...common,
      id: "a4" as AttributionId,
      kind: "orders",
      mode: "indirect",
      content: [at("the strike")],
      cue: [at("had ordered")],
      speaker: "m4" as MentionId,
      inside: "a3" as AttributionId,
      readBy: network,
    },
    {
      ...common,
      id: "a3" as AttributionId,
      kind: "says",
      mode: "indirect",
      content: [at("that Kovač had ordered the strike")],
      cue: [at("⟦said⟧ that")],
      speaker: "m1" as MentionId,
      readBy: network,
    },
    {
      ...common,
      id: "a1" as AttributionId,
      kind: "says",
      mode: "direct",
      content: [at("“We hit no ship,”"), at("“and we never will.”")],
      quoted: [at("“We hit no ship,”"), at("“and we never will.”")],
      cue: [at("told")],
      speaker: "m2" as MentionId,
      venue: at("in Lomar"),
      addressee: at("reporters"),
      readBy: network,
      score: 1,
    },
    {
      ...common,
      id: "a5" as AttributionId,
      kind: "says",
      mode: "indirect",
      content: [at("that a crane fell")],
      cue: [at("was reported")],
      speaker: null,
      readBy: network,
    },
    {
      ...common,
      id: "a2" as AttributionId,
      kind: "says",
      mode: "indirect",
      content: [at("⟦strike⟧ on Port")],
      cue: [at("denies")],
      speaker: "m3" as MentionId,
      readBy: { reader: "rule", rule: "headline" },
    },
  ]
  return {
    doc,
    tokens: NO_TOKENS,
    sentences: [],
    mentions,
    mentionVectors: new Float32Array(0),
    attributions,
    events: [
      { ...happening, trigger: at("⟦strike⟧ on Port"), readBy: network },
      { ...happening, trigger: at("the strike"), readBy: { reader: "rule", rule: "strike" } },
      { ...happening, trigger: at("fell"), type: null, modes: [], readBy: network },
    ],
    voices: [
      {
        event: 0,
        voice: "a2" as AttributionId,
        stance: "denies",
        what: "happened",
        words: [at("denies")],
        score: 0.876,
      },
      {
        event: 1,
        voice: "a4" as AttributionId,
        stance: "asserts",
        what: "responsibility",
        words: [at("had ordered the strike")],
        score: 0.876,
      },
      { event: 1, voice: null, stance: "asserts", what: "happened", words: [at("died")], score: 0.876 },
      {
        event: 2,
        voice: "a5" as AttributionId,
        stance: "hedges",
        what: "happened",
        words: [at("was reported")],
        score: 0.876,
      },
    ],
    problems: [
      {
        code: "quote-not-closed",
        severity: "note",
        message: "A quotation mark is not closed.",
        span: at("“It"),
      },
      {
        code: "charset-guessed",
        severity: "note",
        message: "No encoding was given; read as UTF-8.",
        span: null,
      },
    ],
  }
}
