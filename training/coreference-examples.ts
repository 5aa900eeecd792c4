// Choices from which the ranker of src/resolve/coreference learns.
//   node training/coreference-examples.ts --out FOLDER [--model weights/coreference.bin] [--cache FOLDER] [--shared ../shared] [--weights weights]
// In: GUM (documents whose text may be given away), the corpus and GAP's development set. Out: in FOLDER packed arrays
// that training/coreference.py reads. Every mention is linked in turn, by the model given, so that it learns from the
// chains that it makes itself; without one GUM's own chains are followed, and elsewhere the nearest that agrees.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { alignGum, isOn, mentionAt, readKnowledge, readMentions } from "../quality/coreference.ts"
import {
  type CorpusText,
  type GapText,
  type GumText,
  readCorpus,
  readGap,
  readGum,
} from "../quality/coreference-gold.ts"
import { openCache } from "../quality/readings.ts"
import { chooseByRanker, standingFor } from "../src/resolve/coreference/choose.ts"
import type { DraftChain } from "../src/resolve/coreference/draft-chain.ts"
import {
  type Candidate,
  FEATURES,
  lastFeatures,
  mayBeOne,
  mentionFeatures,
  NEW_FEATURES,
  pairFeatures,
} from "../src/resolve/coreference/features.ts"
import type { CoreferenceKnowledge } from "../src/resolve/coreference/knowledge.ts"
import { MentionVectors } from "../src/resolve/coreference/likeness.ts"
import { type Choose, linkProfiles } from "../src/resolve/coreference/link.ts"
import { type Profile, profileMentions } from "../src/resolve/coreference/profiles.ts"
import type { MentionId } from "../src/schema/ids.ts"
import { MEANT_NUMBERS, type Mention, type Reading } from "../src/schema/reading.ts"

/** Whether to join a chain is right, wrong or not known. */
type Label = "right" | "wrong" | "unknown"

/** What people say of one mention's choice; null when they say nothing. */
type Judge = (
  mention: Profile,
  chains: readonly DraftChain[],
) => { readonly labels: readonly Label[]; readonly none: Label } | null

const SETS = [
  "gum.train",
  "corpus.train",
  "gap.train",

  "gum.dev",
  "corpus.dev",
  "gap.dev",
] as const
type SetName = (typeof SETS)[number]

/** Every tenth pronoun of GAP's development set is kept to choose on. */
const isGapDev = (index: number): boolean => index % 10 === 0

class Examples {
  readonly #rows: Uint8Array[] = []
  readonly #rowVectors: number[] = []
  readonly #labels: number[] = []
  readonly #likeness: number[] = []
  readonly #starts: number[] = [0]
  readonly #vectors: number[] = []
  readonly #models: number[] = []
  readonly #sets: number[] = []
  readonly #table: Float32Array[] = []
  #vectorCount = 0

  /** Makes room for a reading's vectors; gives the number of the first. */
  addVectors({ mentionVectors, mentions }: Reading): number {
    const first = this.#vectorCount
    this.#table.push(mentionVectors)
    this.#vectorCount += mentions.length
    return first
  }

  add(set: SetName, isPronoun: boolean, vector: number, rows: readonly Row[]): void {
    for (const { features, vector: own, label, likeness } of rows) {
      const row = new Uint8Array(FEATURES.length)
      for (const feature of features) row[feature] = 1
      this.#rows.push(row)
      this.#rowVectors.push(own)
      this.#likeness.push(likeness)
      this.#labels.push(label === "right" ? 1 : label === "wrong" ? 0 : 2)
    }
    this.#starts.push(this.#rows.length)
    this.#vectors.push(vector)
    this.#models.push(isPronoun ? 0 : 1)
    this.#sets.push(SETS.indexOf(set))
  }

  write(folder: string): void {
    mkdirSync(folder, { recursive: true })
    const write = (name: string, array: Uint8Array | Int32Array | Float32Array): void =>
      writeFileSync(join(folder, name), new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    const rows = new Uint8Array(this.#rows.length * FEATURES.length)
    for (const [index, row] of this.#rows.entries()) rows.set(row, index * FEATURES.length)
    write("rows.u8", rows)
    write("row-vectors.i32", Int32Array.from(this.#rowVectors))
    write("likeness.f32", Float32Array.from(this.#likeness))
    write("labels.u8", Uint8Array.from(this.#labels))
    write("starts.i32", Int32Array.from(this.#starts))
    write("vectors.i32", Int32Array.from(this.#vectors))
    write("models.u8", Uint8Array.from(this.#models))
    write("sets.u8", Uint8Array.from(this.#sets))
    const table = new Float32Array(this.#table.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of this.#table) {
      table.set(part, at)
      at += part.length
    }
    write("table.f32", table)
    writeFileSync(
      join(folder, "about.json"),
      JSON.stringify({ features: FEATURES, sets: SETS, vectors: this.#vectorCount, meant: MEANT_NUMBERS }),
    )
  }
}

interface Row {
  readonly features: readonly number[]
  /** -1: none. */
  readonly vector: number
  readonly label: Label
  readonly likeness: number
}

/** Links the mentions of a reading; `follow` decides, `judge` labels. */
function collect(
  examples: Examples,
  set: SetName,
  reading: Reading,
  knowledge: CoreferenceKnowledge,
  judge: Judge,
  follow: Choose,
): void {
  const first = examples.addVectors(reading)
  const vectors = new MentionVectors(reading)
  const rowOf = new Map(reading.mentions.map(({ id }, row) => [id, row]))
  const vectorOf = ({ mention }: Profile): number => first + rowOf.get(mention.id)!
  const choose: Choose = (mention, candidates, surroundings) => {
    const judged = judge(
      mention,
      candidates.map(({ chain }) => chain),
    )
    const isOpen = judged !== null && [...judged.labels, judged.none].some((label) => label === "wrong")
    if (isOpen && [...judged.labels, judged.none].includes("right")) {
      const own = mentionFeatures(mention)
      const rows = candidates.map(
        (candidate, index): Row => ({
          features: [
            ...own,
            ...lastFeatures(candidate.last),
            ...pairFeatures(mention, candidate, surroundings),
          ],
          vector: vectorOf(standingFor(candidate)),
          label: judged.labels[index]!,
          likeness: vectors.likeness(mention, candidate),
        }),
      )
      const none: Row = { features: [...own, ...NEW_FEATURES], vector: -1, label: judged.none, likeness: 0 }
      examples.add(set, mention.pronoun !== null, vectorOf(mention), [...rows, none])
    }
    return follow(mention, candidates, surroundings)
  }
  linkProfiles(reading, profileMentions(reading, knowledge), knowledge, choose)
}

/** The group of most of a chain's mentions, names still to come included; undefined when none is marked. */
function groupOf(chain: DraftChain, groups: ReadonlyMap<MentionId, string>): string | undefined {
  const counts = new Map<string, number>()
  const members = new Set([...chain.links.map(({ profile }) => profile), ...chain.names])
  let best: string | undefined
  for (const { mention } of members) {
    const group = groups.get(mention.id)
    if (group === undefined) continue
    counts.set(group, (counts.get(group) ?? 0) + 1)
    if (best === undefined || counts.get(group)! > counts.get(best)!) best = group
  }
  return best
}

/** GUM marks everything: what is not one is two. */
function judgeGum(groups: ReadonlyMap<MentionId, string>): Judge {
  return ({ mention }, chains) => {
    const group = groups.get(mention.id)
    const labels = chains.map(
      (chain): Label => (group !== undefined && groupOf(chain, groups) === group ? "right" : "wrong"),
    )
    return { labels, none: labels.includes("right") ? "wrong" : "right" }
  }
}

/** The corpus marks those who speak or act, and not each of their mentions: of the others little is known. */
function judgeCorpus(groups: ReadonlyMap<MentionId, string>): Judge {
  return (mention, chains) => {
    const group = groups.get(mention.mention.id)
    if (group === undefined) return null
    const labels = chains.map((chain): Label => {
      const other = groupOf(chain, groups)
      if (other !== undefined) return other === group ? "right" : "wrong"
      // A name of the same one would stand in its chain.
      if (chain.hasName || !mayBeOne(mention, chain)) return "wrong"
      return mention.mention.kind === "nominal" && !mention.words.some((word) => chain.words.has(word))
        ? "wrong"
        : "unknown"
    })
    const isFound = labels.includes("right")
    if (!isFound && mention.pronoun !== null) return null
    return { labels, none: isFound ? "wrong" : "right" }
  }
}

/** GAP marks one pronoun, and two names. */
function judgeGap({ pronoun, names }: GapText, reading: Reading): Judge {
  const asked = mentionAt(reading, pronoun)
  return ({ mention }, chains) => {
    if (mention.id !== asked?.id) return null
    const isNamed = (chain: DraftChain, name: (typeof names)[number]): boolean =>
      [...chain.links.map(({ profile }) => profile), ...chain.names].some((one) => isOn(one.mention, name))
    const isNeither = names.every(({ isMeant }) => !isMeant)
    const labels = chains.map((chain): Label => {
      const own = names.filter((name) => isNamed(chain, name))
      if (own.length > 0) return own.some(({ isMeant }) => isMeant) ? "right" : "wrong"
      return isNeither ? "right" : chain.hasName ? "wrong" : "unknown"
    })
    return { labels, none: isNeither ? "right" : "wrong" }
  }
}

/** Before there is a model: the chain that people say, or the nearest that agrees. */
function followGold(groups: ReadonlyMap<MentionId, string> | null): Choose {
  const none = { candidate: null, score: 1, isTie: false }
  return (mention, candidates) => {
    const fits = (candidate: Candidate): boolean => {
      if (groups !== null) {
        const group = groups.get(mention.mention.id)
        return group !== undefined && groupOf(candidate.chain, groups) === group
      }
      if (mention.pronoun !== null) return mayBeOne(mention, candidate.chain)
      return (
        mention.article !== "indefinite" && mention.words.some((word) => candidate.chain.headWords.has(word))
      )
    }
    const candidate = candidates.find(fits)
    return candidate === undefined ? none : { candidate, score: 1, isTie: false }
  }
}

function groupsOfCorpus({ mentions: gold }: CorpusText, reading: Reading): ReadonlyMap<MentionId, string> {
  const groups = new Map<MentionId, string>()
  for (const { group, span } of gold) {
    const range = reading.tokens.covering(span)
    if (range === null) continue
    const isTop = ({ head }: Mention): boolean => {
      const word = reading.tokens.covering(head)?.from
      if (word === undefined || word < range.from || word >= range.to) return false
      const above = reading.tokens.at(word).head
      return above === null || above < range.from || above >= range.to
    }
    const mention = reading.mentions.find(
      (one) => one.head.start >= span.start && one.head.end <= span.end && isTop(one),
    )
    if (mention !== undefined) groups.set(mention.id, group)
  }
  return groups
}

async function main(): Promise<void> {
  const root = join(import.meta.dirname, "..")
  const { values } = parseArgs({
    options: {
      shared: { type: "string", default: join(root, "..", "shared") },
      weights: { type: "string", default: join(root, "weights") },
      cache: { type: "string" },
      model: { type: "string" },
      out: { type: "string" },
    },
  })
  if (values.out === undefined) throw new Error("Give a folder for the examples: --out FOLDER")
  const cache = openCache(values.weights, values.cache ?? join(values.out, "readings"))
  const knowledge = readKnowledge(values.model ?? null)
  const examples = new Examples()
  const follow = (reading: Reading, groups: ReadonlyMap<MentionId, string> | null): Choose =>
    knowledge.ranker === null ? followGold(groups) : chooseByRanker(reading, knowledge)
  for (const part of ["train", "dev"] as const) {
    for (const text of await readGum(values.shared, part)) {
      if (part === "train" && !text.isRedistributable) continue
      const reading = await readMentions(cache, text)
      const groups = groupsOfGum(text, reading)
      collect(examples, `gum.${part}`, reading, knowledge, judgeGum(groups), follow(reading, groups))
    }
    for (const text of readCorpus(values.shared, part)) {
      const reading = await readMentions(cache, text)
      collect(
        examples,
        `corpus.${part}`,
        reading,
        knowledge,
        judgeCorpus(groupsOfCorpus(text, reading)),
        follow(reading, null),
      )
    }
  }
  for (const [index, text] of readGap(values.shared, "development").entries()) {
    const reading = await readMentions(cache, text)
    collect(
      examples,
      isGapDev(index) ? "gap.dev" : "gap.train",
      reading,
      knowledge,
      judgeGap(text, reading),
      follow(reading, null),
    )
  }
  await cache.close()
  examples.write(values.out)
}

function groupsOfGum(text: GumText, reading: Reading): ReadonlyMap<MentionId, string> {
  return new Map([...alignGum(text, reading)].map(([id, { group }]) => [id, group]))
}

await main()
