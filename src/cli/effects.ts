// All that the commands want of the world: the two outputs, the input, files, the clock, Ctrl-C and the reader
// itself. Tests pass their own; node-effects.ts has the real ones.
import type { OpenOptions, ReadOptions, ReportReader, ReportText } from "../node.ts"

export interface Effects {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: Input
  readonly files: Files
  /** The environment's variables. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970: for what is told on standard error (progress, a date that is still to come), never for what is in a record. */
  now(): number
  /** Fires at Ctrl-C. */
  readonly interrupted: AbortSignal
  /** Opens the network; takes a few tenths of a second. */
  openReader(options: Pick<OpenOptions, "lexicons">): Promise<ReportReader>
  /** The text of a report and its places in the source; needs no network. */
  readText(bytes: Uint8Array, options: ReadOptions): Promise<ReportText>
  /** SHA-256 as 64 hexadecimal digits. */
  sha256(bytes: Uint8Array): string
}

export interface Output {
  /** Resolves when the system has taken it. Rejects with the system's error: `EPIPE` when the other end is closed, `ENOSPC` when the disk is full. */
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  /** Width of the terminal in columns; 80 when it is none. */
  readonly columns: number
}

/** More than any report, and less than what a JavaScript string may hold. */
export const MOST_BYTES = 256 * 1024 * 1024

export interface Input {
  readonly isTerminal: boolean
  /** Everything up to the end of input, of which no more than some bytes beyond `MOST_BYTES` are read; the same at every call. */
  read(): Promise<Uint8Array>
}

/** Errors are those of `node:fs`, with their `code`. */
export interface Files {
  /** Of what is no file, “/dev/zero”, no more than some bytes beyond `MOST_BYTES`. */
  read(path: string): Promise<Uint8Array>
  stat(path: string): Promise<{ readonly kind: "file" | "folder" | "other"; readonly size: number }>
  /** Names in a folder, in code-unit order. */
  list(
    folder: string,
  ): Promise<readonly { readonly name: string; readonly kind: "file" | "folder" | "other" }[]>
  /** Begins a file that appears at `path` whole, when it is finished, or not at all. */
  create(path: string): Promise<NewFile>
}

export interface NewFile {
  write(text: string): Promise<void>
  /** Makes the file appear, in place of one that was there before. */
  finish(): Promise<void>
  /** Leaves everything as it was. */
  discard(): Promise<void>
}
