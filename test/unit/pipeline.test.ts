import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { type IngestPlatform, ingest, NO_OPTIONS } from "../../src/ingest/index.ts"
import { readDoc } from "../../src/pipeline.ts"
import { MAX_WORDS, read } from "../../src/read/index.ts"
import type { HeadName, Network, NetworkInput, Scores } from "../../src/read/network/index.ts"
import { openLexicons } from "../../src/runtime/index.ts"

const CLASSES: Readonly<Record<HeadName, readonly string[]>> = {
  start: ["inside", "sentence start"],
  xpos: ["NN"],
  lemma: ["l0|"],
  names: ["O"],
  attribution: ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"],
  nested: ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"],
  kind: ["says"],
  setting: ["O", "B-venue", "I-venue", "B-addressee", "I-addressee"],
  event: ["O", "B-OTHER", "I-OTHER"],
  event_status: ["actual", "planned", "possible", "hypothetical", "negated"],
}

/** A network to which every word is the first class of each head, and which tags the words of `roles` in attributions. */
function stubNetwork(
  roles: Readonly<Record<string, string>> = {},
): Network & { readonly asked: NetworkInput[] } {
  const asked: NetworkInput[] = []
  return {
    asked,
    info: { name: "stub", made: "2026-11-24", polnear: false, sha256: "0".repeat(64) },
    close: async () => {},
    async score(input, signal): Promise<Scores> {
      if (signal?.aborted === true) throw signal.reason
      asked.push(input)
      const { text, words } = input
      return {
        wordCount: words.length,
        vectors: new Float32Array(0),
        eventRoleNames: [],
        eventRole: () => 0,
        head: (name) => {
          const classes = CLASSES[name]
          const values = new Float32Array(words.length * classes.length).fill(-9)
          for (let word = 0; word < words.length; word += 1) {
            const role =
              name === "attribution" ? roles[text.slice(words.start(word), words.end(word))] : undefined
            values[word * classes.length + Math.max(0, classes.indexOf(role ?? ""))] = -0.01
          }
          return { classes, values }
        },
        arcs: ({ from, to }) => new Float32Array((to - from) ** 2),
        relationNames: ["root", "dep"],
        relations: () => Float32Array.of(0, 0),
        cueToSource: () => 10,
        noSource: () => 0,
        contentToCue: () => 10,
        noCue: () => 0,
      }
    },
  }
}

const platform: IngestPlatform = {
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  decode: (bytes, charset) => new TextDecoder(charset).decode(bytes),
}
const { lexicons, coreference } = await openLexicons()
const madeBy = { version: "0.0.0", weights: "0".repeat(12), lexicons: "0".repeat(12) }

function ingested(text: string) {
  return ingest(new TextEncoder().encode(text), { ...NO_OPTIONS, mediaType: "text/plain" }, platform)
}

describe("read", () => {
  test("gives the network all words of the text with their places towards quotation marks", async () => {
    const network = stubNetwork()
    const { doc } = ingested("He left. “It ended.”")
    const reading = await read(doc, { network, lexicons }, null)
    expect(network.asked).toHaveLength(1)
    expect([...network.asked[0]!.quote]).toEqual([0, 0, 0, 2, 1, 1, 1, 3])
    expect(reading.tokens.length).toBe(8)
    expect(reading.doc).toBe(doc)
  })

  test("gives a text without words an empty reading", async () => {
    const reading = await read(ingested(" \n ").doc, { network: stubNetwork(), lexicons }, null)
    expect(reading).toMatchObject({ sentences: [], mentions: [], attributions: [], problems: [] })
    expect(reading.tokens.length).toBe(0)
  })

  test("leaves out what comes after the last paragraph that is read whole, and says so", async () => {
    const paragraph = `${"word ".repeat(99)}word\n`
    const { doc } = ingested(paragraph.repeat(MAX_WORDS / 100 + 5))
    const network = stubNetwork()
    const reading = await read(doc, { network, lexicons }, null)
    expect(reading.tokens.length).toBe(MAX_WORDS)
    const end = reading.tokens.end(MAX_WORDS - 1)
    expect(reading.problems).toMatchObject([
      { code: "truncated", span: { start: end, end: doc.text.length } },
    ])
  })
})

describe("readDoc", () => {
  const roles = { Lavrov: "B-source", said: "B-cue", It: "B-content", ended: "I-content" }

  test("takes a report to its record", async () => {
    const needs = { network: stubNetwork(roles), lexicons, coreference, madeBy, sha256: platform.sha256 }
    const record = await readDoc(ingested("It ended, Lavrov said."), needs, null)
    expect(record.statements).toHaveLength(1)
    const [statement] = record.statements
    expect(statement?.source?.parts.map((part) => part.exact)).toEqual(["Lavrov"])
    expect(statement?.cue?.parts.map((part) => part.exact)).toEqual(["said"])
    expect(statement?.content.parts.map((part) => part.exact)).toEqual(["It ended"])
    expect(record.madeBy).toEqual(madeBy)
  })

  test("keeps the problems of every step, and cuts a text without paragraphs where the limit falls", async () => {
    const needs = { network: stubNetwork(), lexicons, coreference, madeBy, sha256: platform.sha256 }
    const { problems } = await readDoc(ingested("word ".repeat(MAX_WORDS + 1)), needs, null)
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(["no-date", "truncated"]))
    const end = "word ".length * MAX_WORDS
    expect(problems.find(({ code }) => code === "truncated")?.span).toEqual({ start: end, end: end + 5 })
  })

  test("rejects with the signal's reason and keeps nothing", async () => {
    const reason = new Error("enough")
    const needs = { network: stubNetwork(), lexicons, coreference, madeBy, sha256: platform.sha256 }
    await expect(readDoc(ingested("It ended."), needs, AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})
