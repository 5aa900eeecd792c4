// What the caller tells about a report, and what ingest needs from the platform.

import type { Sha256 } from "../base/hash.ts"
import { inputError } from "../base/input-error.ts"
import { charsetName } from "./charset.ts"

export interface IngestOptions {
  /** Null: told from the content. */
  readonly mediaType: "text/html" | "text/plain" | null
  /** A label such as "windows-1251", which goes before what the file says of itself, but after a byte order mark. */
  readonly charset: string | null
  /** Where the report was found; its path may hold a date. Nothing is fetched. */
  readonly url: string | null
  /** EDTF date that replaces what the page says. */
  readonly published: string | null
  readonly outlet: string | null
}

export interface IngestPlatform {
  readonly sha256: Sha256
  /**
   * Text of bytes in a WHATWG encoding, U+FFFD for what is no text in it. Must
   * print 0x80 to 0x9F of windows-1252 as letters, which Node's own decoder does
   * not on every version; a byte order mark is kept or dropped, as the platform likes.
   */
  readonly decode: (bytes: Uint8Array, charset: string) => string
}

/** All null: everything is told from the file. */
export const NO_OPTIONS: IngestOptions = {
  mediaType: null,
  charset: null,
  url: null,
  published: null,
  outlet: null,
}

/** Throws an `InputError` for a date, address or encoding that cannot be used; for the edge, before any file is read. */
export function checkIngestOptions(options: IngestOptions): void {
  const { published, charset, url } = options
  if (published !== null && !isEdtfDate(published)) {
    throw inputError(
      "bad-date",
      `"${published}" is not a date. Give a day, a month or a year, with two digits for month and day: 2018-04-20, 2018-04 or 2018.`,
    )
  }
  if (charset !== null && charsetName(charset) === null) {
    throw inputError(
      "bad-charset",
      `"${charset}" is not an encoding. Give its name, for example windows-1251 or utf-8.`,
    )
  }
  if (url !== null && !/^[a-z][a-z0-9+.-]*:\/?\/?[^\s]+$/i.test(url)) {
    throw inputError(
      "bad-url",
      `"${url}" is not a web address. Give all of it, for example https://example.org/report.`,
    )
  }
}

/** Whether `text` is a calendar date of EDTF: "2018", "2018-04", "2018-04-20", or two with a slash, either end open (".."). */
export function isEdtfDate(text: string): boolean {
  const ends = text.split("/")
  if (ends.length === 1) return isDate(text)
  const [start, end] = ends
  if (ends.length > 2 || start === undefined || end === undefined || (start === ".." && end === ".."))
    return false
  if (![start, end].every((one) => one === ".." || isDate(one))) return false
  return start === ".." || end === ".." || start <= end
}

function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (match === null) return false
  const month = match[2] === undefined ? 1 : Number(match[2])
  const day = match[3] === undefined ? 1 : Number(match[3])
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(Number(match[1]), month, 0)).getUTCDate()
  )
}
