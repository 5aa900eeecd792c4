// What speaks for and against a mention's being one with a chain. In: the mention's profile, the chain, where both
// stand. Out: the features that hold, as numbers of `FEATURES`. What they weigh, the ranker has learned.
import { isRelation } from "../../grammar/index.ts"
import type { EntityKind } from "../../schema/resolution.ts"
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
const AGREEMENTS = ["same", "differs", "unknown"] as const

type Kind = (typeof KINDS)[number]

const names: string[] = []

/** The number of a new feature. */
function one(name: string): number {
  names.push(name)
  return names.length - 1
}

/** Numbers of new features, one for each value: `of("last role", ROLES).subject`. */
function of<Value extends string>(name: string, values: readonly Value[]): Readonly<Record<Value, number>> {
  return Object.fromEntries(values.map((value) => [value, one(`${name} ${value}`)])) as Record<Value, number>
}

/** Numbers of new features, one for each step of a quantity, smallest first. */
function steps(name: string, labels: readonly string[]): readonly number[] {
  return labels.map((label) => one(`${name} ${label}`))
}

const UP_TO_3 = ["0", "1", "2", "3"]

const MENTION = {
  pronoun: of("mention", PRONOUNS),
  use: of("mention use", ["personal", "possessive", "reflexive", "nominal", "name"]),
  article: of("mention article", ARTICLES),
  number: of("mention", ["singular", "plural"]),
  kind: of("mention kind", KINDS),
  role: of("mention role", ROLES),
  is: of("mention", ["quoted", "source", "first sentence", "modified", "begins sentence", "several"]),
}
const NEW = one("new")
const LAST = {
  depth: steps("last depth", UP_TO_3),
  kind: of("last", ["name", "nominal", "pronoun"]),
  role: of("last role", ROLES),
  article: of("last article", ARTICLES),
  is: of("last", [
    "source",
    "begins sentence",
    "main subject",
    "quoted",
    "told",
    "coordinated",
    "several",
    "in brackets",
  ]),
}
const PAIR = {
  sentences: steps("sentences", ["0", "1", "2", "3", "4-6", "7-15", "16"]),
  rank: steps("rank", ["0", "1", "2", "3-4", "5-8", "9"]),
  fitRank: steps("fit rank", UP_TO_3),
  sizeRank: steps("size rank", UP_TO_3),
  fitCount: steps("fit count", UP_TO_3),
  wordsBetween: steps("words between", ["0", "1", "2", "3", "4", "5"]),
  is: of("pair", [
    "same paragraph",
    "same pronoun",
    "same role",
    "same governor",
    "same quotation",
    "other quotation",
  ]),
  gender: of("gender", AGREEMENTS),
  genderHint: of("gender hint", AGREEMENTS),
  number: of("number", AGREEMENTS),
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, of(`kinds ${kind}`, KINDS)])) as Readonly<
    Record<Kind, Readonly<Record<Kind, number>>>
  >,
  follows: of("follows", ["at all", "as subject"]),
  returnsAsSubject: one("returns as subject"),
}
const CHAIN = {
  size: steps("size", ["1", "2", "3-4", "5"]),
  recent: steps("recent", UP_TO_3),
  is: of("chain", ["first sentence", "name", "speaks quotation", "addressed", "last speaker", "tells"]),
  past: of("chain", ["same pronoun", "subject here", "subject before", "main subject before"]),
}
const SYNTAX = {
  is: of("syntax", [
    "same clause",
    "subject above",
    "same verb",
    "mention within",
    "last within",
    "coordinated",
    "apposition",
    "predicate",
    "same noun phrase",
  ]),
  clausesUp: steps("clauses up", UP_TO_3),
}
const WORDS = of("words", [
  "head same",
  "head in chain",
  "head in words",
  "all same",
  "modifiers shared",
  "modifiers new",
  "modifiers missing",
])

/** Every feature by its number. The ranker's file holds the same list: one that does not fit is refused. */
export const FEATURES: readonly string[] = names

/** What holds of the mention alone, whichever the candidate. */
export function mentionFeatures(mention: Profile): readonly number[] {
  const { pronoun } = mention
  const found = [MENTION.kind[kindOf(mention.kind)], MENTION.role[mention.role]]
  if (mention.mention.kind === "name") found.push(MENTION.use.name)
  else if (pronoun === null) found.push(MENTION.use.nominal, MENTION.article[mention.article])
  else {
    found.push(MENTION.pronoun[pronounClass(mention)])
    if (pronoun.use === "personal" || pronoun.use === "possessive" || pronoun.use === "reflexive")
      found.push(MENTION.use[pronoun.use])
  }
  if (mention.number !== null) found.push(MENTION.number[mention.number])
  if (mention.quotedIn.length > 0) found.push(MENTION.is.quoted)
  if (mention.sourceOf.length > 0) found.push(MENTION.is.source)
  if (mention.sentence === 0) found.push(MENTION.is["first sentence"])
  if (mention.modifiers.size > 0) found.push(MENTION.is.modified)
  if (mention.members.length > 0) found.push(MENTION.is.several)
  if (mention.range.from - mention.tree.sentence.from <= 1) found.push(MENTION.is["begins sentence"])
  return found
}

/** What holds of the mention as one of no chain so far. */
export const NEW_FEATURES: readonly number[] = [NEW]

/** What holds of a candidate's last mention alone, whichever the mention that may join. */
export function lastFeatures(last: Profile): readonly number[] {
  const found = [LAST.depth[depthOf(last)]!, LAST.kind[last.mention.kind], LAST.role[last.role]]
  if (last.mention.kind === "nominal") found.push(LAST.article[last.article])
  if (last.sourceOf.length > 0) found.push(LAST.is.source)
  if (last.range.from - last.tree.sentence.from <= 1) found.push(LAST.is["begins sentence"])
  if (last.role === "subject" && last.tree.headOf(last.clause) === null) found.push(LAST.is["main subject"])
  if (last.quotedIn.length > 0) found.push(LAST.is.quoted)
  if (last.members.length > 0) found.push(LAST.is.several)
  if (last.toldIn.length > 0) found.push(LAST.is.told)
  if (last.isCoordinated) found.push(LAST.is.coordinated)
  if (last.isInBrackets) found.push(LAST.is["in brackets"])
  return found
}

/** What holds of mention and candidate together, beside what holds of each alone. */
export function pairFeatures(
  mention: Profile,
  candidate: Candidate,
  { speaksQuotation, isAddressed, tells, lastSpeaker }: Surroundings,
): readonly number[] {
  const { chain, last, rank } = candidate
  const distance = Math.max(0, mention.sentence - last.sentence)
  const follows = last.order > mention.order
  const size = chain.links.length
  const found = [
    PAIR.sentences[distance <= 3 ? distance : distance <= 6 ? 4 : distance <= 15 ? 5 : 6]!,
    PAIR.rank[rank <= 2 ? rank : rank <= 4 ? 3 : rank <= 8 ? 4 : 5]!,
    PAIR.fitRank[Math.min(3, candidate.fitRank)]!,
    PAIR.sizeRank[Math.min(3, candidate.sizeRank)]!,
    PAIR.fitCount[Math.min(3, candidate.fitCount)]!,
    PAIR.wordsBetween[stepOf(Math.abs(mention.head - last.head))]!,
    PAIR.gender[agreement(mention.gender, chain.gender)],
    PAIR.genderHint[agreement(mention.gender, chain.genderHint)],
    PAIR.number[agreement(mention.number, chain.number)],
    PAIR.kinds[kindOf(mention.kind)][kindOf(chain.kind)],
    CHAIN.size[size <= 2 ? Math.max(1, size) - 1 : size <= 4 ? 2 : 3]!,
    CHAIN.recent[recentCount(chain, mention)]!,
  ]
  if (last.paragraph === mention.paragraph) found.push(PAIR.is["same paragraph"])
  if (last.pronoun !== null && mention.pronoun !== null && pronounClass(last) === pronounClass(mention))
    found.push(PAIR.is["same pronoun"])
  if (last.role === mention.role) found.push(PAIR.is["same role"])
  if (governorLemma(last) === governorLemma(mention)) found.push(PAIR.is["same governor"])
  if (chain.links[0]?.profile.sentence === 0) found.push(CHAIN.is["first sentence"])
  if (chain.hasName) found.push(CHAIN.is.name)
  if (speaksQuotation(chain)) found.push(CHAIN.is["speaks quotation"])
  if (isAddressed(chain)) found.push(CHAIN.is.addressed)
  if (chain === lastSpeaker) found.push(CHAIN.is["last speaker"])
  if (tells(chain)) found.push(CHAIN.is.tells)
  addPast(found, mention, chain)
  addQuotation(found, mention, last)
  if (last.sentence === mention.sentence) addSyntax(found, mention, last)
  if (follows) found.push(PAIR.follows["at all"])
  if (follows && last.role === "subject") found.push(PAIR.follows["as subject"])
  if (!follows && returnsAsSubject(chain, mention)) found.push(PAIR.returnsAsSubject)
  if (mention.pronoun === null) addWords(found, mention, chain, last)
  return found
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

function kindOf(kind: EntityKind | null): Kind {
  return kind === null || kind === "unknown" ? "none" : kind
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
function addPast(found: number[], mention: Profile, { links }: DraftChain): void {
  const past = new Set<number>()
  const own = mention.pronoun === null ? null : pronounClass(mention)
  for (let index = links.length - 1; index >= 0 && index >= links.length - 12; index -= 1) {
    const { profile } = links[index]!
    if (own !== null && profile.pronoun !== null && pronounClass(profile) === own)
      past.add(CHAIN.past["same pronoun"])
    if (profile.role !== "subject") continue
    if (profile.sentence === mention.sentence) past.add(CHAIN.past["subject here"])
    if (profile.sentence !== mention.sentence - 1) continue
    past.add(CHAIN.past["subject before"])
    if (profile.tree.headOf(profile.clause) === null) past.add(CHAIN.past["main subject before"])
  }
  found.push(...past)
}

/** Mentions of the chain in this sentence and the two before, at most three. */
function recentCount(chain: DraftChain, mention: Profile): number {
  let count = 0
  for (let index = chain.links.length - 1; index >= 0 && count < 3; index -= 1) {
    if (chain.links[index]!.profile.sentence < mention.sentence - 2) break
    count += 1
  }
  return count
}

function addQuotation(found: number[], mention: Profile, last: Profile): void {
  const [own, other] = [mention.quotedIn.at(-1)?.id ?? null, last.quotedIn.at(-1)?.id ?? null]
  if (own !== other) found.push(PAIR.is["other quotation"])
  else if (own !== null) found.push(PAIR.is["same quotation"])
}

/** “In his speech Lavrov said”: the chain's next name is a subject of the same sentence. */
function returnsAsSubject(chain: DraftChain, mention: Profile): boolean {
  const next = chain.nextName(mention.order)
  return next !== null && next.sentence === mention.sentence && next.role === "subject"
}

function addSyntax(found: number[], mention: Profile, last: Profile): void {
  const { tree, head } = mention
  const isAbove = (upper: number, lower: number): boolean => {
    const { from, to } = tree.rangeOf(upper)
    return lower >= from && lower < to && upper !== lower
  }
  if (last.clause === mention.clause) found.push(SYNTAX.is["same clause"])
  const [governor, lastGovernor] = [tree.headOf(head), tree.headOf(last.head)]
  if (governor !== null && governor === lastGovernor) {
    found.push(
      isRelation(mention.token.relation, ["nmod", "amod", "appos"])
        ? SYNTAX.is["same noun phrase"]
        : SYNTAX.is["same verb"],
    )
  }
  if (
    last.role === "subject" &&
    lastGovernor !== null &&
    isAbove(lastGovernor, head) &&
    !isAbove(last.head, head)
  )
    found.push(SYNTAX.is["subject above"])
  if (isAbove(last.head, head)) found.push(SYNTAX.is["mention within"])
  if (isAbove(head, last.head)) found.push(SYNTAX.is["last within"])
  const areJoined = (one: Profile, other: Profile): boolean =>
    one.token.relation === "conj" && tree.headOf(one.head) === other.head
  if (areJoined(mention, last) || areJoined(last, mention)) found.push(SYNTAX.is.coordinated)
  if (mention.role === "apposition" && governor === last.head) found.push(SYNTAX.is.apposition)
  if (last.role === "apposition" && lastGovernor === head) found.push(SYNTAX.is.apposition)
  // “Lavrov is the minister”: the predicate heads the clause, the subject hangs on it.
  const isPredicate = (one: Profile, subject: Profile): boolean =>
    subject.role === "subject" && tree.headOf(subject.head) === one.head && one.isPredicate
  if (isPredicate(mention, last) || isPredicate(last, mention)) found.push(SYNTAX.is.predicate)
  let [climbed, at] = [0, mention.clause]
  while (climbed < 3 && at !== last.clause && tree.headOf(last.head) !== at) {
    const above = tree.headOf(at)
    if (above === null) break
    at = above
    climbed += 1
  }
  found.push(SYNTAX.clausesUp[climbed]!)
}

function addWords(found: number[], mention: Profile, chain: DraftChain, last: Profile): void {
  const [head] = mention.words
  if (head === undefined) return
  if (last.words.includes(head)) found.push(WORDS["head same"])
  if (chain.headWords.has(head)) found.push(WORDS["head in chain"])
  else if (chain.words.has(head)) found.push(WORDS["head in words"])
  let [shared, added] = [0, 0]
  for (const word of mention.modifiers) {
    if (chain.words.has(word)) shared += 1
    else added += 1
  }
  if (shared > 0) found.push(WORDS["modifiers shared"])
  if (added > 0) found.push(WORDS["modifiers new"])
  if (chain.headWords.has(head) && added === 0) {
    found.push(last.modifiers.size > mention.modifiers.size ? WORDS["modifiers missing"] : WORDS["all same"])
  }
}
