// Who says how many, where voices part over it: “at least 41 died, health workers say … the mission confirmed 22 deaths”.
// In: a reading and what its amounts belong to. Out: a voice for each of these amounts, in the words that tell it.
import { ownersOf } from "../document/owners.ts"
import type { EventVoice, Reading } from "../schema/reading.ts"
import type { FoundQuantity, Resolution } from "../schema/resolution.ts"
import { excludeEachOther } from "./amounts.ts"

/** Of one happening; each is compared with each. */
const MOST_AMOUNTS = 40

interface Told {
  /** Index of the statement in whose words the amount stands; −1: the report's. */
  readonly owner: number
  readonly found: FoundQuantity
}

/** In the order of the happenings. Of an event whose amounts can all be right there is none: its numbers stand in it. */
export function numberVoices(
  { tokens, attributions, doc: { text } }: Reading,
  { happenings, quantities, entities }: Resolution,
): readonly EventVoice[] {
  const owners = ownersOf(tokens, attributions)
  const entityOf = new Map(
    entities.flatMap(({ mentions }, entity) => mentions.map(({ mention }) => [mention, entity] as const)),
  )
  // One speaker in two statements is one voice.
  const voiceOf = ({ owner }: Told): string => {
    const speaker = attributions[owner]?.speaker ?? null
    return speaker === null ? `statement ${owner}` : `entity ${entityOf.get(speaker)}`
  }
  return happenings.flatMap(({ mentions: [event], quantities: numbers }) => {
    const told = numbers.slice(0, MOST_AMOUNTS).map((number): Told => {
      const found = quantities[number]!
      return { found, owner: owners[tokens.covering(found.span)?.from ?? -1] ?? -1 }
    })
    return told
      .filter((one) =>
        told.some(
          (other) =>
            voiceOf(one) !== voiceOf(other) &&
            mayBeOfTheSame(one.found, other.found, text) &&
            excludeEachOther(one.found.quantity, other.found.quantity),
        ),
      )
      .map(
        ({ owner, found: { span, score } }): EventVoice => ({
          event,
          voice: attributions[owner]?.id ?? null,
          stance: "asserts",
          what: "number",
          words: [span],
          score,
        }),
      )
  })
}

/** Words for whoever was hurt or died, of whatever sort. */
const ANYBODY =
  /^(?:|people|persons?|others?|dead|deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|lives|victims?|killed|bodies)$/i

/** “nine enemy fighters” and “38 dead at the clinic” are others, though both were killed; “none” is of whoever the other tells. */
function mayBeOfTheSame(one: FoundQuantity, other: FoundQuantity, text: string): boolean {
  const [first, second] = [one, other].map(({ counted }) =>
    counted === null ? "" : text.slice(counted.start, counted.end).toLowerCase(),
  ) as [string, string]
  const isNone = [one, other].some(({ quantity }) => quantity.bound !== "range" && quantity.value === 0)
  // “put the number at three”: of whatever the other counts.
  const isBare = first === "" || second === ""
  return isNone || isBare || first === second || (ANYBODY.test(first) && ANYBODY.test(second))
}
