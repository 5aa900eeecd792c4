// The shape of a record, format 1: what `checkRecord` asks of it and what the published JSON Schema says.
// docs/reference/record.md explains the same fields at length.
import type { Doc, Source, TimeValue } from "./doc.ts"
import type { Evidence, EvidencePart } from "./evidence.ts"
import type { DocId, EntityId, StatementId } from "./ids.ts"
import type { Span } from "./positions.ts"
import type { Problem, ProblemCode } from "./problem.ts"
import type { AttributionKind, AttributionMode, Reader } from "./reading.ts"
import type { DocRecord, Link, RecordedEntity, Statement } from "./record.ts"
import {
  choice,
  fraction,
  list,
  meaning,
  named,
  nonEmptyList,
  nullable,
  object,
  type Shape,
  text,
  variants,
  wholeNumber,
} from "./shape.ts"

const sha256 = text("SHA-256, 64 lower-case hexadecimal digits.", { pattern: /^[0-9a-f]{64}$/ })

const docId = text<DocId>("`doc:` and the first 32 hexadecimal digits of the text's SHA-256.", {
  pattern: /^doc:[0-9a-f]{32}$/,
})
const entityId = text<EntityId>("`e1`, `e2`, …: entities by their first mention in the text.", {
  pattern: /^e[1-9][0-9]*$/,
})
const statementId = text<StatementId>("`s1`, `s2`, …: statements by their place in the text.", {
  pattern: /^s[1-9][0-9]*$/,
})

const span = named(
  "Span",
  object<Span>("A half-open range of the report's text, in UTF-16 code units from the text's beginning.", {
    start: wholeNumber("The first code unit, counted from 0."),
    end: wholeNumber("The code unit after the last one."),
  }),
)

const part = named(
  "EvidencePart",
  object<EvidencePart>("One stretch of the text and its words, copied character for character.", {
    span,
    exact: text("The text from `span.start` to `span.end`.", { atLeast: 1 }),
  }),
)

const evidence = named(
  "Evidence",
  object<Evidence>("The exact characters that a line of the record rests on.", {
    doc: meaning("The `doc.id` of this record.", docId),
    parts: nonEmptyList("In text order; several when other words stand between: “A,” said X, “B.”", part),
  }),
)

const score = named(
  "Score",
  fraction(
    "How likely the line is to be right, 0 to 1, in hundredths: of the lines scored 0.8, eight in ten were right.",
  ),
)

const link = named(
  "Link",
  variants<Link>("Who or what the entity is in the world.", {
    linked: object<Extract<Link, { kind: "linked" }>>("A known one.", {
      kind: choice("", "linked"),
      to: text("Its identifier, e.g. in Wikidata.", { atLeast: 1 }),
      score,
      rivals: list("Identifiers of the next likely ones, likeliest first.", text("", { atLeast: 1 })),
    }),
    unlinked: object<Extract<Link, { kind: "unlinked" }>>("Not said, and why.", {
      kind: choice("", "unlinked"),
      why: choice(
        "`not-tried`: this version does not look. `no-candidate`: none known. `tie`: several fit equally.",
        "no-candidate",
        "tie",
        "not-tried",
      ),
    }),
  }),
)

const entity = named(
  "Entity",
  object<RecordedEntity>("Somebody or something that a statement points to.", {
    id: entityId,
    kind: choice(
      "`unknown` where the words alone do not tell: “they”, “officials”.",
      "person",
      "organization",
      "state",
      "group",
      "place",
      "thing",
      "unknown",
    ),
    name: text("The words of the mention as printed.", { atLeast: 1 }),
    mentions: nonEmptyList("Where the text mentions it, in text order.", part),
    link,
  }),
)

const speaker = object<NonNullable<Statement["speaker"]>>(
  "The entity whose words they are, and where the text says so.",
  {
    value: meaning("The `id` of an entity of this record.", entityId),
    basis: choice(
      "`stated`: the evidence says it. `implied`: it follows from the evidence and an earlier mention. `inferred`: the network chose it.",
      "stated",
      "implied",
      "inferred",
    ),
    evidence: list("The words that name the speaker.", evidence),
    score,
  },
)

const statement = named(
  "Statement",
  object<Statement>("Words that the report ascribes to somebody.", {
    id: statementId,
    kind: choice<AttributionKind>(
      "What is ascribed.",
      "says",
      "asks",
      "believes",
      "intends",
      "orders",
      "shows",
    ),
    mode: choice<AttributionMode>(
      "Whether the content stands in quotation marks: wholly, not at all, in part.",
      "direct",
      "indirect",
      "mixed",
    ),
    source: nullable(
      meaning("The words that name the speaker here; null when the text names none.", evidence),
    ),
    speaker: nullable(speaker),
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
    inside: nullable(meaning("The `id` of the statement within whose content this one lies.", statementId)),
    readBy: object<Statement["readBy"]>("Which part of the reader found the statement.", {
      reader: choice<Reader>("", "network", "rule"),
      rule: nullable(text("The rule's name; null for the network.", { atLeast: 1 })),
    }),
    score,
  }),
)

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

const time = named(
  "Time",
  object<TimeValue>("A stretch of calendar time, as wide as the text leaves it.", {
    edtf: text("Extended Date/Time Format: `2018-04-14`, `2018-04`, `2018-04-14/2018-04-16`.", {
      atLeast: 1,
    }),
    anchor: nullable(
      text(
        "The date that a relative expression (“on Friday”) was counted from; null when the date was absolute.",
      ),
    ),
  }),
)

const problem = named(
  "Problem",
  object<Problem>("What went wrong, or could not be told, while reading.", {
    code: choice<ProblemCode>(
      "docs/reference/errors.md explains each.",
      "no-text",
      "no-date",
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

const doc = object<DocRecord["doc"]>("The report that was read.", {
  id: docId satisfies Shape<Doc["id"]>,
  source,
  title: nullable(text("The headline; null when none was found.")),
  authors: list("Names in the byline, in its order.", text("", { atLeast: 1 })),
  outlet: nullable(text("Who published it; null when not known.")),
  published: nullable(meaning("When it was published; null when no date was found.", time)),
  language: text("BCP 47, e.g. `en`; `und` when it cannot be told.", { atLeast: 1 }),
  textSha256: meaning(
    "SHA-256 of the text that spans count in, as UTF-8; 64 lower-case hexadecimal digits.",
    sha256,
  ),
  textLength: wholeNumber("Length of that text in UTF-16 code units."),
})

/** A whole record, format 1. */
export const recordShape: Shape<DocRecord> = object<DocRecord>(
  "What Sayso keeps of one report: who said what, in which words. All offsets are in UTF-16 code units.",
  {
    format: choice("The version of this format.", 1),
    doc,
    entities: list("By first mention in the text.", entity),
    statements: list("By place in the text, a statement before those inside it.", statement),
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
