// How likely it is that a voice stands as read. In: what was found at a mention. Out: a probability. The figures are
// counted on the corpus's train and dev parts (quality/voices.ts tells how they hold); nothing else knows them.
import type { Tree } from "../../grammar/index.ts"
import type { Score } from "../../schema/evidence.ts"
import type { Attribution, EventStatus } from "../../schema/reading.ts"
import type { Stand } from "./voices-stance.ts"

interface Found {
  readonly tree: Tree
  readonly head: number
  readonly status: EventStatus
  /** Null: the report speaks itself. */
  readonly attribution: Attribution | null
  readonly stand: Stand
  readonly isDefinite: boolean
}

/** Between 0 and 1, never either. */
export function scoreOf(found: Found): Score {
  const { attribution, stand } = found
  if (attribution === null) return ofReport(found)
  if (stand.isEcho) return ECHO
  // Who was found for certain speaks for certain: of lines in statements scored .9 there are 79 in a hundred right, of
  // those in statements scored .5 there are 55.
  const bySpeaker = 0.45 + 0.65 * attribution.score
  const score = ofStatement(found, attribution) * bySpeaker
  return Math.min(0.97, Math.round(score * 1000) / 1000)
}

/** So low that a voice of its own is told from it by the score alone; of 71 such lines 23 are right. */
const ECHO: Score = 0.25

function ofReport({ status, stand }: Found): Score {
  switch (stand.stance) {
    case "asserts":
      return status === "actual" ? 0.97 : 0.8
    case "denies":
      return 0.68
    case "hedges":
      return 0.5
  }
}

function ofStatement({ tree, head, stand, isDefinite }: Found, { kind }: Attribution): Score {
  if (stand.stance === "hedges") return 0.58
  if (stand.stance === "denies" || stand.what !== "happened") return 0.64
  const { upos } = tree.at(head)
  if (upos !== "NOUN" && upos !== "PROPN") return kind === "believes" ? 0.72 : 0.87
  if (kind === "says" || kind === "shows") return isDefinite ? 0.67 : 0.79
  return kind === "believes" ? 0.55 : 0.68
}
