// Which encoding bytes are in. In: bytes, what the user says. Out: a WHATWG name and how it was found.
// Decoding itself is the platform's: Node's own decoder spoils the marks of windows-1252 on some versions.
import { analyse } from "chardet"
import sniffEncoding from "html-encoding-sniffer"

export interface Charset {
  /** WHATWG name: "UTF-8", "windows-1252". */
  readonly name: string
  /** `guessed`: nothing in the file or the call says it. */
  readonly basis: "mark" | "given" | "stated" | "utf-8" | "guessed"
}

/** The WHATWG name for a label such as "latin1", "cp1251"; null for one that no browser knows or decodes. */
export function charsetName(label: string): string | null {
  const name = sniffEncoding(NO_BYTES, { transportLayerEncodingLabel: label, defaultEncoding: NONE })
  return UNUSABLE.has(name) ? null : name
}

const NO_BYTES = new Uint8Array(0)
const NONE = "none"

/** "replacement": what browsers call ISO-2022-KR and others that they refuse to decode: all of a file becomes one U+FFFD. */
const UNUSABLE: ReadonlySet<string> = new Set([NONE, "replacement"])

/** Bytes looked at for a guess: what comes later rarely changes it, and the guesser reads them 26 times. */
const GUESS_BYTES = 65_536

/**
 * The encoding of `bytes`: by byte order mark, else `given` (which
 * `charsetName` must know), else a `<meta>` in a page, else UTF-8 where the bytes
 * are valid in it, else a guess from the letters.
 */
export function findCharset(bytes: Uint8Array, given: string | null, isPage: boolean): Charset {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return { name: mark, basis: "mark" }
  const named = given === null ? null : charsetName(given)
  if (named !== null) return { name: named, basis: "given" }
  const validity = checkUtf8(bytes)
  if (isPage) {
    const stated = sniff(bytes)
    // Only the standard's first 1,024 bytes are searched; some pages say it later.
    const name = UNUSABLE.has(stated) ? statedLate(bytes) : stated
    // “charset=iso-8859-1” over UTF-8 is a common slip. Two or more multi-byte letters that are right throughout do not happen by chance.
    if (
      name !== null &&
      name !== "UTF-8" &&
      validity.isValid &&
      validity.multiByteCount >= 2 &&
      !isWide(name)
    ) {
      return { name: "UTF-8", basis: "utf-8" }
    }
    if (name !== null && !(name === "UTF-8" && isOtherThanUtf8(validity))) return { name, basis: "stated" }
  }
  const wide = wideWithoutMark(bytes)
  if (wide !== null) return { name: wide, basis: "guessed" }
  if (validity.isValid) return { name: "UTF-8", basis: "utf-8" }
  if (!isOtherThanUtf8(validity)) return { name: "UTF-8", basis: "guessed" }
  return { name: guess(bytes), basis: "guessed" }
}

/** What a `<meta>` of the first 1,024 bytes says; `NONE` where none does. */
function sniff(bytes: Uint8Array): string {
  try {
    return sniffEncoding(bytes, { defaultEncoding: NONE })
  } catch {
    // content="text/html; charset" with nothing after it: the library reads past the end (html-encoding-sniffer 6.0.0).
    return NONE
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return "UTF-8"
  if (first === 0xff && second === 0xfe) return "UTF-16LE"
  if (first === 0xfe && second === 0xff) return "UTF-16BE"
  return null
}

/** Encodings in which the letters A to Z are not the bytes of ASCII, or multi-byte letters could pass for UTF-8. */
function isWide(name: string): boolean {
  return !/^(?:windows|iso|koi|ibm|macintosh|x-mac)/i.test(name)
}

function statedLate(bytes: Uint8Array): string | null {
  let head = ""
  for (const byte of bytes.subarray(0, 16_384)) head += String.fromCharCode(byte < 0x80 ? byte : 0x3f)
  const label = /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{2,40})/i.exec(head)?.[1]
  const name = label === undefined ? null : charsetName(label)
  return name === null || name.startsWith("UTF-16") ? null : name
}

interface Utf8Validity {
  readonly isValid: boolean
  /** Letters of two bytes and more that are right. */
  readonly multiByteCount: number
  readonly errorCount: number
}

/** One walk over the bytes. */
function checkUtf8(bytes: Uint8Array): Utf8Validity {
  let multiByteCount = 0
  let errorCount = 0
  let index = 0
  while (index < bytes.length) {
    const first = bytes[index] as number
    if (first < 0x80) {
      index++
      continue
    }
    const width = sequenceWidth(bytes, index)
    if (width === 0) errorCount++
    else multiByteCount++
    index += width === 0 ? 1 : width
  }
  return { isValid: errorCount === 0, multiByteCount, errorCount }
}

/** Bytes of the well-formed sequence at `index`; 0 when it is none. */
function sequenceWidth(bytes: Uint8Array, index: number): number {
  const first = bytes[index] as number
  const second = bytes[index + 1] ?? 0
  const isTail = (offset: number): boolean => ((bytes[index + offset] ?? 0) & 0xc0) === 0x80
  if (first >= 0xc2 && first <= 0xdf) return isTail(1) ? 2 : 0
  if (first >= 0xe0 && first <= 0xef) {
    if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0
    return isTail(1) && isTail(2) ? 3 : 0
  }
  if (first >= 0xf0 && first <= 0xf4) {
    if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0
    return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
  }
  return 0
}

/** Some broken letters in a UTF-8 file leave it a UTF-8 file; where as many are broken as right, it never was one. */
function isOtherThanUtf8(validity: Utf8Validity): boolean {
  return validity.errorCount > 0 && validity.errorCount >= validity.multiByteCount
}

/** UTF-16 without a mark: in English text every second byte is 0. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 4) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) evenZeros++
    if (bytes[index + 1] === 0) oddZeros++
  }
  const half = length / 2
  if (oddZeros > 0.7 * half && evenZeros < 0.1 * half) return "UTF-16LE"
  if (evenZeros > 0.7 * half && oddZeros < 0.1 * half) return "UTF-16BE"
  return null
}

/** How sure the guesser must be, 0 to 100, to name another encoding than windows-1252, the web's default. */
const SURE_GUESS = 40

function guess(bytes: Uint8Array): string {
  const best = analyse(bytes.subarray(0, GUESS_BYTES))[0]
  if (best === undefined || best.confidence < SURE_GUESS) return "windows-1252"
  const name = charsetName(best.name)
  return name === null || name === "UTF-8" ? "windows-1252" : name
}
