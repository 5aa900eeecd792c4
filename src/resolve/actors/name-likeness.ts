// How alike two spellings of a personal name are. In: two folded names. Out: 3 the same, 2 the same surname and a
// given name that may be the same, 1 the surname alone, 0 another.

/** “Bashar al-Assad”, “Bashar Assad”. */
const PARTICLES = new Set(
  "al el ul bin ibn bint ben de del della di da do dos du la le van von der den ter ten".split(" "),
)

/** Both names must end in the same word, or the one be the first word of the other: “Xi”. */
export function likenessOf(one: string, other: string): 0 | 1 | 2 | 3 {
  if (one === other) return 3
  const [a, b] = [core(one), core(other)]
  // “Ali” is no “Ben Ali”.
  if (a.length > 1 && a.join(" ") === b.join(" ")) return 3
  // “Vladimir V. Putin”: an initial that only one of them has.
  const [bareA, bareB] = [withoutInitials(a), withoutInitials(b)]
  const isOneBare = bareA.length === a.length || bareB.length === b.length
  if (isOneBare && bareA.length > 1 && bareA.join(" ") === bareB.join(" ")) return 3
  if (a.length === 1) return a[0] === b.at(-1) || a[0] === b[0] ? 1 : 0
  if (b.length === 1) return 0
  if (a.at(-1) !== b.at(-1)) return 0
  // “Volodymyr Oleksandrovych Zelenskyy”: names between the first and the last may be left out.
  if (a[0] === b[0]) return 2
  return mayBeSame(a[0]!, b[0]!) ? 2 : 0
}

function withoutInitials(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => word.length > 1 || index === 0)
}

function core(name: string): readonly string[] {
  const words = name.split(" ")
  const kept = words.filter((word) => !PARTICLES.has(word))
  return kept.length === 0 ? words : kept
}

/** “Sergei” and “Sergey”, “J” and “John”, “Mohammed” and “Muhammad”, “Alex” and “Alexander”. */
function mayBeSame(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length === 1 || (short.length >= 3 && long.startsWith(short))) return long.startsWith(short)
  return short.length >= 5 && short[0] === long[0] && distance(short, long) <= 2
}

/** Levenshtein's; names are short, and longer ones are cut. */
function distance(one: string, other: string): number {
  const [a, b] = [one.slice(0, 24), other.slice(0, 24)]
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
