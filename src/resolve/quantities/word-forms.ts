// Forms of English words, made by rule: so that units have one name each, whatever the network makes of a rare word.
// “studies” → "study", “children” → "child"; "stab" → stabs, stabbed, stabbing.

const IRREGULAR_SINGULARS: ReadonlyMap<string, string> = new Map([
  ["people", "people"],
  ["children", "child"],
  ["schoolchildren", "schoolchild"],
  ["grandchildren", "grandchild"],
  ["lives", "life"],
  ["wives", "wife"],
  ["knives", "knife"],
  ["halves", "half"],
  ["thieves", "thief"],
  ["wolves", "wolf"],
  ["leaves", "leaf"],
  ["feet", "foot"],
  ["teeth", "tooth"],
  ["mice", "mouse"],
  ["geese", "goose"],
  ["oxen", "ox"],
  ["movies", "movie"],
  ["ties", "tie"],
  ["pies", "pie"],
  ["cookies", "cookie"],
  ["calories", "calorie"],
  ["zombies", "zombie"],
  ["crises", "crisis"],
  ["analyses", "analysis"],
  ["bases", "base"],
  ["buses", "bus"],
  ["viruses", "virus"],
  ["campuses", "campus"],
  ["statuses", "status"],
  ["caucuses", "caucus"],
  ["bonuses", "bonus"],
  ["series", "series"],
  ["species", "species"],
  ["personnel", "personnel"],
  ["police", "police"],
  ["headquarters", "headquarters"],
  ["aircraft", "aircraft"],
])

/** The singular of a plural noun, lower case; a word that is no regular plural as it stands. */
export function singularOf(plural: string): string {
  const word = plural.toLowerCase()
  const irregular = IRREGULAR_SINGULARS.get(word)
  if (irregular !== undefined) return irregular
  // “firemen”, “policewomen”
  if (word.endsWith("men")) return word.replace(/men$/, "man")
  if (/[^aeiou]ies$/.test(word)) return word.replace(/ies$/, "y")
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2)
  if (/(?:o)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word
}

// Verbs of one syllable that double their last letter, and those that change.
const DOUBLING = new Set(["stab", "kidnap", "expel", "trap", "rob", "strip"])
const IRREGULAR_PASTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["shoot", ["shot"]],
  ["slay", ["slew", "slain"]],
  ["hurt", ["hurt"]],
  ["free", ["freed"]],
])

/** All forms of a verb that its base form gives: “kill”, “kills”, “killed”, “killing”. */
export function formsOfVerb(base: string): readonly string[] {
  const third = /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`
  const stem = DOUBLING.has(base) ? `${base}${base.at(-1)}` : base.replace(/e$/, "")
  const pasts = IRREGULAR_PASTS.get(base) ?? [`${stem}ed`]
  const progressive = base.endsWith("ie") ? `${base.slice(0, -2)}ying` : `${stem}ing`
  return [base, third, ...pasts, progressive]
}

/**
 * The table that `text` writes as “killed: kill murder; injured: injure hurt”: from each form that `formsOf` gives to
 * the name before the colon.
 */
export function formTable(
  text: string,
  formsOf: (base: string) => readonly string[] = (base) => [base],
): ReadonlyMap<string, string> {
  return new Map(
    text.split("; ").flatMap((row) => {
      const [name, bases] = row.split(": ")
      return bases!.split(" ").flatMap((base) => formsOf(base).map((form) => [form, name!] as const))
    }),
  )
}
