// The shape of one voice's stand on one happening.
import type { Stance } from "../reading.ts"
import type { Claim, Proposition, Voice } from "../record.ts"
import { choice, meaning, named, nonEmptyList, nullable, object, text, variants } from "../shape.ts"
import { evidence, score } from "./evidence.ts"
import { claimId, entityId, eventId, statementId } from "./ids.ts"

type Of<Union, Kind> = Extract<Union, { kind: Kind }>

const event = meaning("The `id` of an event of this record.", eventId)
const statement = meaning("The `id` of the statement in which it speaks.", statementId)

const proposition = named(
  "Proposition",
  variants<Proposition>("What it is about. A denial of one aspect leaves the others standing.", {
    event: object<Of<Proposition, "event">>("That it happened.", { kind: choice("", "event"), event }),
    responsibility: object<Of<Proposition, "responsibility">>("Who did it.", {
      kind: choice("", "responsibility"),
      event,
    }),
    number: object<Of<Proposition, "number">>("How many.", { kind: choice("", "number"), event }),
    aspect: object<Of<Proposition, "aspect">>("Another aspect.", {
      kind: choice("", "aspect"),
      event,
      aspect: choice("Where, when, or to what end.", "place", "date", "purpose"),
    }),
  }),
)

const voice = named(
  "Voice",
  variants<Voice>("Who speaks.", {
    outlet: object<Of<Voice, "outlet">>("The report in its own words.", {
      kind: choice("", "outlet"),
      name: nullable(text("`doc.outlet`; null when not known.")),
    }),
    entity: object<Of<Voice, "entity">>("The speaker of a statement.", {
      kind: choice("", "entity"),
      entity: meaning("The `id` of an entity of this record.", entityId),
      statement,
    }),
    unnamed: object<Of<Voice, "unnamed">>("A statement whose speaker the text does not name: “reportedly”.", {
      kind: choice("", "unnamed"),
      statement,
    }),
  }),
)

export const claim = named(
  "Claim",
  object<Claim>("One voice's stand on one happening.", {
    id: claimId,
    proposition,
    stance: choice<Stance>(
      "`hedges`: neither asserted nor denied: “suspected”, “reportedly”.",
      "asserts",
      "denies",
      "hedges",
    ),
    chain: nonEmptyList("From the outlet inwards; the last one's stand it is.", voice),
    evidence: nonEmptyList("The decisive words.", evidence),
    score,
  }),
)
