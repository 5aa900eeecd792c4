// One statement with all that is needed to check it by eye. In: the statement, its record, its report. Out: lines.
//
// On Friday, Lavrov said the strikes had “bombed” the Geneva talks.
//            ssssss cccc ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
import { overlaps } from "../base/intervals.ts"
import { CodePoints } from "../document/code-points.ts"
import { contextOf } from "../document/context.ts"
import { Lines } from "../document/lines.ts"
import { toSource } from "../document/origin.ts"
import { splitSentences, tokenize } from "../read/tokens/index.ts"
import { certaintyOf } from "../schema/certainty.ts"
import type { Doc } from "../schema/doc.ts"
import type { Evidence, EvidencePart } from "../schema/evidence.ts"
import type { Span } from "../schema/positions.ts"
import type { DocRecord, Statement } from "../schema/record.ts"
import type { PrintOptions } from "./print-record.ts"
import { displayWidth, onOneLine, quoted, wrap } from "./terminal-text.ts"

export interface Proof {
  readonly statement: Statement
  readonly record: DocRecord
  readonly doc: Doc
  /** The decoded source. */
  readonly source: string
  /** The source's name, for people. */
  readonly path: string
}

/** Each with the letter that underlines it where there is no colour to tell them apart. */
const ROLES = [
  ["source", "s"],
  ["cue", "c"],
  ["content", "^"],
  ["venue", "v"],
  ["addressee", "a"],
] as const

interface MarkedPart extends EvidencePart {
  readonly role: (typeof ROLES)[number][0]
  readonly mark: string
}

/** All of it, ending with a line break. */
export function printProof(proof: Proof, options: PrintOptions): string {
  const { statement, doc } = proof
  const parts = ROLES.flatMap(([role, mark]) =>
    partsOf(statement[role]).map((part) => ({ ...part, role, mark })),
  )
  const used = ROLES.filter(([role]) => statement[role] !== null)
  return [
    ...printSentences(doc, parts, options),
    options.paint("dim", `  ${used.map(([role, mark]) => `${mark} ${role}`).join(" · ")}`),
    "",
    ...printPlaces(proof, parts, options),
    "",
    ...printFacts(proof, options),
    "",
  ].join("\n")
}

/** The sentences in which the statement's words stand, marks below them; “…” for what is left out between. */
function printSentences(doc: Doc, parts: readonly MarkedPart[], { width }: PrintOptions): readonly string[] {
  const words = tokenize(doc.text)
  const sentences = splitSentences(words, doc.text, doc.blocks, null)
    .map(({ from, to }) => ({ start: words.start(from), end: words.end(to - 1) }))
    .map((span, index) => ({ span, index }))
    .filter(({ span }) => parts.some((part) => overlaps(part.span, span)))
  return sentences.flatMap(({ span, index }, position) => {
    const before = sentences[position - 1]
    const gap = before !== undefined && before.index !== index - 1 ? ["  …"] : []
    return [...gap, ...underline(doc.text, span, parts, width)]
  })
}

/** The text of `span` broken into lines of `width` columns, each with a line of marks below it. */
function underline(
  text: string,
  { start, end }: Span,
  parts: readonly MarkedPart[],
  width: number,
): readonly string[] {
  const lines: string[] = []
  let line = { text: "  ", marks: "  " }
  const finishLine = () => {
    lines.push(line.text.trimEnd(), line.marks.trimEnd())
    line = { text: "  ", marks: "  " }
  }
  for (const { 0: word, index } of text.slice(start, end).matchAll(/\S+\s*/gu)) {
    if (line.text.length > 2 && displayWidth(line.text) + displayWidth(word.trimEnd()) > width) finishLine()
    let offset = start + index
    for (const character of word) {
      const shown = /\s/u.test(character) ? " " : onOneLine(character)
      const mark = parts.find(({ span }) => span.start <= offset && offset < span.end)?.mark ?? " "
      line.text += shown
      line.marks += mark.repeat(displayWidth(shown))
      offset += character.length
    }
  }
  finishLine()
  return lines.filter((each) => each !== "")
}

function printPlaces(
  { doc, source, path }: Proof,
  parts: readonly MarkedPart[],
  { paint, width }: PrintOptions,
) {
  const codePoints = new CodePoints(doc.text)
  const lines = new Lines(source)
  return parts.flatMap(({ role, span, exact }) => {
    const origin = toSource(doc, span)
    const place = origin === null ? null : lines.at(origin.start)
    const { prefix, suffix } = contextOf(doc.text, span)
    const facts = [
      [
        "text",
        `${span.start}–${span.end} in UTF-16 units, ${codePoints.fromUtf16(span.start)}–${codePoints.fromUtf16(span.end)} in code points`,
      ],
      [
        "source",
        origin === null || place === null
          ? "not in the source"
          : `${path}, line ${place.line}, column ${place.column}; ${origin.start}–${origin.end} in UTF-16 units of the decoded file`,
      ],
      ["before", quoted(prefix)],
      ["after", quoted(suffix)],
    ] as const
    const [first = "", ...rest] = wrap(quoted(exact), width - 11)
    return [
      `${paint("bold", role.padEnd(11))}${first}`,
      ...rest.map((line) => " ".repeat(11) + line),
      ...facts.map(([name, fact]) => `  ${paint("dim", name.padEnd(9))}${fact}`),
    ]
  })
}

function printFacts({ statement, record }: Proof, { paint }: PrintOptions): readonly string[] {
  const { kind, mode, score, inside, readBy, source, id } = statement
  const { doc, madeBy } = record
  const inner = record.statements.filter((other) => other.inside === id).map((other) => other.id)
  const facts = [
    ["statement", `${id}: ${kind}, ${mode}${source === null ? ", no source named" : ""}`],
    ["inside", inside ?? "no other statement"],
    ["holds", inner.length === 0 ? "no other statement" : inner.join(", ")],
    ["speaker", speakerOf(record, statement)],
    [
      "score",
      `${score.toFixed(2)}, ${certaintyOf(score)}: of lines with this score, about ${Math.round(score * 100)} in 100 are right`,
    ],
    ["read by", readBy.rule === null ? `the ${readBy.reader}` : `${readBy.reader} “${readBy.rule}”`],
    ["version", `sayso ${madeBy.version}, weights ${madeBy.weights}, lexicons ${madeBy.lexicons}`],
    ["file", `SHA-256 ${doc.source.sha256}, ${doc.source.mediaType}, ${doc.source.charset}`],
    ["text", `SHA-256 ${doc.textSha256}, ${doc.textLength} UTF-16 units`],
  ] as const
  return facts.map(([name, fact]) => `${paint("dim", name.padEnd(11))}${fact}`)
}

function speakerOf({ entities }: DocRecord, { speaker }: Statement): string {
  const entity = speaker === null ? undefined : entities.find(({ id }) => id === speaker.value)
  if (speaker === null || entity === undefined) return "unknown"
  return `${onOneLine(entity.name)} (${entity.id}, ${speaker.basis}); who that is in the world is not resolved`
}

function partsOf(evidence: Evidence | null): readonly EvidencePart[] {
  return evidence?.parts ?? []
}
