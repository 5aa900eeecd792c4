// Shapes of what every line rests on: stretches of the text, scores, and values with where they come from.
import type { Evidence, EvidencePart, Sourced } from "../evidence.ts"
import type { Span } from "../positions.ts"
import {
  choice,
  fraction,
  list,
  meaning,
  named,
  nonEmptyList,
  object,
  type Shape,
  text,
  wholeNumber,
} from "../shape.ts"
import { docId } from "./ids.ts"

export const span = named(
  "Span",
  object<Span>("A half-open range of the report's text, in UTF-16 code units from the text's beginning.", {
    start: wholeNumber("The first code unit, counted from 0."),
    end: wholeNumber("The code unit after the last one."),
  }),
)

export const exact = text("The text from `span.start` to `span.end`.", { atLeast: 1 })

export const part = named(
  "EvidencePart",
  object<EvidencePart>("One stretch of the text and its words, copied character for character.", {
    span,
    exact,
  }),
)

export const evidence = named(
  "Evidence",
  object<Evidence>("The exact characters that a line of the record rests on.", {
    doc: meaning("The `doc.id` of this record.", docId),
    parts: nonEmptyList("In text order; several when other words stand between: “A,” said X, “B.”", part),
  }),
)

export const score = named(
  "Score",
  fraction(
    "How likely the line is to be right, 0 to 1, in hundredths: of the lines scored 0.8, eight in ten were right.",
  ),
)

const basis = choice(
  "`stated`: the evidence says it. `implied`: it follows from the evidence and the report's date, an earlier mention or a lexicon. `inferred`: the network chose it.",
  "stated",
  "implied",
  "inferred",
)

/** The fields of a value with where it comes from. */
export function sourcedFields<T>(value: Shape<T>): {
  readonly [Key in keyof Sourced<T>]-?: Shape<Sourced<T>[Key]>
} {
  return { value, basis, evidence: list("The words that show it.", evidence), score }
}

/** A value with where it comes from, under the name “Sourced…”. */
export function sourced<T>(name: `Sourced${string}`, about: string, value: Shape<T>): Shape<Sourced<T>> {
  return named(name, object<Sourced<T>>(about, sourcedFields(value)))
}
