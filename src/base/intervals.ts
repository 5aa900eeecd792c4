// Arithmetic of half-open ranges `[start, end)` of whole numbers.

export interface Interval {
  readonly start: number
  readonly end: number
}

/** Whether the two share at least one position; an empty one shares none. */
export function overlaps(one: Interval, other: Interval): boolean {
  return Math.max(one.start, other.start) < Math.min(one.end, other.end)
}

/** Whether every position of `inner` is one of `outer`, ends allowed to meet. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** By start, and of those with one start the longer first, so that what holds comes before what is held. */
export function compareIntervals(one: Interval, other: Interval): number {
  return one.start - other.start || other.end - one.end
}

/** Whether each begins where the one before ended, or later. */
export function areInOrder(intervals: readonly Interval[]): boolean {
  return intervals.every(
    (interval, index) => index === 0 || (intervals[index - 1] as Interval).end <= interval.start,
  )
}

/** The same positions as `intervals` in as few ranges as possible, in order; touching ones are joined, empty ones dropped. */
export function joinIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const joined: Interval[] = []
  for (const interval of [...intervals].sort(compareIntervals)) {
    if (interval.start >= interval.end) continue
    const last = joined.at(-1)
    if (last !== undefined && interval.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, interval.end) }
    } else {
      joined.push({ start: interval.start, end: interval.end })
    }
  }
  return joined
}
