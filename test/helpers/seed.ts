// The seed and size of the random tests. Both can be given: SAYSO_SEED=7 SAYSO_RUNS=5000 vitest run test/property
// A failure prints its seed too (fast-check does).

const DEFAULT_SEED = 20_261_124

/** Whole number from the environment, or `fallback` when it is not given. Throws when it is given and no whole number. */
export function numberFromEnvironment(name: string, fallback: number): number {
  const given = process.env[name]
  if (given === undefined || given === "") return fallback
  const value = Number(given)
  if (!Number.isSafeInteger(value))
    throw new Error(`${name} is ${JSON.stringify(given)}; give a whole number.`)
  return value
}

export const seed = numberFromEnvironment("SAYSO_SEED", DEFAULT_SEED)

/** Options of `fc.assert`: the seed, and `runs` tries unless SAYSO_RUNS says otherwise. */
export function seeded(runs: number): { readonly seed: number; readonly numRuns: number } {
  return { seed, numRuns: numberFromEnvironment("SAYSO_RUNS", runs) }
}
