// What the words of names look like, and those that look so and are none. In: a word. Out: yes or no.
import { baseForms, NO_IRREGULAR } from "./base-forms.ts"
import type { BaseWords } from "./base-words.ts"

/** Which part of a person's name, and whether a given name or a title introduces it: else it is “bare”. */
export type PersonPart = "given" | "surname" | "bare given" | "bare surname"

/** “Lavrov”, “O'Neill”, “McConnell”, “al-Assad”; not “NATO”, “I”, “3rd”. */
export function isNameLike(word: string): boolean {
  return /^(?:al-)?\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*$/u.test(word)
}

/** “President”, “Mr”. */
export function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase())
}

/** “Ministry”, with a capital; “the city” after a name is not part of it. */
export function isPlaceWord(word: string): boolean {
  return /^\p{Lu}/u.test(word) && PLACE_WORDS.has(word.toLowerCase())
}

/** “de”, “bin”: within names. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase())
}

/** Whether a name goes on here behind a hyphen, “Chol-su”, “Jae-in”; not “Moscow-led”, “Boston-area”. */
export function goesOnBehindHyphen(words: readonly string[], index: number): boolean {
  const next = words[index + 1] ?? ""
  return (
    words[index] === "-" && /^\p{Ll}{2,5}$/u.test(next) && !next.endsWith("ed") && !BEHIND_NAMES.has(next)
  )
}

/** “April”, “However”: given names, and far more often other words. */
export function isOtherWord(word: string): boolean {
  return OTHER_WORDS.has(word)
}

/** A word in its base form besides: “Hunter”, “Mark”. */
export function isCommon(word: string, baseWords: BaseWords): boolean {
  const lower = word.toLowerCase()
  return baseWords.nouns.has(lower) || baseWords.verbs.has(lower)
}

/** A word in any form besides: “Officials”, “Confirmed”. */
export function isInflected(word: string, baseWords: BaseWords): boolean {
  const isVerb = baseForms(word, "VBD", null, NO_IRREGULAR).some((base) => baseWords.verbs.has(base))
  return isVerb || baseForms(word, "NNS", null, NO_IRREGULAR).some((base) => baseWords.nouns.has(base))
}

// At the beginning of a sentence, and days.
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
    "spokesperson envoy swami maulana mufti mullah guru rev reverend commissioner executive speaker director chairman leader lawyer attorney candidate officer"
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
    "hurricane storm typhoon cyclone advisory affairs security defense defence justice health education trade treasury interior foreign prime deputy vice attorney assembly congress parliament senate"
  ).split(" "),
)

// “Trump-era”, “Iran-led”.
const BEHIND_NAMES = new Set(
  "area based born bound era held led like made only own owned run style type wide win free built side trade aid deal war tie ties peace talks".split(
    " ",
  ),
)

const PARTICLES = new Set(
  "de da do dos das del della di van von der den bin ibn al el abu ben la le du y e".split(" "),
)
