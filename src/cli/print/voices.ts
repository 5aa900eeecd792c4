// Who says so and who denies it, in words that take no side.
//
// said: the report, The harbour office › a witness [s5] · denied: Ana Kovač (XLO/GOV) [s1] [s2]
import { groupBy } from "../../base/group-by.ts"
import { QUESTIONS, type Question, questionOf } from "../../record/index.ts"
import type { Stance } from "../../schema/reading.ts"
import type { Claim, Voice } from "../../schema/record.ts"
import type { Names } from "./names.ts"

/** Our own words for the stands: they say nothing of whether to believe them. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: "said",
  hedges: "not vouched for",
  denies: "denied",
}

export const QUESTION_WORDS: Readonly<Record<Question, string>> = {
  happened: "whether it happened",
  who: "who did it",
  "how-many": "how many",
  where: "where",
  when: "when",
  why: "to what end",
}

const STANCES: readonly Stance[] = ["asserts", "hedges", "denies"]

/** All claims on one event: whether it happened, then its aspects, each by how the voices stand to it; empty when there is none. */
export function printVoices(claims: readonly Claim[], names: Names): string {
  const groups = QUESTIONS.flatMap((question) =>
    STANCES.flatMap((stance) => {
      const own = claims.filter(
        (claim) => claim.stance === stance && questionOf(claim.proposition) === question,
      )
      const heading = question === "happened" ? "" : `${QUESTION_WORDS[question]}, `
      return own.length === 0 ? [] : [`${heading}${STANCE_WORDS[stance]}: ${listVoices(own, names)}`]
    }),
  )
  return groups.join(" · ")
}

/** “the report, Ana Kovač (XLO/GOV) [s1] [s2]” */
function listVoices(claims: readonly Claim[], names: Names): string {
  const voices = groupBy(claims, ({ chain }) => printChain(chain, names))
  return [...voices].map(([voice, own]) => [voice, ...own.flatMap(statementOf)].join(" ")).join(", ")
}

/** “the report”; “The harbour office › a witness”, the one whose words they are last. */
export function printChain(chain: readonly Voice[], names: Names): string {
  const named = chain.filter((voice) => voice.kind !== "outlet")
  return named.length === 0 ? "the report" : named.map((voice) => printVoice(voice, names)).join(" › ")
}

function printVoice(voice: Voice, names: Names): string {
  if (voice.kind === "entity") return names.ofId(voice.entity)
  return voice.kind === "unnamed" ? "somebody not named" : "the report"
}

function statementOf({ chain }: Claim): readonly string[] {
  const last = chain.at(-1) ?? chain[0]
  return last.kind === "outlet" ? [] : [`[${last.statement}]`]
}
