// How fast the network reads, and how much of the time is spent inside the runtime. In: weights and seeded reports
// of 500 words. Out: figures. Words and marks are found beforehand; the numbers are those of `read/network` alone.
//   node bench/network.ts [folder of weights]        SAYSO_RUNTIME=web for WebAssembly

import { createHash } from "node:crypto"
import { asItStands } from "../src/lexicon/index.ts"
import {
  type CreateSession,
  type Network,
  type NetworkInput,
  openNetwork,
} from "../src/read/network/index.ts"
import { quoteStates, splitSentences, tokenize, type Words } from "../src/read/tokens/index.ts"
import { modelIn, openRuntime, readWeights, wishedRuntime } from "../src/runtime/index.ts"
import { weightsFolder } from "../src/runtime/package.ts"
import { drawReports } from "./wikinews.ts"

export interface NetworkFigures {
  readonly runtime: string
  readonly threads: number
  readonly reports: number
  readonly wordsPerReport: number
  readonly reportsPerSecond: number
  /** Pieces given to the network, those that two windows share counted twice. */
  readonly piecesPerSecond: number
  /** Pieces that windows share, as a share of all that was computed. */
  readonly overlapShare: number
  /** Time inside the runtime as a share of `score` and of all that the scores are asked for afterwards. */
  readonly insideShare: number
  readonly openMs: number
  readonly peakMb: number
}

/** Reads `reportCount` reports after a tenth as many to warm up. Takes a minute for 300 on two idle cores. */
export async function measureNetwork(weights: string, reportCount: number): Promise<NetworkFigures> {
  const runtime = await openRuntime({ only: wishedRuntime(process.env), threads: null })
  const began = performance.now()
  const meter = metered((sha256) => runtime.createSession(modelIn(weights, sha256)))
  const network = await openNetwork(await readWeights(weights), {
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    decodeUtf8: (bytes) => new TextDecoder().decode(bytes),
    createSession: meter.createSession,
  })
  const openMs = performance.now() - began
  const warmUp = Math.ceil(reportCount / 10)
  const reports = drawReports(20261124, warmUp + reportCount, 500).map((text) => {
    const words = tokenize(text)
    return { text, words, quote: quoteStates(text, words).states, standIns: asItStands }
  })
  let wordCount = 0
  let start = 0
  for (const [index, report] of reports.entries()) {
    if (index === warmUp) {
      start = performance.now()
      Object.assign(meter.sums, { insideMs: 0, pieces: 0, words: 0 })
    }
    if (index >= warmUp) wordCount += report.words.length
    await readAll(network, report)
  }
  const ms = performance.now() - start
  await network.close()
  const { insideMs, pieces, words } = meter.sums
  return {
    runtime: `onnxruntime-${runtime.name} ${runtime.version}`,
    threads: runtime.threads,
    reports: reportCount,
    wordsPerReport: Math.round(wordCount / reportCount),
    reportsPerSecond: (reportCount / ms) * 1000,
    piecesPerSecond: (pieces / ms) * 1000,
    overlapShare: 1 - wordCount / words,
    insideShare: insideMs / ms,
    openMs,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }
}

/** Scores one report and asks for all that the stages after it ask for, links between every tenth word among it. */
async function readAll(network: Network, report: NetworkInput & { readonly words: Words }): Promise<void> {
  const { text, words } = report
  const scores = await network.score(report)
  for (const head of ["xpos", "lemma", "names", "attribution", "nested", "kind", "setting"] as const)
    scores.head(head)
  for (const sentence of splitSentences(words, text, [], scores.head("start"))) {
    scores.arcs(sentence)
    for (let word = sentence.from; word < sentence.to; word += 1) scores.relations(word, sentence.from)
  }
  // 24 attributions in 500 words is what PolNeAR has.
  for (let word = 40; word + 20 < words.length; word += 20) {
    const cue = { from: word, to: word + 2 }
    const content = { from: word + 3, to: word + 18 }
    scores.noSource(cue)
    scores.noCue(content)
    for (const near of [-20, 0, 20]) {
      scores.cueToSource(cue, { from: Math.max(0, word + near - 3), to: word + near })
      scores.contentToCue(content, { from: word + near, to: Math.min(words.length, word + near + 2) })
    }
  }
}

interface Sums {
  insideMs: number
  /** Pieces computed, words read; those in two windows counted twice. */
  pieces: number
  words: number
}

function metered(createSession: CreateSession): {
  readonly createSession: CreateSession
  readonly sums: Sums
} {
  const sums: Sums = { insideMs: 0, pieces: 0, words: 0 }
  return {
    sums,
    createSession: async (sha256) => {
      const session = await createSession(sha256)
      return {
        ...session,
        run: async (inputs, wanted) => {
          const began = performance.now()
          const outputs = await session.run(inputs, wanted)
          sums.insideMs += performance.now() - began
          sums.pieces += inputs["ids"]!.data.length
          sums.words += inputs["first"]!.data.length
          return outputs
        },
      }
    },
  }
}

if (import.meta.main) {
  const figures = await measureNetwork(
    process.argv[2] ?? weightsFolder(process.env),
    Number(process.argv[3] ?? 100),
  )
  for (const [name, value] of Object.entries(figures)) {
    console.log(`${name.padEnd(18)} ${typeof value === "number" ? Number(value.toPrecision(4)) : value}`)
  }
}
