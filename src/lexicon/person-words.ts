// Which words of a report are names of persons, before anything else is known of it. In: its words. Out: given names and
// surnames. Sure cases only: a given name with what follows it, a title with what follows it, and those surnames
// wherever else they stand. A name that is missed is seen as it stands.
import type { BaseWords } from "./base-words.ts"
import type { GivenNames } from "./given-names.ts"

/** Which part of a name, and whether a given name or a title introduces it: else it is “bare”. */
export type PersonPart = "given" | "surname" | "bare given" | "bare surname"

export interface PersonWordNeeds {
  readonly givenNames: GivenNames
  readonly baseWords: BaseWords
  /** Whether a word is the name of a country, party or the like: “India” is a given name too. */
  readonly isName: (word: string) => boolean
  /**
   * Whether a word is known for the surname of somebody in the news and for no place; one that is a common word too only
   * of those in the greatest offices: “Trump”.
   */
  readonly isSurname: (word: string, isCommon: boolean) => boolean
}

interface Asked extends PersonWordNeeds {
  /** Whether a word may be somebody's name with nobody introducing it; looked up once a report. */
  readonly isBare: (word: string) => boolean
}

/** By the word's index. Linear. */
export function personWords(
  words: readonly string[],
  tables: PersonWordNeeds,
): ReadonlyMap<number, PersonPart> {
  const bare = new Map<string, boolean>()
  const isBare = (word: string): boolean => {
    const known = bare.get(word) ?? tables.isSurname(word, isCommon(word, tables))
    bare.set(word, known)
    return known
  }
  const needs: Asked = { ...tables, isBare }
  const found = new Map<number, PersonPart>()
  const alone = new Map<string, PersonPart>()
  for (let index = 0; index < words.length; index += 1) {
    const first = beginning(words, index, needs)
    if (first === null) continue
    const end = endOfName(words, index, needs)
    if (
      first === "bare"
        ? !isBareName(words, { from: index, to: end }, needs)
        : end - index === 1 && first === "given"
    )
      continue
    if (isPlaceWord(words[end] ?? "") || hasPlaceWord(words, index, end)) {
      index = end
      continue
    }
    for (let word = index; word < end; word += 1) {
      if (!isNameLike(words[word]!)) continue
      const isSurname = word === end - 1
      const part: PersonPart = `${first === "bare" ? "bare " : ""}${isSurname ? "surname" : "given"}`
      found.set(word, part)
      if (isSurname && !(first === "bare" && alone.has(words[word]!))) alone.set(words[word]!, part)
      else if (!alone.has(words[word]!) && !isCommon(words[word]!, needs)) alone.set(words[word]!, part)
    }
    index = end - 1
  }
  for (const [index, word] of words.entries()) {
    const part = alone.get(word)
    const isOpen = !found.has(index) || found.get(index) === "bare surname"
    if (part !== undefined && isOpen && !OTHER_WORDS.has(word)) found.set(index, part)
  }
  return found
}

// Given names, and far more often other words: at the beginning of a sentence, and days.
const OTHER_WORDS = new Set(
  (
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday " +
    "The A An We He She It They I You This That These Those There Here What Who When Where Why How If As Not No Yes And But Or For With From By In On At To Of Off " +
    "Although Though Unless Upon Within Without Around Along Among Amongst Against About Above Across Beneath Beside Besides Between Beyond Despite Unlike Toward Towards " +
    "However Nevertheless Nonetheless Therefore Furthermore Together Throughout Below Several Regardless Meanwhile Moreover Otherwise Instead Indeed Afterwards Thus Hence Perhaps Maybe Rather Sometimes Somehow Often Soon Once Twice Already Almost " +
    "Always Never Ever Later Earlier Other Others Another Any Some Such Same Each Every Both Either Neither Whether Whatever Whenever Whose Whom Which Because So Very Only Just Even " +
    "Still Yet Like Your Mine Ours Theirs Nobody Nothing Everyone Everything Someone Something Anyone Anything Could Would Should Might Must Shall Being Been Having Known " +
    "Out Up Over Under After Before While Since Until Again Then Now Also Will Can May Said Says Is Are Was Were Be Has Have Had Do Does Did My His Her Our Their Its"
  ).split(" "),
)

const TITLES = new Set(
  (
    "president chancellor premier minister secretary senator sen rep representative congressman congresswoman governor gov mayor " +
    "ambassador judge justice mr mrs ms dr sir lord lady professor prof general gen colonel col lieutenant lt captain capt major maj " +
    "sergeant sgt admiral brigadier bishop archbishop cardinal rabbi imam ayatollah sheikh emir pope king queen prince princess spokesman spokeswoman " +
    "spokesperson envoy commissioner executive speaker director chairman leader lawyer attorney candidate officer"
  ).split(" "),
)

// What a name of a place or body, and no person's, begins or goes on with: “San Antonio”, “Johns Hopkins University”.
const PLACE_WORDS = new Set(
  (
    "san santa são saint st. st new los las el port fort mount lake north south east west northern southern eastern western central upper lower great " +
    "university college school institute foundation hospital airport street avenue road park square bridge river island islands county city town " +
    "province state states district church cathedral prize award cup stadium center centre company inc inc. corp corp. ltd ltd. group party act " +
    "times post news herald tribune journal today daily press agency house court council committee commission ministry department office bank " +
    "airlines motors day league club united association union force forces army navy police bay valley beach hill hills springs creek canyon desert sea ocean " +
    "mall point grand royal area society career test technology partners partner mosque academy military museum mission studio studios universe show network business vote " +
    "championship championships organisation organization presidents commissioners investment pharmaceutical pharmaceuticals super supreme clinic family peninsula cup open games " +
    "research science sciences engineering international national federal global world human rights republic kingdom empire sultan sultanate islamic project " +
    "affairs security defense defence justice health education trade treasury interior foreign prime deputy vice attorney assembly congress parliament senate"
  ).split(" "),
)

const PARTICLES = new Set(
  "de da do dos das del della di van von der den bin ibn al el abu ben la le du y e".split(" "),
)

function beginning(
  words: readonly string[],
  index: number,
  needs: Asked,
): "given" | "titled" | "bare" | null {
  const { givenNames, baseWords, isName } = needs
  const word = words[index]!
  if (!isNameLike(word) || isPlaceWord(word) || isTitle(word)) return null
  const next = words[index + 1] ?? ""
  // “Israel Katz”
  if (
    isName(word) &&
    !(givenNames.has(word.toLowerCase()) && isNameLike(next) && !isName(next) && needs.isSurname(next, true))
  )
    return null
  const before = (words[index - 1] ?? "").replace(/\.$/, "")
  // “prime minister Aksoy”, but “the officer Monday”.
  const isTitled =
    isTitle(before) && (/^\p{Lu}/u.test(before) || !(isCommon(word, { baseWords }) || OTHER_WORDS.has(word)))
  // “President Trump met”; in the headline “President Rules Out Talks” the next word has a capital too.
  if (isTitled && (!isCommon(word, { baseWords }) || !/^\p{Lu}/u.test(words[index + 1] ?? "")))
    return "titled"
  if (isName(`${word} ${words[index + 1] ?? ""}`) || isName(`${words[index - 1] ?? ""} ${word}`)) return null
  // “police commander Said Juma”: within a sentence a capital makes it a name.
  if (word === "Said" && /^\p{Ll}+$/u.test(before) && isNameLike(next)) return "given"
  const isOther = OTHER_WORDS.has(word) || PARTICLES.has(word.toLowerCase())
  if (isOther) return null
  if (givenNames.has(word.toLowerCase())) return "given"
  return needs.isBare(word) ? "bare" : null
}

// “Staffan de Mistura”, “John F. Kennedy”: names, initials, and particles before another name; at most six words, the last of them a name.
function endOfName(words: readonly string[], from: number, { givenNames, isName }: PersonWordNeeds): number {
  const isGiven = (word: string): boolean => givenNames.has(word.toLowerCase()) && isNameLike(word)
  let end = from + 1
  for (let index = from + 1; index < words.length && index < from + 6; index += 1) {
    const word = words[index]!
    if (isName(word) || isPlaceWord(word) || isTitle(word)) break
    if (OTHER_WORDS.has(word) && word !== "May") break
    // “Debra Perlingiere Priscilla, please …”: the next name begins; “Mary Jane Watson” is one.
    if (isGiven(word) && end === index && !isGiven(words[index - 1]!)) break
    if (isNameLike(word)) end = index + 1
    else if (!/^\p{Lu}\.?$/u.test(word) && !PARTICLES.has(word.toLowerCase())) break
  }
  return end
}

/** Nobody introduces them, and neither before nor behind them is another name: “Lavrov said”, not “Lavrov Tower” nor “Staffan de Mistura”. */
function isBareName(
  words: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
  { givenNames, isBare }: Asked,
): boolean {
  const isPartOfName = (word = ""): boolean => word === "-" || PARTICLES.has(word) || isNameLike(word)
  if (isPartOfName(words[from - 1]) || isPartOfName(words[to])) return false
  return words.slice(from, to).every((word) => givenNames.has(word.toLowerCase()) || isBare(word))
}

/** In the name or right before it. */
function hasPlaceWord(words: readonly string[], from: number, end: number): boolean {
  return words.slice(Math.max(0, from - 1), end).some((word) => isPlaceWord(word) && !isTitle(word))
}

function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase())
}

// “Ministry”, with a capital; “the city” after a name is not part of it.
function isPlaceWord(word: string): boolean {
  return /^\p{Lu}/u.test(word) && PLACE_WORDS.has(word.toLowerCase())
}

function isCommon(word: string, { baseWords }: Pick<PersonWordNeeds, "baseWords">): boolean {
  const lower = word.toLowerCase()
  return baseWords.nouns.has(lower) || baseWords.verbs.has(lower)
}

// “Lavrov”, “O'Neill”, “McConnell”, “al-Assad”; not “NATO”, “I”, “3rd”.
function isNameLike(word: string): boolean {
  return /^(?:al-)?\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*$/u.test(word)
}
