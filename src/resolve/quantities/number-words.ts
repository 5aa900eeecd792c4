// The words that numbers are made of.

/** “seven”, “seventeen”: what stands alone or after a ten. */
export const SMALL: ReadonlyMap<string, number> = numbered(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  (index) => index,
)

/** “twenty”, which takes a small one after it. */
export const TENS: ReadonlyMap<string, number> = numbered(
  "twenty thirty forty fifty sixty seventy eighty ninety",
  (index) => (index + 2) * 10,
)

/** “million”, which multiplies what stands before it. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["dozen", 12],
])

/** Scales written short after digits: “$2.6bn”. A bare “m” is a million only where it cannot be a metre. */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 1000],
  ["mn", 1e6],
  ["mln", 1e6],
  ["bn", 1e9],
  ["bln", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
])

/** “dozens of people”: two of them is the least that the word can mean. */
export const VAGUE_SCALES: ReadonlyMap<string, number> = new Map([
  ["dozens", 12],
  ["scores", 20],
  ["hundreds", 100],
  ["thousands", 1000],
  ["millions", 1e6],
  ["billions", 1e9],
  ["trillions", 1e12],
])

/** “several people”, “several thousand”: two is the least they can mean. */
export const VAGUE_COUNTS: ReadonlySet<string> = new Set(["several", "multiple"])

/** What a whole is parted into: “a third of”, “two-thirds”. “Half” has its own rules. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["third", 3],
  ["thirds", 3],
  ["quarter", 4],
  ["quarters", 4],
  ["fourth", 4],
  ["fourths", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["sixth", 6],
  ["sixths", 6],
  ["seventh", 7],
  ["sevenths", 7],
  ["eighth", 8],
  ["eighths", 8],
  ["ninth", 9],
  ["ninths", 9],
  ["tenth", 10],
  ["tenths", 10],
])

/** Written as one character: “2½”. */
export const FRACTION_SIGNS: ReadonlyMap<string, number> = new Map([
  ["¼", 0.25],
  ["½", 0.5],
  ["¾", 0.75],
  ["⅓", 0.333],
  ["⅔", 0.667],
])

function numbered(words: string, toNumber: (index: number) => number): ReadonlyMap<string, number> {
  return new Map(words.split(" ").map((word, index) => [word, toNumber(index)]))
}
