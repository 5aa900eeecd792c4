// Lines that were broken at a width, as in mail and on the wire, made whole for reading. In: a document. Out: the same
// with spaces for those line breaks, character for character as long, so that every place in it is a place of the document.
import type { Doc } from "../schema/doc.ts"

const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/g

/**
 * For reading alone: evidence is cut from the document itself. Within a block of plain text a line ends where the width
 * was full, since ingest has made a block of each paragraph; within one of a page (“<br>”) only where the sentence goes
 * on: “the ministry¶said on Friday”. Linear.
 */
export function unwrapLines(doc: Doc): Doc {
  const { text, blocks, source } = doc
  const isPlain = source.mediaType === "text/plain"
  const parts: string[] = []
  let kept = 0
  for (const { span } of blocks) {
    for (const { index, 0: found } of text.slice(span.start, span.end).matchAll(LINE_BREAK)) {
      const [start, end] = [span.start + index, span.start + index + found.length]
      if (!isPlain && !goesOn(text, start, end)) continue
      parts.push(text.slice(kept, start), " ".repeat(found.length))
      kept = end
    }
  }
  return parts.length === 0 ? doc : { ...doc, text: parts.join("") + text.slice(kept) }
}

/** Whether a sentence goes on over the break from `start` to `end`: no mark before it, a small letter after it. */
export function goesOn(text: string, start: number, end: number): boolean {
  return /[\p{L},]/u.test(text[start - 1] ?? "") && /\p{Ll}/u.test(text[end] ?? "")
}
