// The library on Node: reports in, records out. Brings what the core has no means of its own for: the network's
// runtime and weights, the lexicons, the hash, the decoder. Documented in docs/reference/library.md.
import { createHash } from "node:crypto"
import { legacyHookDecode } from "@exodus/bytes/encoding.js"
import {
  checkIngestOptions,
  type Ingested,
  type IngestOptions,
  type IngestPlatform,
  ingest,
} from "./ingest/index.ts"
import { readDoc } from "./pipeline.ts"
import { type CreateSession, openNetwork } from "./read/network/index.ts"
import {
  modelIn,
  openLexicons,
  openRuntimeInThreads,
  packageVersion,
  type RuntimeName,
  readWeights,
  weightsFolder,
  wishedRuntime,
} from "./runtime/index.ts"
import type { DocRecord } from "./schema/record.ts"

export { type InputError, type InputErrorCode, isInputError } from "./base/input-error.ts"
export * from "./index.ts"

/** What is known of a report beforehand; each goes before what the report says of itself. */
export interface ReadOptions {
  /** EDTF date of publication: "2018-04-20", "2018-04". */
  readonly published?: string | null
  readonly outlet?: string | null
  /** Where it came from; kept in the record, never fetched. */
  readonly url?: string | null
  /** WHATWG label of the bytes' encoding, such as "windows-1252". Of no effect on a string, which is text already. */
  readonly charset?: string | null
  /** Left out or null: told from the content. */
  readonly mediaType?: "text/html" | "text/plain" | null
  /** When it fires, the promise rejects with its reason and nothing of this report is kept. */
  readonly signal?: AbortSignal | null
}

export interface OpenOptions {
  /** "node": the native runtime; "web": WebAssembly, slower, on every system. Null: the first that loads. */
  readonly runtime?: RuntimeName | null
  /** Folder with another network's weights. */
  readonly weights?: string | null
  /** Further names of actors with their codes; `name` is the file's, for messages. The last one that has a name counts. */
  readonly lexicons?: readonly { readonly name: string; readonly text: string }[] | null
}

/**
 * The open network, about 400 MB, for any number of reports. After some hundred the process holds 680 MB, or 540 when Node
 * was started with `--max-semi-space-size=8`; the command line looks after that itself and holds 630.
 */
export interface ReportReader {
  /**
   * Reads one report; a page of 500 words takes about an eighth of a second
   * on two cores. What is odd in the report stands in the record's `problems`;
   * rejects only with an `InputError` (options that cannot be used) or the
   * signal's reason. Calls may overlap: three at once use two cores best,
   * as the network works in threads of its own.
   */
  read(input: string | Uint8Array, options?: ReadOptions): Promise<DocRecord>
  readonly runtime: {
    readonly name: RuntimeName
    readonly version: string
    readonly threads: number
    /** Why the native runtime is not used; null when it is, or was not wanted. */
    readonly fallbackReason: string | null
  }
  readonly weights: {
    readonly name: string
    readonly made: string
    readonly sha256: string
    readonly polnear: boolean
  }
  close(): Promise<void>
}

/** The text of a report with its places in the source. */
export type ReportText = Ingested

/**
 * Opens the network: loads the runtime, checks the weights' hashes. Takes some
 * tenths of a second. Rejects with an `InputError`: "weights-missing",
 * "weights-damaged", "no-runtime".
 */
export async function openReader(options: OpenOptions = {}): Promise<ReportReader> {
  const only = options.runtime ?? wishedRuntime(process.env)
  const folder = options.weights ?? weightsFolder(process.env)
  const [runtime, files] = await Promise.all([
    openRuntimeInThreads({ only, threads: null }),
    readWeights(folder),
  ])
  const createSession: CreateSession = (sha256) => runtime.createSession(modelIn(folder, sha256))
  // The network first: its threads open it while this one reads the tables, which takes as long.
  const [opened, tables] = await Promise.allSettled([
    openNetwork(files, { ...platform, createSession }),
    openLexicons(options.lexicons ?? []),
  ])
  // Not before: a process that ends while its threads open a network is aborted by the runtime.
  if (tables.status === "rejected" && opened.status === "fulfilled") await opened.value.close()
  if (tables.status === "rejected") throw tables.reason
  if (opened.status === "rejected") throw opened.reason
  const network = opened.value
  const { lexicons, coreference, hash } = tables.value
  const madeBy = {
    version: packageVersion(),
    weights: network.info.sha256.slice(0, 12),
    lexicons: hash,
  }
  const { name, version, threads, fallbackReason } = runtime
  return {
    runtime: { name, version, threads, fallbackReason },
    weights: network.info,
    async read(input, readOptions = {}) {
      const signal = readOptions.signal ?? null
      signal?.throwIfAborted()
      const report = readText(input, readOptions)
      return readDoc(report, { network, lexicons, coreference, madeBy, sha256: platform.sha256 }, signal)
    },
    close: () => network.close(),
  }
}

/** Opens the network, reads one report and closes it again. For more than one, open a reader: opening takes longer than reading. */
export async function readReport(
  input: string | Uint8Array,
  options: ReadOptions & OpenOptions = {},
): Promise<DocRecord> {
  const reader = await openReader(options)
  try {
    return await reader.read(input, options)
  } finally {
    await reader.close()
  }
}

/**
 * The text that a record's places point into, with title, date, blocks and the
 * origin of each stretch in the source. Needs no network; about 40 ms for a
 * page. Throws an `InputError` for options that cannot be used.
 */
export function readText(input: string | Uint8Array, options: ReadOptions = {}): ReportText {
  checkReadOptions(options)
  if (typeof input !== "string") return ingest(input, toIngestOptions(options), platform)
  return ingest(new TextEncoder().encode(input), { ...toIngestOptions(options), charset: "utf-8" }, platform)
}

/** Throws an `InputError` for options that cannot be used: "bad-date", "bad-charset", "bad-url". So does reading; this asks beforehand. */
export function checkReadOptions(options: ReadOptions): void {
  checkIngestOptions(toIngestOptions(options))
}

function toIngestOptions({ mediaType, charset, url, published, outlet }: ReadOptions): IngestOptions {
  return {
    mediaType: mediaType ?? null,
    charset: charset ?? null,
    url: url ?? null,
    published: published ?? null,
    outlet: outlet ?? null,
  }
}

const platform: IngestPlatform & { readonly decodeUtf8: (bytes: Uint8Array) => string } = {
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  // Not Node's own decoder: some versions of it lose the quotation marks of windows-1252 (docs/decisions/0006).
  decode: (bytes, charset) => legacyHookDecode(bytes, charset),
  decodeUtf8: (bytes) => new TextDecoder().decode(bytes),
}
