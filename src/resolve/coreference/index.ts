// Which mentions stand for the same one. In: a reading, what the lexicons know, the ranker. Out: chains of mentions.
// Who in the world a chain is, `resolve/actors` tells. The order of the steps is in `link.ts`.
import type { MentionId } from "../../schema/ids.ts"
import type { NonEmpty } from "../../schema/positions.ts"
import type { Reading } from "../../schema/reading.ts"
import type { EntityKind, MentionLink } from "../../schema/resolution.ts"
import { chooseByRanker } from "./choose.ts"
import { kindOf, nameOf } from "./describe.ts"
import type { DraftChain, DraftLink } from "./draft-chain.ts"
import type { CoreferenceKnowledge } from "./knowledge.ts"
import { linkProfiles } from "./link.ts"
import { profileMentions } from "./profiles.ts"

export { type CoreferenceKnowledge, coreferenceKnowledge } from "./knowledge.ts"

/** All mentions of one. */
export interface Chain {
  /** In text order. */
  readonly mentions: NonEmpty<MentionLink>
  readonly kind: EntityKind
  /** The fullest name that the report gives; of an unnamed one the describing words. */
  readonly name: string
  /** Pronouns alone, and why nobody was found for them: none fits, or several do alike. Null for all other chains. */
  readonly unlinked: "no-candidate" | "tie" | null
}

/** Every mention in exactly one chain, in the order of their first mentions. Never throws; linear but for sorting. */
export function linkMentions(reading: Reading, knowledge: CoreferenceKnowledge): readonly Chain[] {
  const profiles = profileMentions(reading, knowledge)
  const { chains, open } = linkProfiles(reading, profiles, knowledge, chooseByRanker(reading, knowledge))
  return chains
    .map((chain) => ({ chain, links: inTextOrder(chain.links) }))
    .sort((one, other) => one.links[0].profile.order - other.links[0].profile.order)
    .map(({ chain, links }) => toChain(reading, chain, links, open))
}

function inTextOrder(links: readonly DraftLink[]): NonEmpty<DraftLink> {
  const [first, ...rest] = [...links].sort((one, other) => one.profile.order - other.profile.order)
  if (first === undefined)
    throw new Error("A chain without mentions. This is a bug in Sayso: please report it.")
  return [first, ...rest]
}

function toChain(
  reading: Reading,
  chain: DraftChain,
  [first, ...rest]: NonEmpty<DraftLink>,
  open: ReadonlyMap<MentionId, "no-candidate" | "tie">,
): Chain {
  const toLink = ({ profile, by, score }: DraftLink): MentionLink => ({
    mention: profile.mention.id,
    by,
    score,
  })
  const isPronounsOnly = [first, ...rest].every(({ profile }) => profile.pronoun !== null)
  return {
    mentions: [toLink(first), ...rest.map(toLink)],
    kind: kindOf(chain),
    name: nameOf(reading, chain),
    unlinked: isPronounsOnly ? (open.get(first.profile.mention.id) ?? "no-candidate") : null,
  }
}
