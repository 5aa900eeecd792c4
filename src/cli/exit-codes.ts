// What the process tells the shell. Scripts rely on these numbers: they are listed in docs/reference/cli.md.

export const EXIT = {
  ok: 0,
  /** Something failed that is none of the below: the output could not be written, the package is damaged. */
  failure: 1,
  /** The command line was wrong. */
  usage: 2,
  /** No input could be read. */
  unreadable: 3,
  /** Some inputs could not be read; the rest were. */
  partial: 4,
  /** An anchor or a hash does not agree with its source. */
  mismatch: 5,
  /** It would need the network. */
  network: 6,
  /** Ctrl-C; what was finished has been written. */
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
