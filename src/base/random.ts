// Seeded random numbers for tests and benchmarks: the same seed gives the same numbers everywhere.

export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `limit`; 0 when `limit` is less than 1. */
  below(limit: number): number
  /** One of `choices`, each as likely. Throws when there are none. */
  pick<T>(choices: readonly T[]): T
}

/** Numbers that look random and are wholly given by `seed` (its low 32 bits). Not for secrets. Source: mulberry32, Tommy Ettinger, public domain. */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * Math.max(limit, 0))
  return {
    next,
    below,
    pick: (choices) => {
      if (choices.length === 0) throw new Error("Nothing to pick from.")
      return choices[below(choices.length)] as (typeof choices)[number]
    },
  }
}
