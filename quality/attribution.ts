// How well the reader finds who said what: against PolNeAR, with the scorer of ../shared/score.
//   node quality/attribution.ts [--shared ../shared] [--weights weights] [--part dev] [--cache FOLDER] [--out FILE]
// Prints one JSON object. --out keeps the predictions, one report a line; --cache keeps what the network computed, so
// that rules can be tried again without it (some 600 MB for dev; belongs to one version of the weights).
//
// PolNeAR counts some things otherwise than Sayso does; the predictions are put into its terms, nothing else is:
// - It knows outermost statements only: those inside others are left out. “X reportedly said” is one statement there,
//   the inner one of ours, with the adverb in its cue.
// - Additive and time adverbs right before the verb belong to the cue: “also said”.
// The place of saying is in PolNeAR's cue in about half of the cases. It stays out here: putting it back loses .002.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { deserialize, serialize } from "node:v8"
import { readText } from "../src/node.ts"
import { read } from "../src/read/index.ts"
import type { CreateSession, Network, SessionOutput } from "../src/read/network/index.ts"
import { openLexicons } from "../src/runtime/index.ts"
import type { Span } from "../src/schema/positions.ts"
import type { Attribution, Reading } from "../src/schema/reading.ts"
import { type Calibration, calibrate, type Judged } from "./calibration.ts"
import { openMeasured } from "./network.ts"
import { DATA_AND_WEIGHTS } from "./options.ts"

/** Shares are of 1. */
export interface AttributionQuality {
  readonly reports: number
  readonly statements: { readonly gold: number; readonly given: number; readonly nested: number }
  readonly relation: Figure & { readonly interval: readonly [number, number] | null }
  readonly relationExact: Figure
  readonly fragments: Readonly<Record<Role, Figure>>
  /** Share of the gold found as `relation` asks, by kind of statement. */
  readonly recall: Readonly<Record<"direct" | "mixed" | "indirect" | "noSource" | "pronounSource", number>>
  readonly wrongSpeaker: number
  readonly inventedSource: number
  readonly speakerOfContent: number
  readonly calibration: Calibration
}

interface Figure {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const ROLES = ["source", "cue", "content"] as const
type Role = (typeof ROLES)[number]

/** One report's predictions in the scorer's format; offsets are UTF-16. */
export interface Prediction {
  readonly doc: string
  readonly attributions: readonly (Readonly<Record<Role, readonly (readonly [number, number])[]>> & {
    readonly score: number
    readonly rule: string | null
    /** Which of the reading's attributions it is. */
    readonly number: number
  })[]
}

// “also said”: adverbs that PolNeAR counts to the cue after them.
const ADVERBS_BEFORE =
  /(?:\b(?:also|further|then|later|recently|now|once|already|previously|earlier|even|still|reportedly|allegedly)\s+)+$/i

/** The outermost statements of a reading in PolNeAR's terms. */
export function toPolnear(doc: string, { doc: { text }, attributions, mentions }: Reading): Prediction {
  const spans = new Map(mentions.map(({ id, span }) => [id, span]))
  const isAround = ({ readBy }: Attribution): boolean => readBy.rule === "hearsay-around-statement"
  const around = new Set(attributions.filter(isAround).map(({ id }) => id))
  const outermost = attributions
    .map((each, number) => ({ ...each, number }))
    .filter((each) => !isAround(each) && (each.inside === null || around.has(each.inside)))
  const pair = ({ start, end }: Span): readonly [number, number] => [start, end]
  return {
    doc,
    attributions: outermost.map(({ cue, content, speaker, score, readBy, number }) => ({
      source: speaker === null ? [] : [pair(spans.get(speaker)!)],
      cue: (cue ?? []).map((span, index) => {
        const before =
          index > 0 ? null : ADVERBS_BEFORE.exec(text.slice(Math.max(0, span.start - 24), span.start))
        return [span.start - (before?.[0].length ?? 0), span.end] as const
      }),
      content: content.map(pair),
      score,
      rule: readBy.rule,
      number,
    })),
  }
}

export interface PolnearText {
  readonly doc: string
  readonly text: string
}

/** Unpacks a part of PolNeAR into `folder` (needs `tar` and `xz`) and gives its texts. */
export function readPolnear(sharedDir: string, part: string, folder: string): readonly PolnearText[] {
  const archive = join(sharedDir, "data", "polnear-train-dev.tar.xz")
  const { status, stderr } = spawnSync("tar", ["-xJf", archive, "-C", folder, `data/${part}`], {
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`tar could not unpack ${archive}: ${stderr}`)
  const texts = join(folder, "data", part, "text")
  return readdirSync(texts)
    .sort()
    .map((name) => ({ doc: name.replace(/\.txt$/, ""), text: readFileSync(join(texts, name), "utf8") }))
}

/** Opens the network of `weights`; with a folder to keep its answers in, each is computed once. */
export function openCached(weights: string, cacheDir: string | null): Promise<Network> {
  return openMeasured(weights, (createSession) =>
    cacheDir === null ? createSession : withCache(createSession, cacheDir),
  )
}

function withCache(createSession: CreateSession, folder: string): CreateSession {
  mkdirSync(folder, { recursive: true })
  return async (weights) => {
    const session = await createSession(weights)
    return {
      ...session,
      inputNames: session.inputNames,
      outputNames: session.outputNames,
      runsAtOnce: session.runsAtOnce,
      close: () => session.close(),
      run: async (inputs, wanted) => {
        const hash = createHash("sha256").update(weights)
        for (const [name, { data, dims }] of Object.entries(inputs)) {
          hash.update(`${name} ${dims.join(" ")}`).update(data.slice())
        }
        const file = join(folder, `${hash.digest("hex").slice(0, 32)}.bin`)
        if (existsSync(file)) return deserialize(readFileSync(file)) as Record<string, SessionOutput>
        const outputs = await session.run(inputs, wanted)
        const kept = Object.fromEntries(
          wanted.map((name) => [name, { data: outputs[name]!.data.slice(), dims: [...outputs[name]!.dims] }]),
        )
        writeFileSync(file, serialize(kept))
        return kept
      },
    }
  }
}

export interface Measured {
  readonly predictions: readonly Prediction[]
  readonly nested: number
}

/** Reads every text with the product's own path. */
export async function predict(network: Network, texts: readonly PolnearText[]): Promise<Measured> {
  const { lexicons } = await openLexicons()
  const predictions: Prediction[] = []
  let nested = 0
  for (const { doc: name, text } of texts) {
    const { doc } = readText(text, { mediaType: "text/plain" })
    const reading = await read(doc, { network, lexicons }, null)
    predictions.push(toPolnear(name, reading))
    nested += reading.attributions.filter(({ inside }) => inside !== null).length
  }
  return { predictions, nested }
}

interface ScorerJson {
  readonly counts: Readonly<Record<string, number>>
}

/** Runs the scorer (python3) over predictions kept in `file`. */
export function score(
  sharedDir: string,
  gold: { readonly folder: string; readonly annotators: "first" | "all" },
  file: string,
  bootstrap = 0,
): { readonly json: ScorerJson; readonly text: string } {
  const jsonFile = `${file}.scores`
  const script = join(sharedDir, "score", "score_attribution.py")
  const folders = ["--gold", join(gold.folder, "attributions"), "--text", join(gold.folder, "text")]
  const options = [
    "--annotators",
    gold.annotators,
    "--utf16",
    "--bootstrap",
    String(bootstrap),
    "--json",
    jsonFile,
  ]
  const run = spawnSync("python3", [script, ...folders, "--pred", file, ...options], { encoding: "utf8" })
  if (run.status !== 0) throw new Error(`The scorer ended with ${run.status}: ${run.stderr}`)
  return { json: JSON.parse(readFileSync(jsonFile, "utf8")) as ScorerJson, text: run.stdout }
}

/** For each prediction of `file`, in its order, whether it is right (relation@0.5): the scorer's own pairing, asked line by line. */
export function rightLines(sharedDir: string, goldFolder: string, file: string): readonly boolean[] {
  const program = `
import json, sys
sys.path.insert(0, sys.argv[1])
import score_attribution as s
gold = s.load_gold(sys.argv[2] + '/attributions', sys.argv[2] + '/text', 'first')
pred, _ = s.load_pred(sys.argv[3], gold, True)
right = []
for line in open(sys.argv[3], encoding='utf-8'):
    doc, text, atts, _ = gold[json.loads(line)['doc']]
    d = s.Doc(text, [])
    tokens = lambda them: [{r: d.toks(a[r]) for r in s.ROLES} for a in them]
    p, g = tokens(pred.get(doc, [])), tokens(atts)
    good = {i for i, j in s.pair_up(p, g) if all(s.iou(p[i][r], g[j][r]) >= .5 for r in s.ROLES)}
    right += [i in good for i in range(len(p))]
json.dump(right, sys.stdout)`
  const run = spawnSync("python3", ["-c", program, join(sharedDir, "score"), goldFolder, file], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  })
  if (run.status !== 0) throw new Error(`Pairing ended with ${run.status}: ${run.stderr}`)
  return JSON.parse(run.stdout) as boolean[]
}

/** The scorer's counts as figures. */
function toQuality(
  { json: { counts }, text }: { readonly json: ScorerJson; readonly text: string },
  nested: number,
  lines: readonly Judged[],
): AttributionQuality {
  const count = (key: string): number => counts[key] ?? 0
  const figure = (key: string): Figure => {
    const precision = ratio(count(`${key}|tp`), count(`${key}|p`))
    const recall = ratio(count(`${key}|tp`), count(`${key}|g`))
    return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) }
  }
  const recallOf = (kind: string): number => ratio(count(`st|${kind}|r50`), count(`st|${kind}|n`))
  const interval = /^relation@0\.5 .*\[([\d.]+), ([\d.]+)\]/m.exec(text)
  return {
    reports: count("docs"),
    statements: { gold: count("n_gold"), given: count("n_pred"), nested },
    relation: {
      ...figure("r50|relation"),
      interval: interval === null ? null : [Number(interval[1]), Number(interval[2])],
    },
    relationExact: figure("rnp|relation"),
    fragments: { source: figure("frag|source"), cue: figure("frag|cue"), content: figure("frag|content") },
    recall: {
      direct: recallOf("direct"),
      mixed: recallOf("mixed"),
      indirect: recallOf("indirect"),
      noSource: recallOf("no source"),
      pronounSource: recallOf("pronoun source"),
    },
    wrongSpeaker: ratio(count("ws|bad"), count("ws|n")),
    inventedSource: ratio(count("inv|bad"), count("inv|n")),
    speakerOfContent: ratio(count("spk|ok"), count("spk|n")),
    calibration: calibrate(lines),
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...DATA_AND_WEIGHTS,
      part: { type: "string", default: "dev" },
      cache: { type: "string" },
      out: { type: "string" },
      bootstrap: { type: "string", default: "1000" },
      json: { type: "boolean", default: false },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), "sayso-polnear-"))
  try {
    const texts = readPolnear(values.shared, values.part, folder)
    const network = await openCached(values.weights, values.cache ?? null)
    const { predictions, nested } = await predict(network, texts)
    await network.close()
    const file = values.out ?? join(folder, "predictions.jsonl")
    writeFileSync(file, predictions.map((each) => `${JSON.stringify(each)}\n`).join(""))
    const goldFolder = join(folder, "data", values.part)
    const scored = score(
      values.shared,
      { folder: goldFolder, annotators: "first" },
      file,
      Number(values.bootstrap),
    )
    const right = rightLines(values.shared, goldFolder, file)
    const lines = predictions
      .flatMap(({ attributions }) => attributions)
      .map(({ score }, index) => ({ score, isRight: right[index] === true }))
    if (!values.json) process.stderr.write(scored.text)
    process.stdout.write(`${JSON.stringify(toQuality(scored, nested, lines), null, values.json ? 0 : 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await main()
