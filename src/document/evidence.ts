// Evidence: the exact words a line of the record rests on. Made here, and checked here against a text.
import { areInOrder } from "../base/intervals.ts"
import type { Doc } from "../schema/doc.ts"
import type { Evidence, EvidencePart } from "../schema/evidence.ts"
import type { NonEmpty, Span } from "../schema/positions.ts"

/**
 * The words of `doc` at `spans`, with where they stand. Nothing is trimmed or
 * joined: the parts are the spans as given.
 *
 * Throws when a span is empty or outside the text, or when the spans are not in
 * text order or overlap: a stage that asks for such words is wrong.
 */
export function makeEvidence(doc: Pick<Doc, "id" | "text">, spans: NonEmpty<Span>): Evidence {
  const [first, ...others] = spans
  if (!areInOrder(spans)) {
    throw new Error(
      `Evidence out of order: ${JSON.stringify(spans)}. This is a bug in Sayso: please report it.`,
    )
  }
  return {
    doc: doc.id,
    parts: [makeEvidencePart(doc, first), ...others.map((span) => makeEvidencePart(doc, span))],
  }
}

/** One stretch of evidence. Throws when `span` is empty, outside the text or not made of whole numbers. */
export function makeEvidencePart(doc: Pick<Doc, "text">, span: Span): EvidencePart {
  const { start, end } = span
  // A part takes its own copy of the two numbers: spans of stages may carry more, which must not leak into the record.
  const part = { span: { start, end }, exact: doc.text.slice(start, end) }
  const fault = findPartFault(doc.text, part)
  if (fault !== null)
    throw new Error(`Evidence at ${start}–${end}: ${fault}. This is a bug in Sayso: please report it.`)
  return part
}

/** What is wrong with `part` as a stretch of `text`, in one phrase; null when it stands there character for character. */
export function findPartFault(text: string, part: EvidencePart): string | null {
  const { start, end } = part.span
  const rangeFault = findSpanFault(text.length, part.span)
  if (rangeFault !== null) return rangeFault
  if (start === end) return "it covers no character"
  const found = text.slice(start, end)
  return found === part.exact
    ? null
    : `the text has ${shorten(found)} where the record has ${shorten(part.exact)}`
}

/** What is wrong with `span` as a stretch of a text of `textLength` UTF-16 units; null when nothing is. It may be empty. */
export function findSpanFault(textLength: number, span: Span): string | null {
  const { start, end } = span
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0)
    return `${start}–${end} is no place in a text`
  if (end < start) return `it ends (${end}) before it starts (${start})`
  if (end > textLength) return `it ends at ${end}, after the text's last character at ${textLength}`
  return null
}

/** Quoted, with the middle left out when it is long: messages are read on one line. */
function shorten(words: string): string {
  const shown = words.length <= 60 ? words : `${words.slice(0, 40)} … ${words.slice(-15)}`
  return JSON.stringify(shown)
}
