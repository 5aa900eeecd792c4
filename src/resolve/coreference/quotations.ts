// “I”, “we” and “you” between quotation marks. In: those pronouns, and the chains of who speaks to whom. Out: “I” joins
// the speaker, “we” the speaker or the body that is spoken for, “you” the one addressed; else they stay open.
import type { AttributionId, MentionId } from "../../schema/ids.ts"
import type { Discourse } from "./discourse.ts"
import { DraftChain } from "./draft-chain.ts"
import type { Profile } from "./profiles.ts"

/** Linear but for the depth of statements inside each other. */
export function linkSpeakers(
  waiting: readonly Profile[],
  discourse: Discourse,
  open: Map<MentionId, "no-candidate" | "tie">,
): void {
  // All “we” of one speaker are one, even when it is not told who.
  const unknown = new Map<string, DraftChain>()
  for (const profile of waiting) {
    const statement = profile.quotedIn.at(-1)!
    const found = chainFor(profile, statement.id, discourse)
    if (found !== null) {
      discourse.join(found, { profile, by: "quotation", score: 0.9 })
      continue
    }
    const key = `${statement.speaker ?? statement.id} ${profile.pronoun!.person} ${profile.number}`
    const chain = unknown.get(key) ?? new DraftChain()
    unknown.set(key, chain)
    discourse.join(chain, { profile, by: "quotation", score: 0.5 })
    open.set(profile.mention.id, "no-candidate")
  }
}

function chainFor(
  { pronoun, number }: Profile,
  statement: AttributionId,
  discourse: Discourse,
): DraftChain | null {
  if (pronoun?.person === 2) return discourse.addresseeOf(statement)
  const speaker = discourse.speakerOf(statement)
  if (speaker === null) return null
  if (number === "singular") return speaker.number === "plural" ? null : speaker
  // “We”, of a ministry, of witnesses.
  if (speaker.kind !== "person" || speaker.number === "plural") return speaker
  return bodyOf(speaker, discourse)
}

/** Of a speaker in which the body is looked for: offices are told when somebody is introduced. */
const MOST_MENTIONS = 8

/** The body for which a person speaks: “the Navy” of “a spokesman for the Navy”, “NASA” of “NASA chief Jim Bridenstine”. */
function bodyOf(speaker: DraftChain, discourse: Discourse): DraftChain | null {
  for (const { profile } of speaker.links.slice(0, MOST_MENTIONS)) {
    for (const { chain, profile: inner } of discourse.chainsWithin(profile.tree.rangeOf(profile.head))) {
      const isBody = chain.kind === "organization" || chain.kind === "state"
      if (chain !== speaker && isBody && inner.order !== profile.order) return chain
    }
  }
  return null
}
