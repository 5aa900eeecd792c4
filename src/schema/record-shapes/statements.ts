// The shape of somebody's words.
import { ATTRIBUTION_KINDS, type AttributionKind, type AttributionMode, type Reader } from "../reading.ts"
import type { Statement } from "../record.ts"
import { choice, list, meaning, named, nullable, object, text } from "../shape.ts"
import { sourcedEntity } from "./entities.ts"
import { evidence, part, score } from "./evidence.ts"
import { statementId } from "./ids.ts"

export const readBy = named(
  "ReadBy",
  object<Statement["readBy"]>("Which part of the reader found the line.", {
    reader: choice<Reader>("", "network", "rule"),
    rule: nullable(text("The rule's name; null for the network.", { atLeast: 1 })),
  }),
)

export const statement = named(
  "Statement",
  object<Statement>("Words that the report ascribes to somebody.", {
    id: statementId,
    kind: choice<AttributionKind>("What is ascribed.", ...ATTRIBUTION_KINDS),
    mode: choice<AttributionMode>(
      "Whether the content stands in quotation marks: wholly, not at all, in part.",
      "direct",
      "indirect",
      "mixed",
    ),
    source: nullable(
      meaning("The words that name the speaker here; null when the text names none.", evidence),
    ),
    speaker: nullable(meaning("Whose words they are, and where the text says so.", sourcedEntity)),
    cue: nullable(
      meaning(
        "The words that ascribe, as printed: “said”, “according to”; null when nothing does.",
        evidence,
      ),
    ),
    content: meaning("The words ascribed, quotation marks included.", evidence),
    quoted: list(
      "The stretches of `content` between quotation marks, marks included; empty when `mode` is `indirect`.",
      part,
    ),
    venue: nullable(meaning("Where or through what it was said: “on Twitter”.", evidence)),
    addressee: nullable(meaning("To whom: “reporters” in “told reporters”.", evidence)),
    venuePlace: nullable(meaning("The place that `venue` names; null when it names none.", sourcedEntity)),
    inside: nullable(meaning("The `id` of the statement within whose content this one lies.", statementId)),
    readBy,
    score,
  }),
)
