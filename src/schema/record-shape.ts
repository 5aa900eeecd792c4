// The shape of a record, format 2: what `checkRecord` asks of it and what the published JSON Schema says.
// Its parts stand in record-shapes/; docs/reference/record.md explains the same fields at length.
import type { DocRecord } from "./record.ts"
import { claim } from "./record-shapes/claims.ts"
import { doc, problem } from "./record-shapes/doc.ts"
import { entity } from "./record-shapes/entities.ts"
import { event } from "./record-shapes/events.ts"
import { recordedQuantity, timeExpression } from "./record-shapes/quantities.ts"
import { statement } from "./record-shapes/statements.ts"
import { choice, list, object, type Shape, text } from "./shape.ts"

/** The format that this version writes and reads. */
export const RECORD_FORMAT: DocRecord["format"] = 2

/** A whole record. */
export const recordShape: Shape<DocRecord> = object<DocRecord>(
  "What Sayso keeps of one report: who did what to whom, who said so, in which words. All offsets are in UTF-16 code units.",
  {
    format: choice("The version of this format.", RECORD_FORMAT),
    doc,
    entities: list("By first mention in the text.", entity),
    statements: list("By place in the text, a statement before those inside it.", statement),
    events: list("By first mention in the text.", event),
    claims: list(
      "By their event; of one event whether it happened first, then its aspects; the outlet first, then statements in their order.",
      claim,
    ),
    times: list("Every time expression, by place in the text.", timeExpression),
    quantities: list("Every amount, by place in the text.", recordedQuantity),
    problems: list("What could not be read or told; those about the whole report first.", problem),
    madeBy: object<DocRecord["madeBy"]>(
      "What made the record: the same three on the same bytes make the same record.",
      {
        version: text("Version of Sayso.", { atLeast: 1 }),
        weights: text("The first 12 hexadecimal digits of the SHA-256 of the network's weights.", {
          pattern: /^[0-9a-f]{12}$/,
        }),
        lexicons: text("Version of the word lists.", { atLeast: 1 }),
      },
    ),
  },
)
