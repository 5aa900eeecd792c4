// The shape of a happening.
import type { EventStatus, PloverType } from "../reading.ts"
import type { CodedEvent } from "../record.ts"
import { choice, list, meaning, named, nonEmptyList, nullable, object, text } from "../shape.ts"
import { sourcedEntity } from "./entities.ts"
import { evidence, score, sourced } from "./evidence.ts"
import { eventId } from "./ids.ts"
import { sourcedQuantity, sourcedTime } from "./quantities.ts"
import { readBy } from "./statements.ts"

const type = choice<PloverType>(
  "PLOVER's category.",
  "ACCUSE",
  "AGREE",
  "AID",
  "ASSAULT",
  "COERCE",
  "CONCEDE",
  "CONSULT",
  "COOPERATE",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
  "REQUEST",
  "RETREAT",
  "SANCTION",
  "SUPPORT",
  "THREATEN",
)

const status = choice<EventStatus>(
  "How it is put forward, whoever says so: as having happened, as planned, as possible, as a condition or wish, as not having happened.",
  "actual",
  "planned",
  "possible",
  "hypothetical",
  "negated",
)

export const event = named(
  "Event",
  object<CodedEvent>("Who did what to whom, when and where. Whether it is true, nothing here says.", {
    id: eventId,
    type: nullable(
      meaning(
        "Null: a happening that a chronicle lists and PLOVER has no type for.",
        sourced("SourcedType", "A type, and the words that name the happening.", type),
      ),
    ),
    status: sourced("SourcedStatus", "A status, and the words that show it.", status),
    modes: list("PLOVER modes: `aerial` under ASSAULT.", text("", { atLeast: 1 })),
    contexts: list("PLOVER contexts: `cbrn`.", text("", { atLeast: 1 })),
    actors: list("Who did it; empty when the text names nobody.", sourcedEntity),
    recipients: list("To whom it was done.", sourcedEntity),
    time: nullable(
      meaning("When it happened, or is to happen; null when the text gives no time.", sourcedTime),
    ),
    place: nullable(
      meaning(
        "Where it happened; neither where it was said nor where the report was written.",
        sourcedEntity,
      ),
    ),
    instrument: nullable(meaning("With what: “with 103 missiles”.", evidence)),
    quantities: list("How many were killed, fired, arrested.", sourcedQuantity),
    evidence: nonEmptyList("Every mention of it, the one that names it most fully first.", evidence),
    readBy,
    score,
  }),
)
