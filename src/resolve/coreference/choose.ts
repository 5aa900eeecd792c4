// The choice for one mention among its candidates, by the ranker. In: profile, candidates, surroundings. Out: the
// likeliest, with how likely it is.
import type { Reading } from "../../schema/reading.ts"
import { callingsOf } from "./draft-chain.ts"
import {
  type Candidate,
  lastFeatures,
  mentionFeatures,
  NEW_FEATURES,
  pairFeatures,
  type Surroundings,
} from "./features.ts"
import type { CoreferenceKnowledge } from "./knowledge.ts"
import { MentionVectors } from "./likeness.ts"
import type { Choice, Choose } from "./link.ts"
import type { Profile } from "./profiles.ts"
import type { Model, Pair } from "./ranker.ts"
import { areUnlike } from "./unlike.ts"

/**
 * Taken from the score of beginning a chain: a link that is missed cuts a chain in two, and the ranker was taught each
 * choice alone. On GUM dev, CoNLL: 0.3 and 1 .594, 0.8 and 1 .597, 1.5 and 1 .595, 0.8 and 1.5 .595 (2026-11-29).
 */
const RELUCTANCE = { pronoun: 0.8, nominal: 1 } as const

/** A choice less likely than this is none: it would be one of several that are alike. */
const LEAST_SCORE = { pronoun: 0.2, nominal: 0.3 } as const

/** The mention begins a chain. */
const NOBODY: Pair = { features: NEW_FEATURES, standing: null, last: null, likeness: 0 }

/** Without a ranker nothing is chosen: each pronoun and nominal begins a chain. */
export function chooseByRanker(reading: Reading, { ranker, sectorOf }: CoreferenceKnowledge): Choose {
  if (ranker === null) return () => ({ candidate: null, score: 0, isTie: false })
  const vectors = new MentionVectors(reading)
  const pronoun = candidatesOf(ranker.pronoun, vectors)
  const nominal = candidatesOf(ranker.nominal, vectors)
  return (mention, candidates, surroundings) => {
    const isPronoun = mention.pronoun !== null
    const model = isPronoun ? ranker.pronoun : ranker.nominal
    const asCandidate = isPronoun ? pronoun : nominal
    const begun = model.begin(mentionFeatures(mention), vectors.wordOf(mention))
    const scores = candidates.map((candidate) => {
      // “Police fired tear gas at the port workers”: a body is no group of people, whatever the ranker thinks of it.
      const isOut = isPronoun
        ? isSubjectOf(candidate, mention) || isAnybody(mention)
        : !candidate.fits ||
          isTeller(candidate, mention, surroundings) ||
          areUnlike(callingsOf(mention), candidate.chain.callings, sectorOf) ||
          haveOtherNumbers(candidate, mention) ||
          isWithin(mention, candidate) ||
          isOtherOffice(mention, candidate) ||
          isOthers(mention, candidate)
      if (isOut) return Number.NEGATIVE_INFINITY
      return model.score(begun, {
        ...asCandidate(candidate),
        features: pairFeatures(mention, candidate, surroundings),
        likeness: vectors.likeness(mention, candidate),
      })
    })
    const none = model.score(begun, NOBODY) - RELUCTANCE[isPronoun ? "pronoun" : "nominal"]
    return likeliest(candidates, scores, none, LEAST_SCORE[isPronoun ? "pronoun" : "nominal"])
  }
}

/** “He said the governor had left”: nobody tells of himself by an office. */
function isTeller({ chain }: Candidate, mention: Profile, { tells }: Surroundings): boolean {
  return mention.kind === "person" && tells(chain)
}

/** “A source close to the prime minister”: a part of a phrase is not what the whole stands for, but for what names it too: “the chair, a lawyer, Jane Roe”. */
function isWithin({ mention, head, role, tree, range }: Profile, { last }: Candidate): boolean {
  if (mention.kind !== "nominal" || role === "apposition" || last.head === head || last.members.length > 0)
    return false
  const { start, end } = last.mention.span
  if (mention.span.start < start || end < mention.span.end) return false
  const isBeside = tree.has(range.from - 1) && tree.at(range.from - 1).lemma === ","
  return !isBeside && !(last.mention.kind === "name" && mention.span.start === start)
}

/** “His spokeswoman … a minister”: who is somebody's was called so before, if the report has told of them. */
function isOthers({ article, words, mention, kind, sourceOf }: Profile, { chain, last }: Candidate): boolean {
  if (mention.kind !== "nominal" || article !== "possessive" || kind === null || sourceOf.length === 0)
    return false
  const isBeside =
    last.role === "apposition" ||
    (mention.span.end >= last.mention.span.start && last.mention.span.end >= mention.span.start)
  return !isBeside && chain.hasName && !words.some((word) => chain.words.has(word))
}

/** “The interior ministry … the education ministry”: the same word, but for other matters. */
function isOtherOffice(
  { words, modifiers }: Profile,
  { chain: { headWords, words: all } }: Candidate,
): boolean {
  if (!words.some((word) => OFFICE.has(word) && headWords.has(word))) return false
  const [mine, theirs] = [
    MATTERS.filter((matter) => modifiers.has(matter)),
    MATTERS.filter((matter) => all.has(matter)),
  ]
  return mine.length > 0 && theirs.length > 0 && !mine.some((matter) => theirs.includes(matter))
}

const OFFICE: ReadonlySet<string> = new Set(["ministry", "department", "minister", "secretary"])

const MATTERS =
  "agriculture defence defense economy education energy environment finance foreign health home industry information interior justice labor labour prime trade transport".split(
    " ",
  )

/** “two helicopters … five helicopters” */
function haveOtherNumbers({ chain }: Candidate, mention: Profile): boolean {
  const number = numberIn(mention)
  if (number === null) return false
  return chain.links.slice(-MOST_NUMBERED).some(({ profile }) => {
    const other = numberIn(profile)
    return other !== null && other !== number
  })
}

/** Of a chain's mentions those whose number is looked at. */
const MOST_NUMBERED = 8

/** The numeral before its noun, as written; null for none. */
function numberIn({ mention, tree, head }: Profile): string | null {
  if (mention.kind !== "nominal") return null
  const numeral = tree.childrenBy(head, "nummod").find((child) => child < head)
  return numeral === undefined ? null : tree.at(numeral).lemma.toLowerCase()
}

/** “Nobody was arrested”: no one that the report tells of. */
function isAnybody({ pronoun, words }: Profile): boolean {
  return pronoun?.use === "indefinite" && /^(?:any|some|every|no)(?:one|body)$/.test(words[0] ?? "")
}

/** “The US denied it”: who does something to “it” would be “itself”. */
function isSubjectOf({ last }: Candidate, { pronoun, role, tree, head, sentence }: Profile): boolean {
  return (
    pronoun?.use === "personal" &&
    role === "object" &&
    last.role === "subject" &&
    last.sentence === sentence &&
    tree.headOf(last.head) === tree.headOf(head)
  )
}

/** The mention whose vector stands for the chain: the last one that is no pronoun. */
export function standingFor({ chain, last }: Candidate): Profile {
  for (let index = chain.links.length - 1; index >= 0 && index >= chain.links.length - 8; index -= 1) {
    const { profile } = chain.links[index]!
    if (profile.pronoun === null) return profile
  }
  return last
}

/** A mention is a candidate many times: what it adds is reckoned once. */
function candidatesOf(
  model: Model,
  vectors: MentionVectors,
): (candidate: Candidate) => Pick<Pair, "standing" | "last"> {
  const standing = onceEach((profile) => model.candidate(vectors.wordOf(profile)))
  const last = onceEach((profile) => model.last(lastFeatures(profile)))
  return (candidate) => ({ standing: standing(standingFor(candidate)), last: last(candidate.last) })
}

function onceEach(reckon: (profile: Profile) => Float32Array): (profile: Profile) => Float32Array {
  const known = new Map<number, Float32Array>()
  return (profile) => {
    const before = known.get(profile.order)
    if (before !== undefined) return before
    const found = reckon(profile)
    known.set(profile.order, found)
    return found
  }
}

function likeliest(
  candidates: readonly Candidate[],
  scores: readonly number[],
  none: number,
  least: number,
): Choice {
  const top = Math.max(none, ...scores)
  const weights = scores.map((score) => Math.exp(score - top))
  const sum = weights.reduce((total, weight) => total + weight, Math.exp(none - top))
  let best = -1
  for (const [index, score] of scores.entries())
    if (score > (best === -1 ? none : scores[best]!)) best = index
  if (best === -1) return { candidate: null, score: Math.exp(none - top) / sum, isTie: false }
  const score = weights[best]! / sum
  if (score < least) return { candidate: null, score, isTie: true }
  return { candidate: candidates[best]!, score, isTie: false }
}
