// The state behind an adjective: “the *Turkish* operation” is Turkey's. In: the entities of a report, the lexicon of
// actors. Out: for a word such an adjective, the state, when the report names it anywhere.
import { type ActorLexicon, foldName } from "../lexicon/index.ts"
import type { Reading } from "../schema/reading.ts"
import type { Entity, Participant } from "../schema/resolution.ts"

/** The state that the word at `token` is the adjective of; null for other words, and for states that the report never names. */
export function statesByPeople(
  { doc, tokens }: Pick<Reading, "doc" | "tokens">,
  entities: readonly Entity[],
  { layers }: ActorLexicon,
): (token: number) => Participant | null {
  const states = new Map<string, Participant>()
  for (const [entity, { kind, roles, mentions }] of entities.entries()) {
    const country = roles[0]?.role.country ?? null
    if (kind === "state" && country !== null && !states.has(country))
      states.set(country, { entity, mention: mentions[0].mention, score: mentions[0].score })
  }
  return (token) => {
    const { upos, span } = tokens.at(token)
    const form = doc.text.slice(span.start, span.end)
    if (upos !== "ADJ" || !/^\p{Lu}/u.test(form)) return null
    const meaning = layers
      .flatMap(({ names }) => names.find(foldName(form)))
      .map(({ meaning: each }) => each)
      .find((each) => each.as === "demonym")
    return meaning?.as === "demonym" ? (states.get(meaning.country.code) ?? null) : null
  }
}
