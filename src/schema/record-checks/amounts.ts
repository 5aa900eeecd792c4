// Ranges whose ends stand the wrong way round.
import { objectsWithin } from "../objects-within.ts"
import type { DocRecord } from "../record.ts"
import type { Fault } from "../shape.ts"

export function* findAmountFaults({ events, quantities }: DocRecord): Generator<Fault> {
  for (const { path, value } of objectsWithin({ events, quantities })) {
    const { low, high } = value
    if (typeof low === "number" && typeof high === "number" && low > high) {
      yield { path, message: `is from ${low} to ${high}` }
    }
  }
}
