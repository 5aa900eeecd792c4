// Bytes to a report as text. In: a file as it came. Out: its text with blocks and the place of each character in the
// source, and what the file says about itself: title, outlet, authors, day, language. What is odd becomes a problem.
import { hashText } from "../base/hash.ts"
import type { Block, Doc, Origin } from "../schema/doc.ts"
import { toDocId } from "../schema/ids.ts"
import type { Problem } from "../schema/problem.ts"
import { charsetName, findCharset } from "./charset.ts"
import { findLanguage } from "./language.ts"
import { guessMediaType, isBinary } from "./media-type.ts"
import type { IngestOptions, IngestPlatform } from "./options.ts"
import { readPage } from "./page.ts"
import { findAgency, findBlocks, findPrintedDay } from "./plain-text.ts"

export { charsetName } from "./charset.ts"
export {
  checkIngestOptions,
  type IngestOptions,
  type IngestPlatform,
  isEdtfDate,
  NO_OPTIONS,
} from "./options.ts"

export interface Ingested {
  readonly doc: Doc
  /** The decoded file, without its byte order mark: what `doc.origin` points into. */
  readonly source: string
  readonly problems: readonly Problem[]
}

/**
 * Bytes that are decoded: as many as the characters of a page that are read can
 * take at most. What comes after is left out with the problem `truncated`.
 */
const MAX_BYTES = 16_000_000

/** Characters of a report that are read: a book of 300,000 words. What comes after is left out with the problem `truncated`. */
const MAX_TEXT_LENGTH = 2_000_000

/**
 * Reads a report. Never throws on what is in the file: bytes that are no letters,
 * a page without text or date and the like come back as problems. The options
 * must have passed `checkIngestOptions`. Time grows linearly with the file's size
 * up to fixed limits; a page of news takes about 20 ms (quality/ingest.ts).
 */
export function ingest(bytes: Uint8Array, options: IngestOptions, platform: IngestPlatform): Ingested {
  const problems: Problem[] = []
  const { source: decoded, charset, isCut } = decodeBytes(bytes, options, platform, problems)
  const mediaType = options.mediaType ?? guessMediaType(decoded)
  const isGarbage = isBinary(decoded)
  const content = isGarbage
    ? NOTHING
    : mediaType === "text/html"
      ? readHtml(decoded, options.url, problems)
      : readPlain(decoded, problems)
  if (isCut && !problems.some(({ code }) => code === "truncated"))
    problems.push(truncated(content.text.length))
  if (content.text.trim() === "") {
    const what = isGarbage
      ? "The file is no text, but a picture, a program or the like."
      : "No text was found in the file."
    problems.push(problem("no-text", "warning", `${what} The record is empty.`))
  }
  const language = findLanguage(content.text, content.language)
  if (content.text !== "" && language !== "und" && !language.startsWith("en")) {
    problems.push(otherLanguage(`The report seems to be in another language than English (${language}).`))
  } else if (language === "und" && (content.text.match(/\p{L}+/gu)?.length ?? 0) >= 12) {
    problems.push(otherLanguage("The report seems to be in another language than English."))
  }
  const published = options.published ?? content.published
  if (published === null && content.text !== "") {
    problems.push(
      problem(
        "no-date",
        "note",
        "The day of publication was not found. Give it with --published for dates such as “on Friday”.",
      ),
    )
  }
  const doc: Doc = {
    id: toDocId(hashText(content.text, platform.sha256)),
    source: {
      sha256: platform.sha256(bytes),
      mediaType,
      charset: charset,
      url: options.url ?? content.address,
      retrieved: null,
    },
    text: content.text,
    blocks: content.blocks.map(({ kind, span }) => ({ kind, span })),
    origin: content.origin,
    title: content.title,
    authors: content.authors,
    outlet: options.outlet ?? content.outlet ?? findAgency(content.text, content.blocks),
    published: published === null ? null : { edtf: published, anchor: null },
    language,
  }
  return { doc, source: decoded, problems }
}

interface Content {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly origin: readonly Origin[]
  readonly title: string | null
  readonly authors: readonly string[]
  readonly outlet: string | null
  readonly published: string | null
  readonly language: string | null
  readonly address: string | null
}

const NOTHING: Content = {
  text: "",
  blocks: [],
  origin: [],
  title: null,
  authors: [],
  outlet: null,
  published: null,
  language: null,
  address: null,
}

function problem(code: Problem["code"], severity: Problem["severity"], message: string): Problem {
  return { code, severity, message, span: null }
}

function otherLanguage(message: string): Problem {
  return problem(
    "other-language",
    "warning",
    `${message} Sayso reads English; what it finds here is not to be relied on.`,
  )
}

function decodeBytes(
  bytes: Uint8Array,
  options: IngestOptions,
  platform: IngestPlatform,
  problems: Problem[],
): { readonly source: string; readonly charset: string; readonly isCut: boolean } {
  const given = options.charset !== null && charsetName(options.charset) !== null ? options.charset : null
  const isCut = bytes.length > MAX_BYTES
  const read = isCut ? bytes.subarray(0, MAX_BYTES) : bytes
  const charset = findCharset(read, given, options.mediaType !== "text/plain")
  const text = platform.decode(read, charset.name)
  // Where the file was cut, half a letter may be left of the last one.
  const source = (isCut ? text.replace(/\ufffd{1,3}$/, "") : text).replace(/^\ufeff/, "")
  if (charset.basis === "guessed") {
    problems.push(
      problem(
        "charset-guessed",
        "note",
        `The file does not say its encoding; ${charset.name} was guessed from its letters.`,
      ),
    )
  }
  // A file may hold U+FFFD itself, where an earlier program already failed; in UTF-8 that is EF BF BD.
  const replaced = count(source, "\ufffd") - (charset.name === "UTF-8" ? countReplacements(read) : 0)
  if (replaced > 0) {
    problems.push(
      problem(
        "undecodable-bytes",
        "warning",
        `${replaced} ${replaced === 1 ? "place" : "places"} could not be read as ${charset.name} and became “\ufffd”. Another encoding can be given with --charset.`,
      ),
    )
  }
  return { source, charset: charset.name, isCut }
}

function count(text: string, character: string): number {
  let found = 0
  for (let index = text.indexOf(character); index >= 0; index = text.indexOf(character, index + 1)) found++
  return found
}

function countReplacements(bytes: Uint8Array): number {
  let found = 0
  for (let index = bytes.indexOf(0xef); index >= 0; index = bytes.indexOf(0xef, index + 1)) {
    if (bytes[index + 1] === 0xbf && bytes[index + 2] === 0xbd) found++
  }
  return found
}

function readHtml(source: string, url: string | null, problems: Problem[]): Content {
  const page = readPage(source, url)
  if (page.stoppedAt !== null) {
    problems.push(
      problem(
        "truncated",
        "warning",
        `The page is beyond the size that is read: it was read up to character ${page.stoppedAt}, the rest is left out.`,
      ),
    )
  }
  return cut(page, problems)
}

function readPlain(source: string, problems: Problem[]): Content {
  const text = source.slice(0, lengthWithin(source))
  if (text.length < source.length) problems.push(truncated(text.length))
  const blocks = findBlocks(text)
  const headline = blocks[0]?.kind === "headline" ? blocks[0].span : null
  const span = { start: 0, end: text.length }
  return {
    ...NOTHING,
    text,
    blocks,
    origin: text === "" ? [] : [{ kind: "verbatim", span, sourceStart: 0, sourceEnd: text.length }],
    title: headline === null ? null : text.slice(headline.start, headline.end),
    published: findPrintedDay(text, blocks),
  }
}

function truncated(length: number): Problem {
  return problem(
    "truncated",
    "warning",
    `The report is longer than is read: its first ${length} characters were read, the rest is left out.`,
  )
}

/** Units of `text` within the limit, without half a surrogate pair at the end. */
function lengthWithin(text: string): number {
  if (text.length <= MAX_TEXT_LENGTH) return text.length
  const last = text.charCodeAt(MAX_TEXT_LENGTH - 1)
  return last >= 0xd800 && last <= 0xdbff ? MAX_TEXT_LENGTH - 1 : MAX_TEXT_LENGTH
}

/** A page's text within the limit; blocks and origin end with it. */
function cut(content: Content, problems: Problem[]): Content {
  const length = lengthWithin(content.text)
  if (length === content.text.length) return content
  problems.push(truncated(length))
  const blocks = content.blocks
    .filter(({ span }) => span.start < length)
    .map((block) => ({ ...block, span: { start: block.span.start, end: Math.min(block.span.end, length) } }))
  const origin = content.origin
    .filter(({ span }) => span.start < length)
    .map((stretch) => {
      const end = Math.min(stretch.span.end, length)
      const isCut = end < stretch.span.end && stretch.kind === "verbatim"
      const sourceEnd = isCut ? stretch.sourceStart + (end - stretch.span.start) : stretch.sourceEnd
      return { ...stretch, span: { start: stretch.span.start, end }, sourceEnd }
    })
  return { ...content, text: content.text.slice(0, length), blocks, origin }
}
