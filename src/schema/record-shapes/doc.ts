// Shapes of the report itself: where it came from, what it says of itself, what was odd in it.
import type { Source, TimeValue } from "../doc.ts"
import type { Problem, ProblemCode } from "../problem.ts"
import type { DocRecord } from "../record.ts"
import { choice, list, meaning, named, nullable, object, text, wholeNumber } from "../shape.ts"
import { span } from "./evidence.ts"
import { docId, entityId, sha256 } from "./ids.ts"

const source = named(
  "Source",
  object<Source>("What came in, byte for byte.", {
    sha256: meaning("SHA-256 of the bytes, 64 lower-case hexadecimal digits.", sha256),
    mediaType: choice("What the bytes were read as.", "text/html", "text/plain", "application/json"),
    charset: text("WHATWG name of the encoding the bytes were decoded with, e.g. `windows-1252`.", {
      atLeast: 1,
    }),
    url: nullable(text("Where the report was published; null when not known.")),
    retrieved: nullable(text("When it was fetched, ISO 8601; null for a local file.")),
  }),
)

export const time = named(
  "Time",
  object<TimeValue>("A stretch of calendar time, as wide as the text leaves it.", {
    edtf: text(
      "Extended Date/Time Format: `2018-04-14`, `2018-04`, `2018-04-14/2018-04-16`, `2018-12-22/..`.",
      {
        atLeast: 1,
      },
    ),
    anchor: nullable(
      text(
        "The date that a relative expression (“on Friday”) was counted from; null when the date was absolute.",
      ),
    ),
  }),
)

export const doc = object<DocRecord["doc"]>("The report that was read.", {
  id: docId,
  source,
  title: nullable(text("The headline; null when none was found.")),
  authors: list("Names in the byline, in its order.", text("", { atLeast: 1 })),
  outlet: nullable(
    text("Who published it: what the page says, else the agency of the dateline; null when not known."),
  ),
  published: nullable(meaning("When it was published; null when no date was found.", time)),
  language: text("BCP 47, e.g. `en`; `und` when it cannot be told.", { atLeast: 1 }),
  dateline: nullable(
    meaning(
      "The `id` of the place where the report was written, as its dateline says; null without one.",
      entityId,
    ),
  ),
  textSha256: meaning(
    "SHA-256 of the text that spans count in, as UTF-8; 64 lower-case hexadecimal digits.",
    sha256,
  ),
  textLength: wholeNumber("Length of that text in UTF-16 code units."),
})

export const problem = named(
  "Problem",
  object<Problem>("What went wrong, or could not be told, while reading.", {
    code: choice<ProblemCode>(
      "docs/reference/errors.md explains each.",
      "no-text",
      "no-date",
      "date-contradicted",
      "other-language",
      "truncated",
      "charset-guessed",
      "undecodable-bytes",
      "quote-not-closed",
      "speaker-not-found",
      "offset-mismatch",
    ),
    severity: choice("", "note", "warning"),
    message: text("One sentence: what, where, what it means for the record.", { atLeast: 1 }),
    span: nullable(
      meaning("The stretch of the text that it is about; null when it is about the whole.", span),
    ),
  }),
)
