// A network that says anything: for tests of what must hold whatever the network says. The same seed and the same
// words give the same scores.
import { seededRandom } from "../../src/base/random.ts"
import type { HeadName, HeadScores, Network, NetworkInput, Scores } from "../../src/read/network/index.ts"
import type { TokenRange } from "../../src/schema/positions.ts"

const BIO = (...roles: readonly string[]): readonly string[] => [
  "O",
  ...roles.flatMap((role) => [`B-${role}`, `I-${role}`]),
]

// Classes as in weights/reading.json; of tags and lemma rules some of each sort.
const CLASSES: Readonly<Record<HeadName, readonly string[]>> = {
  start: ["inside", "sentence start"],
  xpos: [
    "NN",
    "NNP",
    "VBD",
    "VBZ",
    "VB",
    "IN",
    "DT",
    "PRP",
    "PRP$",
    "RB",
    "JJ",
    "CD",
    ",",
    ".",
    ":",
    "``",
    "''",
    "WDT",
    "TO",
    "MD",
    "CC",
  ],
  lemma: ["k0|", "l0|", "l1|", "l2|y", "k3|y", "l40|x", "=be", "=have"],
  names: BIO("PER", "ORG", "LOC", "MISC"),
  attribution: BIO("source", "cue", "content"),
  nested: BIO("source", "cue", "content"),
  kind: ["says", "asks", "believes", "intends", "orders", "shows"],
  setting: BIO("venue", "addressee"),
  event: BIO("ASSAULT", "CONSULT", "OTHER"),
  event_status: ["actual", "planned", "possible", "hypothetical", "negated"],
}

const RELATIONS = [
  "nsubj",
  "nsubj:pass",
  "obj",
  "obl",
  "ccomp",
  "xcomp",
  "acl:relcl",
  "advcl",
  "parataxis",
  "conj",
  "appos",
  "nmod",
  "nmod:poss",
  "det",
  "case",
  "mark",
  "aux",
  "aux:pass",
  "punct",
  "flat",
  "root",
]

/** An open network whose scores are drawn from `seed`. */
export function openFakeNetwork(seed: number): Network {
  return {
    info: { name: "fake", made: "2026-01-01", polnear: false, sha256: "0".repeat(64) },
    score: (input) => Promise.resolve(drawScores(input, seed)),
    close: () => Promise.resolve(),
  }
}

/** How the scores are drawn: nearly the same for all classes, very different, or in runs of words as a trained network's are. */
const MANNERS = ["flat", "steep", "in runs"] as const

function drawScores({ words }: NetworkInput, seed: number): Scores {
  const manner = MANNERS[seed % MANNERS.length] as (typeof MANNERS)[number]
  const scale = manner === "flat" ? 0.1 : 12
  const heads = new Map<HeadName, HeadScores>()
  const draw = (...place: readonly number[]): number => (drawNumber(seed, place) - 0.5) * scale
  return {
    wordCount: words.length,
    vectors: new Float32Array(0),
    head: (name) => {
      const known = heads.get(name)
      if (known !== undefined) return known
      const classes = CLASSES[name]
      const random = seededRandom(seed ^ Object.keys(CLASSES).indexOf(name))
      const values = new Float32Array(words.length * classes.length)
      for (let index = 0; index < values.length; index++) values[index] = (random.next() - 0.5) * scale
      if (manner === "in runs" && classes.includes("O")) favourRuns(values, classes, random)
      normalize(values, classes.length)
      const head = { classes, values }
      heads.set(name, head)
      return head
    },
    arcs: ({ from, to }) => {
      const random = seededRandom(seed ^ (from * 31 + to))
      return Float32Array.from({ length: (to - from) ** 2 }, () => (random.next() - 0.5) * scale)
    },
    relationNames: RELATIONS,
    eventRoleNames: ["actor", "recipient", "place", "time"],
    eventRole: (trigger, word, role) => draw(5, trigger, word, role),
    relations: (dependent, head) => {
      const random = seededRandom(seed ^ (dependent * 8191 + head))
      return Float32Array.from(RELATIONS, () => (random.next() - 0.5) * scale)
    },
    cueToSource: (cue, source) => draw(1, cue.from, cue.to, source.from, source.to),
    noSource: (cue) => draw(2, cue.from, cue.to),
    contentToCue: (content, cue) => draw(3, content.from, content.to, cue.from, cue.to),
    noCue: (content: TokenRange) => draw(4, content.from, content.to),
  }
}

/** One number from 0 to 1 for a seed and a list of whole numbers. */
function drawNumber(seed: number, place: readonly number[]): number {
  let mixed = seed
  for (const number of place) mixed = Math.imul(mixed ^ number, 0x9e3779b1) ^ (mixed >>> 13)
  return seededRandom(mixed).next()
}

/** Makes runs of 1 to 12 words of one role likely: a source, a cue, then a content, as in print, or any other order. */
function favourRuns(
  values: Float32Array,
  classes: readonly string[],
  random: ReturnType<typeof seededRandom>,
): void {
  const wordCount = values.length / classes.length
  for (let word = 0; word < wordCount; ) {
    const begin = random.below(classes.length)
    const name = classes[begin] as string
    const length = 1 + random.below(12)
    const inside = name.startsWith("B-") ? classes.indexOf(`I-${name.slice(2)}`) : begin
    for (let step = 0; step < length && word < wordCount; step++, word++) {
      const index = word * classes.length + (step === 0 ? begin : inside)
      values[index] = (values[index] as number) + 20
    }
  }
}

/** Log-probabilities from anything: the logarithm of the softmax of each row. */
function normalize(values: Float32Array, width: number): void {
  for (let row = 0; row < values.length; row += width) {
    const scores = values.subarray(row, row + width)
    const most = Math.max(...scores)
    let sum = 0
    for (const score of scores) sum += Math.exp(score - most)
    const shift = most + Math.log(sum)
    for (let index = 0; index < width; index++) scores[index] = (scores[index] as number) - shift
  }
}
