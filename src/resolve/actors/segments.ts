// The parts of a phrase. In: words and items of “the former US ambassador to Syria, Robert Ford”. Out: the part that
// has the head, what hangs on it by a preposition, what stands in apposition: each with its items.
import type { Item } from "./items.ts"
import type { Word } from "./words.ts"

export interface Segment {
  readonly from: number
  readonly to: number
  /** How it hangs on what stands before: a preposition, "and", "doing", "," for an apposition; null for the first part. */
  readonly by: string | null
  readonly items: readonly Item[]
  /** Where a personal name begins at its end; `to` when there is none. */
  readonly nameFrom: number
}

const PREPOSITIONS = new Set(
  (
    "of in at from for to on with by against near under over within inside outside around across into between among behind along amid about " +
    "during after before since as via per including like beyond off toward towards without"
  ).split(" "),
)

const CONJUNCTIONS = new Set(["and", "or", "but", "nor", "alongside"])

const CLAUSES = new Set("which that whose where when while because if whom".split(" "))

/** “who was Trump's envoy”: what somebody is, told in a clause. */
const BEING = new Set("is was are were has had be been serves served".split(" "))

/** `nameStarts`: where personal names begin that stand at the end of a part. */
export function segmentsOf(
  words: readonly Word[],
  items: readonly Item[],
  nameStarts: readonly number[] = [],
): readonly Segment[] {
  const segments: Segment[] = []
  const itemFrom = new Map(items.map((item) => [item.from, item]))
  const toSegment = (start: number, to: number, link: string | null): Segment => ({
    from: start,
    to,
    by: link,
    items: items.filter((item) => item.from >= start && item.to <= to),
    nameFrom: nameStarts.find((name) => name >= start && name < to) ?? to,
  })
  let [from, by] = [0, null as string | null]
  const close = (to: number, nextFrom: number, nextBy: string): void => {
    if (to > from) segments.push(toSegment(from, to, by))
    from = nextFrom
    by = to > 0 ? nextBy : by
  }
  for (let at = 0; at < words.length; ) {
    const word = words[at]!
    if (word.isParted && at > from) close(at, at, ",")
    const link = itemFrom.has(at) ? null : (linkAt(words, at) ?? doingAt(words, at, items))
    if (link === CLAUSE) {
      close(at, words.length, "")
      break
    }
    if (link !== null) close(at, at + 1, link)
    at = itemFrom.get(at)?.to ?? at + 1
  }
  close(words.length, words.length, "")
  return segments
}

/** What follows tells what somebody does, not what he is. */
const CLAUSE = "clause"

function linkAt(words: readonly Word[], at: number): string | null {
  const { folded, isCapital } = words[at]!
  if (isCapital) return null
  if (folded === "who") return BEING.has(words[at + 1]?.folded ?? "") ? "," : CLAUSE
  if (CLAUSES.has(folded)) return CLAUSE
  if (PREPOSITIONS.has(folded)) return folded
  return CONJUNCTIONS.has(folded) ? "and" : null
}

/** “scientists *studying* patients”, “people *accused* of crimes”: what follows is no part of the noun. */
function doingAt(words: readonly Word[], at: number, items: readonly Item[]): string | null {
  const { folded, isCapital, isGlued } = words[at]!
  const isVerb = !isCapital && !isGlued && /..(?:ing|ed)$/.test(folded)
  return isVerb && items.some((item) => item.to === at && item.kind === "noun") ? DOING : null
}

const DOING = "doing"
