// “I”, “we” and “you” between quotation marks. In: those pronouns, and the chains of who speaks to whom. Out: “I” joins
// the speaker, “we” the speaker or the body that is spoken for, “you” the one addressed; else they stay open.
import type { AttributionId, MentionId } from "../../schema/ids.ts"
import type { Discourse } from "./discourse.ts"
import { DraftChain } from "./draft-chain.ts"
import type { Profile } from "./profiles.ts"

export interface SpeakingContext {
  readonly discourse: Discourse
  /** The chain of a country by a word for its people (“British”); null when the report does not name it. */
  readonly countryOf: (demonym: string) => DraftChain | null
  readonly open: Map<MentionId, "no-candidate" | "tie">
}

/** Linear but for the depth of statements inside each other. */
export function linkSpeakers(waiting: readonly Profile[], context: SpeakingContext): void {
  const { discourse, open } = context
  // All “we” of one speaker are one, even when it is not told who.
  const unknown = new Map<string, DraftChain>()
  for (const profile of waiting) {
    const statement = profile.quotedIn.at(-1)!
    const found = chainFor(profile, statement.id, context)
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
  context: SpeakingContext,
): DraftChain | null {
  if (pronoun?.person === 2) {
    const addressed = context.discourse.addresseeOf(statement)
    // “Told the Washington Post, ‘Then you realize …’” speaks to nobody.
    return addressed?.kind === "organization" || addressed?.kind === "place" ? null : addressed
  }
  const speaker = context.discourse.speakerOf(statement)
  if (speaker === null) return null
  if (number === "singular") return speaker.number === "plural" ? null : speaker
  // “We”, of a ministry, of witnesses.
  if (speaker.kind !== "person" || speaker.number === "plural") return speaker
  return bodyOf(speaker, context)
}

/** Of a speaker in which the body is looked for: offices are told when somebody is introduced. */
const MOST_MENTIONS = 8

// Whoever holds one of these speaks for a land.
const OFFICES =
  "governor mayor president premier chancellor minister king queen prince emir monarch leader".split(" ")

/** The body for which a person speaks: “the Navy” of “a spokesman for the Navy”, “Connecticut” of “the Connecticut governor”. */
function bodyOf(speaker: DraftChain, { discourse, countryOf }: SpeakingContext): DraftChain | null {
  const speaksForLand = OFFICES.some((office) => speaker.words.has(office))
  for (const { profile } of speaker.links.slice(0, MOST_MENTIONS)) {
    for (const { chain } of discourse.chainsWithin(profile.tree.rangeOf(profile.head))) {
      if (chain === speaker) continue
      if (chain.kind === "organization" || chain.kind === "state") return chain
      if (chain.kind === "place" && speaksForLand) return chain
    }
  }
  if (!speaksForLand) return null
  for (const word of speaker.words) {
    const land = countryOf(word)
    if (land !== null) return land
  }
  return null
}
