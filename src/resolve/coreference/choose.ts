// The choice for one mention among its candidates, by the ranker. In: profile, candidates, surroundings. Out: the
// likeliest, with how likely it is.
import type { Reading } from "../../schema/reading.ts"
import { type Candidate, lastFeatures, mentionFeatures, NEW_FEATURES, pairFeatures } from "./features.ts"
import type { CoreferenceKnowledge } from "./knowledge.ts"
import { MentionVectors } from "./likeness.ts"
import type { Choice, Choose } from "./link.ts"
import type { Profile } from "./profiles.ts"
import type { Model, Pair } from "./ranker.ts"
import { ruledOutBy } from "./ruled-out.ts"

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
export function chooseByRanker(reading: Reading, knowledge: CoreferenceKnowledge): Choose {
  const { ranker } = knowledge
  if (ranker === null) return () => ({ candidate: null, score: 0, isTie: false })
  const vectors = new MentionVectors(reading)
  const isRuledOut = ruledOutBy(knowledge, reading.voices)
  const pronoun = candidatesOf(ranker.pronoun, vectors)
  const nominal = candidatesOf(ranker.nominal, vectors)
  return (mention, candidates, surroundings) => {
    const isPronoun = mention.pronoun !== null
    const model = isPronoun ? ranker.pronoun : ranker.nominal
    const asCandidate = isPronoun ? pronoun : nominal
    const begun = model.begin(mentionFeatures(mention), vectors.wordOf(mention))
    const scores = candidates.map((candidate) => {
      if (isRuledOut(candidate, mention, surroundings)) return Number.NEGATIVE_INFINITY
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
