// Who somebody is: every mention with how it was linked, what it may be in the world, and what it was on that day.

import { toCode } from "../../schema/actor-code.ts"
import type { Sourced } from "../../schema/evidence.ts"
import type { EntityId } from "../../schema/ids.ts"
import type { DocRecord, RecordedEntity, RecordedMention } from "../../schema/record.ts"
import type { ActorRole } from "../../schema/resolution.ts"
import { sectorInWords } from "../../schema/sector-words.ts"
import { onOneLine } from "../terminal-text.ts"
import { listIds, printScore, printSourced } from "./facts.ts"
import type { Fact, Shown } from "./parts.ts"

const MARKS = { name: "n", nominal: "d", pronoun: "p" } as const

export function showEntity(entity: RecordedEntity, record: DocRecord): Shown {
  const { id, kind, name, mentions, roles } = entity
  const is = (one: Sourced<EntityId> | null): boolean => one?.value === id
  const { statements, events } = record
  return {
    parts: mentions.map(({ span, exact, form, by, score }: RecordedMention) => ({
      span,
      exact,
      role: form,
      mark: MARKS[form],
      facts: [["linked", `by ${by}: ${printScore(score)}`]],
    })),
    facts: [
      ["entity", `${id}: ${kind}, ${onOneLine(name)}`],
      ...linkFacts(entity),
      ...(roles.length === 0 ? [["role", "not known"] as const] : roles.map(roleFact)),
      ...positionFacts(entity),
      [
        "speaks in",
        listIds(
          statements.filter(({ speaker }) => is(speaker)),
          "no statement",
        ),
      ],
      [
        "acts in",
        listIds(
          events.filter(({ actors }) => actors.some(is)),
          "no event",
        ),
      ],
      [
        "acted on",
        listIds(
          events.filter(({ recipients }) => recipients.some(is)),
          "in no event",
        ),
      ],
      [
        "place of",
        listIds(
          [
            ...events.filter(({ place }) => is(place)),
            ...statements.filter(({ venuePlace }) => is(venuePlace)),
          ],
          "nothing",
        ),
      ],
      ...(record.doc.dateline === id ? [["dateline", "the report was written there"] as const] : []),
    ],
  }
}

function linkFacts({ link }: RecordedEntity): readonly Fact[] {
  if (link.kind === "linked") {
    return [
      ["is", `${link.to}: ${printScore(link.score)}`],
      ["or", link.rivals.length === 0 ? "no other is known by these words" : link.rivals.join(", ")],
    ]
  }
  return [["is", WHY_UNLINKED[link.why]]]
}

const WHY_UNLINKED = {
  "no-candidate": "not known: nobody in the lists is called so",
  tie: "not told: several in the lists fit equally",
  "not-tried": "not looked for: the words are no name",
} as const

/** “XLO/GOV (government)” */
function codeInWords(role: ActorRole): string {
  const [code, words] = [toCode(role), sectorInWords(role)]
  return code === null ? "no code" : words === null ? code : `${code} (${words})`
}

/** “XLO/GOV (government), Minister of Defence, since 2024-03: implied, 0.90, clear” */
function roleFact(role: Sourced<ActorRole>): Fact {
  const { office, from, until, secondary } = role.value
  const facts = [
    codeInWords(role.value),
    ...secondary,
    ...(office === null ? [] : [onOneLine(office)]),
    ...(from === null ? [] : [`from ${from}`]),
    ...(until === null ? [] : [`until ${until}`]),
  ]
  return ["role", `${facts.join(", ")}: ${printSourced(role)}`]
}

function positionFacts({ position }: RecordedEntity): readonly Fact[] {
  if (position === null) return []
  const { latitude, longitude, kind, precision, country } = position
  return [
    [
      "position",
      `${latitude}, ${longitude}: ${kind}, precision ${precision}${country === null ? "" : `, ${country}`}`,
    ],
  ]
}
