// From places in the text to entities. In: mentions and the entities they were linked to. Out: who stands at a token,
// and whoever is named within a stretch.
import { firstIndex } from "../base/binary-search.ts"
import type { Span } from "../schema/positions.ts"
import type { Mention, Reading } from "../schema/reading.ts"
import type { Entity, Participant } from "../schema/resolution.ts"

export interface MentionIndex {
  /** The mention that this token heads, and its entity; null when none does. */
  at(token: number): Participant | null
  /** Empty for a mention that the reading does not have. */
  spanOf(mention: Mention["id"]): Span
  /** Mentions that begin within `span`, in text order. */
  within(span: Span): readonly Participant[]
}

/** Building it and asking for a token take constant time a mention; a stretch takes a binary search. */
export function indexMentions({ mentions, tokens }: Reading, entities: readonly Entity[]): MentionIndex {
  const participants = new Map<Mention["id"], Participant>()
  for (const [entity, { mentions: links }] of entities.entries()) {
    for (const { mention, score } of links) participants.set(mention, { entity, mention, score })
  }
  const atToken = new Map<number, Participant>()
  const titles: { readonly span: Span; readonly participant: Participant }[] = []
  const firstTitle = (from: number, to: number): number | undefined => {
    for (let word = from; word < to; word++) if (/^(?:NOUN|PROPN)$/.test(tokens.at(word).upos)) return word
    return undefined
  }
  const placed: { readonly start: number; readonly participant: Participant }[] = []
  for (const { id, head, span, ...mention } of mentions) {
    const participant = participants.get(id)
    if (participant === undefined) continue
    const token = tokens.covering(head)?.from
    if (token !== undefined && !atToken.has(token)) atToken.set(token, participant)
    // All words of a name stand for it: “Sergei” heads “Sergei Lavrov” in some trees, “Lavrov” in others.
    const name = mention.kind === "name" ? tokens.covering(mention.name) : null
    for (let word = name?.from ?? 0; word < (name?.to ?? 0); word++) {
      if (!atToken.has(word)) atToken.set(word, participant)
    }
    // “*President* of the United States Donald Trump”: what stands before the name may head it.
    const nameStart = name === null ? span.start : tokens.start(name.from)
    if (nameStart > span.start) titles.push({ span: { start: span.start, end: nameStart }, participant })
    placed.push({ start: span.start, participant })
  }
  for (const { span, participant } of titles) {
    const words = tokens.covering(span)
    const first = words === null ? undefined : firstTitle(words.from, words.to)
    if (first !== undefined && !atToken.has(first)) atToken.set(first, participant)
  }
  const spans = new Map(mentions.map(({ id, span }) => [id, span]))
  placed.sort((one, other) => one.start - other.start)
  return {
    at: (token) => atToken.get(token) ?? null,
    spanOf: (mention) => spans.get(mention) ?? { start: 0, end: 0 },
    within: ({ start, end }) => {
      const found: Participant[] = []
      const first = firstIndex(placed.length, (index) => placed[index]!.start >= start)
      for (let index = first; index < placed.length && placed[index]!.start < end; index++) {
        found.push(placed[index]!.participant)
      }
      return found
    },
  }
}
