// Binary search over anything that is in order.

/**
 * The first index from 0 to `length` for which `isPast` holds, `length` when it
 * holds for none. `isPast` must be false up to some index and true from there on.
 */
export function firstIndex(length: number, isPast: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isPast(middle)) high = middle
    else low = middle + 1
  }
  return low
}
