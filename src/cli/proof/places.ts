// Where words stand: in the text and in the source, in both units, and what stands around them.
import { CodePoints } from "../../document/code-points.ts"
import { contextOf } from "../../document/context.ts"
import { Lines } from "../../document/lines.ts"
import { toSource } from "../../document/origin.ts"
import type { Doc } from "../../schema/doc.ts"
import type { PrintOptions } from "../print/words.ts"
import { onOneLine, quoted, wrap } from "../terminal-text.ts"
import type { Fact, MarkedPart } from "./parts.ts"

export interface Original {
  readonly doc: Doc
  /** The decoded source. */
  readonly source: string
  /** The source's name, for people. */
  readonly path: string
}

export function printPlaces(
  { doc, source, path }: Original,
  parts: readonly MarkedPart[],
  { paint, width }: PrintOptions,
): readonly string[] {
  const codePoints = new CodePoints(doc.text)
  const lines = new Lines(source)
  return parts.flatMap(({ role, span, exact, facts }) => {
    const origin = toSource(doc, span)
    const place = origin === null ? null : lines.at(origin.start)
    const { prefix, suffix } = contextOf(doc.text, span)
    const places: readonly Fact[] = [
      [
        "text",
        `${span.start}–${span.end} in UTF-16 units, ${codePoints.fromUtf16(span.start)}–${codePoints.fromUtf16(span.end)} in code points`,
      ],
      [
        "source",
        origin === null || place === null
          ? "not in the source"
          : `${onOneLine(path)}, line ${place.line}, column ${place.column}; ${origin.start}–${origin.end} in UTF-16 units of the decoded file`,
      ],
      ["before", quoted(prefix)],
      ["after", quoted(suffix)],
    ]
    const [first = "", ...rest] = wrap(quoted(exact), width - 11)
    return [
      `${paint("bold", role.padEnd(11))}${first}`,
      ...rest.map((line) => " ".repeat(11) + line),
      ...facts.map(([name, fact]) => `  ${paint("dim", name.padEnd(9))}${onOneLine(fact)}`),
      // Words around are quoted space for space, with nothing in them that a terminal would act on.
      ...places.map(([name, fact]) => `  ${paint("dim", name.padEnd(9))}${fact}`),
    ]
  })
}
