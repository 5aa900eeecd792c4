// The open network as the reader sees it: arrays of numbers in, arrays of numbers out. Which runtime computes is
// decided outside the core; see src/runtime.

/** Whole numbers in rows: `data.length === rows * columns`. The session reads `data` before `run` resolves and does not keep it. */
export interface SessionInput {
  readonly data: BigInt64Array
  readonly dims: readonly [rows: number, columns: number]
}

/** `data.length` is the product of `dims`. */
export interface SessionOutput {
  readonly data: Float32Array
  readonly dims: readonly number[]
}

export type SessionOutputs = Readonly<Record<string, SessionOutput>>

export interface NetworkSession {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  /** Runs that are computed at the same time; more wait for each other. */
  readonly runsAtOnce: number
  /** Computes the outputs named in `wanted`. Rejects when the runtime fails, e.g. out of memory. */
  run(inputs: Readonly<Record<string, SessionInput>>, wanted: readonly string[]): Promise<SessionOutputs>
  /** Takes back what `run` gave, when nobody will look at its numbers again: the next run writes into the same memory. */
  giveBack?(outputs: SessionOutputs): void
  close(): Promise<void>
}

/**
 * Opens the network's ONNX file, wherever it lies, when its bytes have this SHA-256 (hexadecimal); else rejects with an
 * `InputError` “weights-damaged”, see `damaged`.
 */
export type CreateSession = (sha256: string) => Promise<NetworkSession>

/** What is asked of an `AbortSignal`, which belongs to the platform and not to the language. */
export interface StopSignal {
  readonly aborted: boolean
  readonly reason: unknown
}
