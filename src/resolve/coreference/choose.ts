// The choice for one mention among its candidates, by the ranker. In: profile, candidates, surroundings. Out: the
// likeliest, with how likely it is.
import type { Reading } from "../../schema/reading.ts"
import { type Candidate, mentionFeatures, NEW_FEATURES, pairFeatures } from "./features.ts"
import type { Choice, Choose } from "./link.ts"
import type { Profile } from "./profiles.ts"
import type { Model, Ranker } from "./ranker.ts"

/**
 * Taken from the score of beginning a chain: a link that is missed cuts a chain in two, and the ranker was taught each
 * choice alone. On GUM dev, CoNLL: 0.3 and 1 .594, 0.8 and 1 .597, 1.5 and 1 .595, 0.8 and 1.5 .595 (2026-11-29).
 */
const RELUCTANCE = { pronoun: 0.8, nominal: 1 } as const

/** A choice less likely than this is none: it would be one of several that are alike. */
const LEAST_SCORE = { pronoun: 0.2, nominal: 0.3 } as const

/** Without a ranker nothing is chosen: each pronoun and nominal begins a chain. */
export function chooseByRanker(reading: Reading, ranker: Ranker | null): Choose {
  if (ranker === null) return () => ({ candidate: null, score: 0, isTie: false })
  const vectorOf = vectorsIn(reading)
  const pronoun = candidatesOf(ranker.pronoun, vectorOf)
  const nominal = candidatesOf(ranker.nominal, vectorOf)
  return (mention, candidates, surroundings) => {
    const isPronoun = mention.pronoun !== null
    const model = isPronoun ? ranker.pronoun : ranker.nominal
    const asCandidate = isPronoun ? pronoun : nominal
    const begun = model.begin(mentionFeatures(mention), vectorOf(mention))
    const scores = candidates.map((candidate) => {
      // “Police fired tear gas at the port workers”: a body is no group of people, whatever the ranker thinks of it.
      if (!isPronoun && !candidate.fits) return Number.NEGATIVE_INFINITY
      const pair = pairFeatures(mention, candidate, surroundings)
      return model.score(begun, pair, asCandidate(standingFor(candidate)))
    })
    const none = model.score(begun, NEW_FEATURES, null) - RELUCTANCE[isPronoun ? "pronoun" : "nominal"]
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

type VectorOf = (profile: Profile) => Float32Array | null

function vectorsIn({ mentions, mentionVectors }: Reading): VectorOf {
  const width = mentions.length === 0 ? 0 : mentionVectors.length / mentions.length
  const rowOf = new Map(mentions.map(({ id }, row) => [id, row]))
  return ({ mention }) => {
    const row = rowOf.get(mention.id)!
    return width === 0 ? null : mentionVectors.subarray(row * width, (row + 1) * width)
  }
}

/** A mention is a candidate many times: what its vector adds is reckoned once. */
function candidatesOf(model: Model, vectorOf: VectorOf): (profile: Profile) => Float32Array {
  const known = new Map<number, Float32Array>()
  return (profile) => {
    const before = known.get(profile.order)
    if (before !== undefined) return before
    const candidate = model.candidate(vectorOf(profile))
    known.set(profile.order, candidate)
    return candidate
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
