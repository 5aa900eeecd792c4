// What speaks for and against a mention's being one with a chain. In: the mention's profile, the chain, where both
// stand. Out: the names of the features that hold, as numbers of `FEATURES`. What they weigh, the ranker has learned.
import { isRelation } from "../../grammar/index.ts"
import type { DraftChain } from "./draft-chain.ts"
import type { Profile } from "./profiles.ts"

/** A chain that a mention may belong to. */
export interface Candidate {
  readonly chain: DraftChain
  /** Its mention that stands for it: the last one before, else the first one after. */
  readonly last: Profile
  /** How many other chains were mentioned since. */
  readonly rank: number
  /** Whether it agrees in gender, number and sort. */
  readonly fits: boolean
  /** How many of those mentioned since agree so. */
  readonly fitRank: number
  /** How many other candidates that agree have more mentions so far. */
  readonly sizeRank: number
  /** How many candidates agree in all. */
  readonly fitCount: number
}

/** What the report has said up to the mention. */
export interface Surroundings {
  /** Whether the chain speaks the words in which the mention stands. */
  readonly speaksQuotation: (chain: DraftChain) => boolean
  readonly isAddressed: (chain: DraftChain) => boolean
  /** Whether the chain is said to have said the words, without marks, in which the mention stands. */
  readonly tells: (chain: DraftChain) => boolean
  /** The source of the statement before. */
  readonly lastSpeaker: DraftChain | null
}

const KINDS = ["person", "organization", "state", "group", "place", "thing", "none"] as const
const ROLES = ["subject", "object", "possessive", "oblique", "apposition", "other"] as const
const ARTICLES = ["definite", "indefinite", "demonstrative", "possessive", "none"] as const
const PRONOUNS = ["he", "she", "it", "they", "i", "we", "you", "this", "these", "who", "indefinite"] as const

/** Every feature by its number. The ranker's file holds the same list: one that does not fit is refused. */
export const FEATURES: readonly string[] = [
  ...PRONOUNS.map((word) => `mention ${word}`),
  ...["personal", "possessive", "reflexive", "nominal", "name"].map((use) => `mention use ${use}`),
  ...ARTICLES.map((article) => `mention article ${article}`),
  ...["singular", "plural"].map((number) => `mention ${number}`),
  ...KINDS.map((kind) => `mention kind ${kind}`),
  ...ROLES.map((role) => `mention role ${role}`),
  ..."quoted|source|first sentence|modified|begins sentence|several"
    .split("|")
    .map((what) => `mention ${what}`),
  "new",
  ...["0", "1", "2", "3", "4-6", "7-15", "16"].map((distance) => `sentences ${distance}`),
  "same paragraph",
  ...["0", "1", "2", "3-4", "5-8", "9"].map((rank) => `rank ${rank}`),
  ...["0", "1", "2", "3"].map((rank) => `fit rank ${rank}`),
  ...["0", "1", "2", "3"].map((rank) => `size rank ${rank}`),
  ...["0", "1", "2", "3"].map((count) => `fit count ${count}`),
  ...["0", "1", "2", "3", "4", "5"].map((step) => `words between ${step}`),
  ...["0", "1", "2", "3"].map((depth) => `last depth ${depth}`),
  ...["name", "nominal", "pronoun"].map((form) => `last ${form}`),
  ...ROLES.map((role) => `last role ${role}`),
  ...ARTICLES.map((article) => `last article ${article}`),
  ..."same pronoun|source|begins sentence|main subject|same role|quoted|told|coordinated|several|in brackets|same governor"
    .split("|")
    .map((what) => `last ${what}`),
  ...["1", "2", "3-4", "5"].map((size) => `size ${size}`),
  ...["0", "1", "2", "3"].map((count) => `recent ${count}`),
  ..."first sentence|name|speaks quotation|addressed|last speaker|tells|same pronoun|subject here|subject before|main subject before"
    .split("|")
    .map((what) => `chain ${what}`),
  "same quotation",
  "other quotation",
  ...["same", "differs", "unknown"].map((how) => `gender ${how}`),
  ...["same", "differs", "unknown"].map((how) => `gender hint ${how}`),
  ...["same", "differs", "unknown"].map((how) => `number ${how}`),
  ...KINDS.flatMap((mention) => KINDS.map((chain) => `kinds ${mention} ${chain}`)),
  ..."same clause|subject above|same verb|mention within|last within|coordinated|apposition|predicate|same noun phrase"
    .split("|")
    .map((what) => `syntax ${what}`),
  ...["0", "1", "2", "3"].map((steps) => `clauses up ${steps}`),
  "follows",
  "follows as subject",
  "returns as subject",
  ..."head same|head in chain|head in words|all same|modifiers shared|modifiers new|modifiers missing"
    .split("|")
    .map((what) => `words ${what}`),
]

const NUMBER_OF: ReadonlyMap<string, number> = new Map(FEATURES.map((name, number) => [name, number]))

function numberOf(name: string): number {
  const number = NUMBER_OF.get(name)
  if (number === undefined)
    throw new Error(`No feature is called “${name}”. This is a bug in Sayso: please report it.`)
  return number
}

/** What holds of the mention alone, whichever the candidate. */
export function mentionFeatures(mention: Profile): readonly number[] {
  const names: string[] = []
  const { pronoun } = mention
  if (mention.mention.kind === "name") names.push("mention use name")
  else if (pronoun === null) names.push("mention use nominal", `mention article ${mention.article}`)
  else {
    names.push(`mention ${pronounClass(mention)}`)
    if (/^(?:personal|possessive|reflexive)$/.test(pronoun.use)) names.push(`mention use ${pronoun.use}`)
  }
  if (mention.number !== null) names.push(`mention ${mention.number}`)
  names.push(`mention kind ${mention.kind ?? "none"}`, `mention role ${mention.role}`)
  if (mention.quotedIn.length > 0) names.push("mention quoted")
  if (mention.sourceOf.length > 0) names.push("mention source")
  if (mention.sentence === 0) names.push("mention first sentence")
  if (mention.modifiers.size > 0) names.push("mention modified")
  if (mention.members.length > 0) names.push("mention several")
  if (mention.range.from - mention.tree.sentence.from <= 1) names.push("mention begins sentence")
  return names.map(numberOf)
}

/** What holds of the mention as one of no chain so far. */
export const NEW_FEATURES: readonly number[] = [numberOf("new")]

/** What holds of mention and candidate together. */
export function pairFeatures(
  mention: Profile,
  candidate: Candidate,
  { speaksQuotation, isAddressed, tells, lastSpeaker }: Surroundings,
): readonly number[] {
  const { chain, last, rank, fitRank } = candidate
  const names: string[] = []
  const distance = Math.max(0, mention.sentence - last.sentence)
  const follows = last.order > mention.order
  names.push(
    `sentences ${distance <= 3 ? distance : distance <= 6 ? "4-6" : distance <= 15 ? "7-15" : "16"}`,
    `rank ${rank <= 2 ? rank : rank <= 4 ? "3-4" : rank <= 8 ? "5-8" : "9"}`,
    `fit rank ${Math.min(3, fitRank)}`,
    `size rank ${Math.min(3, candidate.sizeRank)}`,
    `fit count ${Math.min(3, candidate.fitCount)}`,
    `words between ${stepOf(Math.abs(mention.head - last.head))}`,
    `last depth ${depthOf(last)}`,
    `last ${last.mention.kind}`,
    `last role ${last.role}`,
  )
  if (last.mention.kind === "nominal") names.push(`last article ${last.article}`)
  if (last.paragraph === mention.paragraph) names.push("same paragraph")
  if (last.pronoun !== null && mention.pronoun !== null && pronounClass(last) === pronounClass(mention))
    names.push("last same pronoun")
  if (last.sourceOf.length > 0) names.push("last source")
  if (last.range.from - last.tree.sentence.from <= 1) names.push("last begins sentence")
  if (last.role === "subject" && last.tree.headOf(last.clause) === null) names.push("last main subject")
  if (last.role === mention.role) names.push("last same role")
  if (last.quotedIn.length > 0) names.push("last quoted")
  if (last.members.length > 0) names.push("last several")
  if (last.toldIn.length > 0) names.push("last told")
  if (last.isCoordinated) names.push("last coordinated")
  if (last.isInBrackets) names.push("last in brackets")
  if (governorLemma(last) === governorLemma(mention)) names.push("last same governor")
  const size = chain.links.length
  names.push(`size ${size <= 2 ? Math.max(1, size) : size <= 4 ? "3-4" : "5"}`)
  names.push(`recent ${Math.min(3, recentCount(chain, mention))}`)
  if (chain.links[0]?.profile.sentence === 0) names.push("chain first sentence")
  if (chain.hasName) names.push("chain name")
  if (speaksQuotation(chain)) names.push("chain speaks quotation")
  if (isAddressed(chain)) names.push("chain addressed")
  if (chain === lastSpeaker) names.push("chain last speaker")
  if (tells(chain)) names.push("chain tells")
  names.push(...pastFeatures(mention, chain))
  names.push(...quotationFeatures(mention, last))
  names.push(
    `gender ${agreement(mention.gender, chain.gender)}`,
    `gender hint ${agreement(mention.gender, chain.genderHint)}`,
    `number ${agreement(mention.number, chain.number)}`,
  )
  names.push(`kinds ${mention.kind ?? "none"} ${(chain.kind === "unknown" ? null : chain.kind) ?? "none"}`)
  if (last.sentence === mention.sentence) names.push(...syntaxFeatures(mention, last))
  if (follows) names.push("follows")
  if (follows && last.role === "subject") names.push("follows as subject")
  if (!follows && returnsAsSubject(chain, mention)) names.push("returns as subject")
  if (mention.pronoun === null) names.push(...wordFeatures(mention, chain, last))
  return names.map(numberOf)
}

/** Whether gender, number and sort allow that they are one. What is not known allows it. */
export function mayBeOne(mention: Profile, chain: DraftChain): boolean {
  if (agreement(mention.gender, chain.genderHint) === "differs") return false
  const kind = chain.kind
  const thirdPerson = mention.pronoun?.person === 3
  if (thirdPerson && mention.pronoun?.gender === "thing")
    return kind !== "person" && kind !== "group" && chain.number !== "plural"
  if (mention.kind === "person") return (kind === "person" || kind === null) && chain.number !== "plural"
  // “the ministry … they”: bodies may be spoken of as many.
  if (thirdPerson && mention.number === "plural")
    return chain.number === "plural" || (kind !== "person" && kind !== "place")
  if (agreement(mention.number, chain.number) === "differs") return false
  return mention.kind === null || kind === null || mention.kind === kind
}

function pronounClass(mention: Profile): (typeof PRONOUNS)[number] {
  const pronoun = mention.pronoun
  if (pronoun === null) return "indefinite"
  if (pronoun.use === "indefinite") return "indefinite"
  if (pronoun.use === "relative") return "who"
  if (pronoun.use === "demonstrative") return pronoun.number === "plural" ? "these" : "this"
  if (pronoun.person === 1) return pronoun.number === "singular" ? "i" : "we"
  if (pronoun.person === 2) return "you"
  if (pronoun.number === "plural") return "they"
  return pronoun.gender === "man" ? "he" : pronoun.gender === "woman" ? "she" : "it"
}

function agreement<T>(one: T | null, other: T | null): "same" | "differs" | "unknown" {
  return one === null || other === null ? "unknown" : one === other ? "same" : "differs"
}

/** 0 for the three words next to it, 5 for more than sixty. */
function stepOf(words: number): number {
  return words <= 3 ? 0 : words <= 7 ? 1 : words <= 15 ? 2 : words <= 30 ? 3 : words <= 60 ? 4 : 5
}

/** Clauses and phrases above it in its sentence, at most three. */
function depthOf({ tree, head }: Profile): number {
  let depth = 0
  for (let at = tree.headOf(head); at !== null && depth < 3; at = tree.headOf(at)) depth += 1
  return depth
}

function governorLemma({ tree, head }: Profile): string | null {
  const above = tree.headOf(head)
  return above === null ? null : tree.at(above).lemma
}

/** Where the chain has been a subject; looks back over this sentence and the one before. */
function pastFeatures(mention: Profile, { links }: DraftChain): readonly string[] {
  const names = new Set<string>()
  const own = mention.pronoun === null ? null : pronounClass(mention)
  for (let index = links.length - 1; index >= 0 && index >= links.length - 12; index -= 1) {
    const { profile } = links[index]!
    if (own !== null && profile.pronoun !== null && pronounClass(profile) === own)
      names.add("chain same pronoun")
    if (profile.role !== "subject") continue
    if (profile.sentence === mention.sentence) names.add("chain subject here")
    if (profile.sentence !== mention.sentence - 1) continue
    names.add("chain subject before")
    if (profile.tree.headOf(profile.clause) === null) names.add("chain main subject before")
  }
  return [...names]
}

/** Mentions of the chain in this sentence and the two before. */
function recentCount(chain: DraftChain, mention: Profile): number {
  let count = 0
  for (let index = chain.links.length - 1; index >= 0 && count < 3; index -= 1) {
    if (chain.links[index]!.profile.sentence < mention.sentence - 2) break
    count += 1
  }
  return count
}

function quotationFeatures(mention: Profile, last: Profile): readonly string[] {
  const [one, other] = [mention.quotedIn.at(-1)?.id ?? null, last.quotedIn.at(-1)?.id ?? null]
  if (one === other) return one === null ? [] : ["same quotation"]
  return ["other quotation"]
}

/** “In his speech Lavrov said”: the chain's next name is a subject of the same sentence. */
function returnsAsSubject(chain: DraftChain, mention: Profile): boolean {
  const next = chain.nextName(mention.order)
  return next !== null && next.sentence === mention.sentence && next.role === "subject"
}

function syntaxFeatures(mention: Profile, last: Profile): readonly string[] {
  const { tree, head } = mention
  const names: string[] = []
  const isAbove = (upper: number, lower: number): boolean => {
    const { from, to } = tree.rangeOf(upper)
    return lower >= from && lower < to && upper !== lower
  }
  if (last.clause === mention.clause) names.push("syntax same clause")
  const [governor, lastGovernor] = [tree.headOf(head), tree.headOf(last.head)]
  if (governor !== null && governor === lastGovernor) {
    names.push(
      isRelation(mention.token.relation, ["nmod", "amod", "appos"])
        ? "syntax same noun phrase"
        : "syntax same verb",
    )
  }
  if (
    last.role === "subject" &&
    lastGovernor !== null &&
    isAbove(lastGovernor, head) &&
    !isAbove(last.head, head)
  )
    names.push("syntax subject above")
  if (isAbove(last.head, head)) names.push("syntax mention within")
  if (isAbove(head, last.head)) names.push("syntax last within")
  const areJoined = (one: Profile, other: Profile): boolean =>
    one.token.relation === "conj" && tree.headOf(one.head) === other.head
  if (areJoined(mention, last) || areJoined(last, mention)) names.push("syntax coordinated")
  if (mention.role === "apposition" && governor === last.head) names.push("syntax apposition")
  if (last.role === "apposition" && lastGovernor === head) names.push("syntax apposition")
  // “Lavrov is the minister”: the predicate heads the clause, the subject hangs on it.
  const isPredicate = (one: Profile, subject: Profile): boolean =>
    subject.role === "subject" && tree.headOf(subject.head) === one.head && one.isPredicate
  if (isPredicate(mention, last) || isPredicate(last, mention)) names.push("syntax predicate")
  let [steps, at] = [0, mention.clause]
  while (steps < 3 && at !== last.clause && tree.headOf(last.head) !== at) {
    const above = tree.headOf(at)
    if (above === null) break
    at = above
    steps += 1
  }
  names.push(`clauses up ${steps}`)
  return names
}

function wordFeatures(mention: Profile, chain: DraftChain, last: Profile): readonly string[] {
  const names: string[] = []
  const [head] = mention.words
  if (head === undefined) return names
  if (last.words.includes(head)) names.push("words head same")
  if (chain.headWords.has(head)) names.push("words head in chain")
  else if (chain.words.has(head)) names.push("words head in words")
  let [shared, added] = [0, 0]
  for (const word of mention.modifiers) {
    if (chain.words.has(word)) shared += 1
    else added += 1
  }
  if (shared > 0) names.push("words modifiers shared")
  if (added > 0) names.push("words modifiers new")
  if (chain.headWords.has(head) && added === 0) {
    names.push(last.modifiers.size > mention.modifiers.size ? "words modifiers missing" : "words all same")
  }
  return names
}
