// What the user named on the command line, turned into reports to read. In: files, folders and `-`. Out: the list
// of inputs, then the bytes of each; what cannot be read is an `InputError` that says what to do.
import { inputError } from "../base/input-error.ts"
import type { ReadOptions } from "../node.ts"
import { type Effects, type Files, MOST_BYTES } from "./effects.ts"

/** What the user says of the reports; null: nothing. */
export type SourceOptions = Required<Pick<ReadOptions, "published" | "outlet" | "charset" | "url">>

/** One report to read. `path` is as the user would type it; "-" is standard input. */
export interface ReportInput {
  readonly path: string
  /** Null: the reader looks for itself. */
  readonly mediaType: "text/html" | "text/plain" | null
  /** What is thrown when it is read: a folder, below one that was named, that cannot be looked into. Null of all others. */
  readonly closed: unknown
}

const MEDIA_TYPES: Readonly<Record<string, ReportInput["mediaType"]>> = {
  html: "text/html",
  htm: "text/html",
  xhtml: "text/html",
  txt: "text/plain",
  text: "text/plain",
}

const URL_START = /^[a-z][a-z0-9+.-]*:\/\//i

/**
 * The reports that `names` stand for: a file is itself, a folder stands for the
 * `.html`, `.htm`, `.xhtml`, `.txt` and `.text` files in it and below it, without
 * hidden ones. Folders are walked in code-unit order, so the list is the same
 * everywhere.
 *
 * Only names that are no files at all are left for `readInput` to complain
 * about, and folders without reports beside other names. Throws `needs-network`
 * for a URL, `no-reports` for a single folder without any.
 */
export async function findInputs(names: readonly string[], files: Files): Promise<readonly ReportInput[]> {
  const url = names.find((name) => URL_START.test(name))
  if (url !== undefined) throw needsNetwork(url)
  if (names.includes("")) throw emptyName()
  const inputs: ReportInput[] = []
  for (const name of names) {
    if (name === "-" || !(await isFolder(name, files))) {
      inputs.push({ path: name, mediaType: mediaTypeOf(name), closed: null })
      continue
    }
    const found: ReportInput[] = []
    await collect(name.length > 1 ? name.replace(/\/+$/, "") : name, files, found)
    if (found.length > 0) inputs.push(...found)
    else if (names.length === 1) throw noReports(name)
    // Told with the files that cannot be read: one empty folder must not stop the rest.
    else inputs.push({ path: name, mediaType: null, closed: noReports(name) })
  }
  return inputs
}

function noReports(folder: string): Error {
  return inputError(
    "no-reports",
    `${folder} holds no reports: no .html, .htm, .xhtml, .txt or .text file. Name the files themselves if they are called otherwise.`,
  )
}

/** Says, where somebody sits at the keyboard, that it is waited for: `-` was named, and nothing is piped in. */
export async function tellOfKeyboard(
  names: readonly (string | null)[],
  { stdin, stderr }: Pick<Effects, "stdin" | "stderr">,
): Promise<void> {
  if (stdin.isTerminal && names.includes("-")) {
    await stderr.write("Reading from the keyboard; end with Ctrl-D.\n")
  }
}

/** The single input that `name` stood for. Throws `is-folder` when it was a folder. */
export function requireOne(name: string, inputs: readonly ReportInput[]): ReportInput {
  const [input] = inputs
  if (input === undefined || input.path !== name) throw folderInsteadOfFile(name)
  return input
}

/** The bytes of one input. Throws an `InputError`: missing, not permitted, a folder, too large, empty, not a text, a record. */
export async function readInput(
  input: ReportInput,
  effects: Pick<Effects, "files" | "stdin">,
): Promise<Uint8Array> {
  if (input.closed !== null) throw input.closed
  const bytes = input.path === "-" ? await effects.stdin.read() : await readFile(input.path, effects.files)
  const name = input.path === "-" ? "The input" : input.path
  if (bytes.length > MOST_BYTES) throw tooLarge(name)
  if (bytes.length === 0) throw inputError("empty", `${name} is empty: there is nothing to read.`)
  const sort = findBinarySort(bytes)
  if (sort !== null) {
    throw inputError(
      "not-text",
      `${name} is ${sort}, not HTML or plain text. Save the page, or the text in it, as .html or .txt and read that.`,
    )
  }
  if (looksLikeRecord(bytes)) {
    throw inputError(
      "is-record",
      `${name} is a record that Sayso made, and a report is wanted here. Name the report, or look at the record with sayso timeline or sayso actors.`,
    )
  }
  const data = isJson(bytes) ? "JSON data" : isMail(bytes) ? "an e-mail, or a page saved as one" : null
  if (data !== null) {
    throw inputError(
      "not-text",
      `${name} is ${data}, not HTML or plain text. Save the text in it as .txt and read that.`,
    )
  }
  return bytes
}

/** Mail, and pages that browsers save as .mht or .mhtml: lines of headers, one of which no report has, then an empty line. */
function isMail(bytes: Uint8Array): boolean {
  const [headers] = beginningOf(bytes, MOST_OF_HEADERS).split(/\r?\n\r?\n/)
  return (
    /^[A-Za-z][A-Za-z-]*: /.test(headers!) &&
    /^(?:MIME-Version|Message-ID|Received|Return-Path):/im.test(headers!)
  )
}

/** Bytes. */
const MOST_OF_HEADERS = 20_000

/** Data of another program; no report begins as JSON does. */
function isJson(bytes: Uint8Array): boolean {
  if (!/^\s*[{[]\s*["{[]/.test(beginningOf(bytes))) return false
  try {
    JSON.parse(new TextDecoder().decode(bytes))
    return true
  } catch {
    return false
  }
}

/** Whether it begins as records do that Sayso writes: one, an array of them, or one a line. */
export function looksLikeRecord(bytes: Uint8Array): boolean {
  return /^\s*(?:\[\s*)?\{\s*"format"\s*:\s*\d/.test(beginningOf(bytes))
}

function beginningOf(bytes: Uint8Array, length = 100): string {
  return String.fromCharCode(...bytes.subarray(0, length))
}

/** Throws `bad-option` when the output would be written over one of the reports that are read. */
export function refuseOverwriting(output: string | null, inputs: readonly ReportInput[]): void {
  if (output === "") throw emptyName()
  const plain = (path: string) => path.replace(/^(?:\.\/+)+/, "")
  if (output === null || output === "-") return
  if (!inputs.some(({ path }) => path !== "-" && plain(path) === plain(output))) return
  throw inputError(
    "bad-option",
    `${output} is one of the files that are read, and would be lost. Write to another: -o other.json`,
  )
}

/** The bytes of a file, however large a report may be. Throws an `InputError` when it cannot be read. */
export async function readFile(path: string, files: Files): Promise<Uint8Array> {
  if (URL_START.test(path)) throw needsNetwork(path)
  if (path === "") throw emptyName()
  try {
    const { kind, size } = await files.stat(path)
    if (kind === "folder") throw folderInsteadOfFile(path)
    if (size > MOST_BYTES) throw tooLarge(path)
    return await files.read(path)
  } catch (error) {
    throw explainFileError(path, error)
  }
}

function needsNetwork(url: string): Error {
  return inputError(
    "needs-network",
    `${url} is on the network, and Sayso never goes there. Save the page and read the file, or pipe it in: sayso read - --url ${url}`,
  )
}

// What `"$FILE"` gives where the variable is not set.
function emptyName(): Error {
  return inputError(
    "bad-option",
    "The name of a file is empty. Write it out, or look at the variable that it is taken from.",
  )
}

function folderInsteadOfFile(path: string): Error {
  return inputError("is-folder", `${path} is a folder, and one file is wanted here. Name a file in it.`)
}

function tooLarge(name: string): Error {
  return inputError(
    "too-large",
    `${name} is larger than 256 MB, which no report is. Split it into one file a report.`,
  )
}

function explainFileError(path: string, error: unknown): unknown {
  switch (errorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return inputError(
        "no-such-file",
        `There is no file ${path}. Check the name and the folder you are in.`,
        error,
      )
    case "EACCES":
    case "EPERM":
      return inputError("not-readable", `${path} may not be read by you. Check its permissions.`, error)
    case null:
      return error
    default:
      return inputError(
        "not-readable",
        `${path} could not be read (${errorCode(error)}). Check the disk or copy the file elsewhere.`,
        error,
      )
  }
}

/** The code of an error of the system, "ENOENT"; null when it is none. */
export function errorCode(error: unknown): string | null {
  const isSystemError = error instanceof Error && "syscall" in error && "code" in error
  return isSystemError ? String(error.code) : null
}

async function isFolder(name: string, files: Files): Promise<boolean> {
  // What cannot be looked at is said when it is read, with the others of its kind.
  return files.stat(name).then(
    (found) => found.kind === "folder",
    () => false,
  )
}

async function collect(folder: string, files: Files, found: ReportInput[]): Promise<void> {
  const entries = await files.list(folder).catch((error: unknown) => {
    throw explainFileError(folder, error)
  })
  for (const { name, kind } of entries) {
    if (name.startsWith(".")) continue
    const path = folder.endsWith("/") ? `${folder}${name}` : `${folder}/${name}`
    const mediaType = mediaTypeOf(name)
    if (kind === "folder") {
      // Told with the files that cannot be read: one closed folder must not stop the rest.
      await collect(path, files, found).catch((closed: unknown) => {
        found.push({ path, mediaType: null, closed })
      })
    } else if (kind === "file" && mediaType !== null) found.push({ path, mediaType, closed: null })
  }
}

function mediaTypeOf(name: string): ReportInput["mediaType"] {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase()
  return extension === undefined ? null : (MEDIA_TYPES[extension] ?? null)
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF"],
  ["PK\u0003\u0004", "a ZIP archive or an office document"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["GIF8", "a picture"],
  ["\u001f\u008b", "a gzip archive"],
  ["\u007fELF", "a program"],
  ["\u00d0\u00cf\u0011\u00e0", "an old office document"],
  ["SQLite format 3", "a database"],
]

/** What the bytes are when they are plainly no text, "a PDF"; null when they may be one. */
function findBinarySort(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 4096)
  const start = String.fromCharCode(...head.subarray(0, 16))
  for (const [signature, sort] of SIGNATURES) if (start.startsWith(signature)) return sort
  if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) return null
  // Control characters other than tab, line feed, form feed, return and escape: none in a text but by accident,
  // one byte in ten of anything compressed or compiled. UTF-16 without its mark has zeros at every other byte.
  const controls = { even: 0, odd: 0 }
  head.forEach((byte, index) => {
    if (byte < 9 || byte === 11 || (byte > 13 && byte < 32 && byte !== 27)) {
      controls[index % 2 === 0 ? "even" : "odd"] += 1
    }
  })
  const fewer = Math.min(controls.even, controls.odd)
  const more = Math.max(controls.even, controls.odd)
  const mayBeUtf16 = more > head.length * 0.2 && fewer < more * 0.1
  return fewer + more > head.length * 0.03 && !mayBeUtf16 ? "binary data" : null
}
