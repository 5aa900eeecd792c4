// Pronouns of English, by what they tell of the one they stand for. In: a word. Out: person, number, gender, use.

export type PronounUse = "personal" | "possessive" | "reflexive" | "demonstrative" | "relative" | "indefinite"

export interface Pronoun {
  readonly use: PronounUse
  readonly person: 1 | 2 | 3
  /** Null where it may be either: “you”, “who”. */
  readonly number: "singular" | "plural" | null
  /** "thing": no person (“it”). Null where it does not tell. */
  readonly gender: "man" | "woman" | "thing" | null
}

/** What `word` tells as a pronoun; null when it is none. “WHO” and “US” in capitals are none: they are names mostly. */
export function pronounOf(word: string): Pronoun | null {
  if (/^(?:WHO|US|IT)$/.test(word)) return null
  return PRONOUNS.get(word.toLowerCase()) ?? null
}

type Row = readonly [words: string, person: 1 | 2 | 3, number: Pronoun["number"], gender: Pronoun["gender"]]

const ROWS: Readonly<Record<PronounUse, readonly Row[]>> = {
  personal: [
    ["i me", 1, "singular", null],
    ["we us", 1, "plural", null],
    ["you", 2, null, null],
    ["he him", 3, "singular", "man"],
    ["she", 3, "singular", "woman"],
    ["it", 3, "singular", "thing"],
    ["they them 'em", 3, "plural", null],
  ],
  possessive: [
    ["my mine", 1, "singular", null],
    ["our ours", 1, "plural", null],
    ["your yours", 2, null, null],
    ["his", 3, "singular", "man"],
    // “saw her”, “her car”: the same person either way.
    ["her hers", 3, "singular", "woman"],
    ["its", 3, "singular", "thing"],
    ["their theirs", 3, "plural", null],
  ],
  reflexive: [
    ["myself", 1, "singular", null],
    ["ourselves", 1, "plural", null],
    ["yourself yourselves", 2, null, null],
    ["himself", 3, "singular", "man"],
    ["herself", 3, "singular", "woman"],
    ["itself", 3, "singular", "thing"],
    ["themselves", 3, "plural", null],
  ],
  demonstrative: [
    ["this that", 3, "singular", null],
    ["these those", 3, "plural", null],
  ],
  relative: [["who whom whose which", 3, null, null]],
  indefinite: [
    [
      "one someone somebody anyone anybody everyone everybody nobody another each either neither",
      3,
      "singular",
      null,
    ],
    ["many some others both few several all most none", 3, "plural", null],
  ],
}

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map(
  (Object.keys(ROWS) as PronounUse[]).flatMap((use) =>
    ROWS[use].flatMap(([words, person, number, gender]) =>
      words.split(" ").map((word): [string, Pronoun] => [word, { use, person, number, gender }]),
    ),
  ),
)
