// Spellings of place names to keys under which they are looked up: capital letters, accents, full stops, apostrophes
// and a leading article make no difference. The table of places was built with the same keys.

/** Letters that Unicode does not take apart into a letter and a mark. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ["ø", "o"],
  ["ß", "ss"],
  ["ł", "l"],
  ["đ", "d"],
  ["ı", "i"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
  ["ð", "d"],
  ["ə", "e"],
])

/** Longer than any place's name; what is longer is cut, so that a text without an end costs nothing. */
const MAX_NAME = 100

/**
 * The key of `name`, of the letters a to z, digits and single spaces: “U.S.” → "us", “Côte d'Ivoire” → "cote divoire",
 * “the Golan Heights” → "golan heights". Empty when nothing of it can be written so.
 */
export function placeKey(name: string): string {
  const plain = name
    .slice(0, MAX_NAME)
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f.'’‘`´ʻʼʿʾ]/g, "")
    .replaceAll("&", " and ")
    .replace(/[øßłđıæœþðə]/g, (letter) => PLAIN.get(letter) ?? letter)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
  return plain.startsWith("the ") ? plain.slice(4) : plain
}

const ARTICLES = ["al", "ar", "as", "ash", "at", "ad", "an", "az", "el"]

const SHORT_WORDS: ReadonlyMap<string, string> = new Map([
  ["st", "saint"],
  ["ste", "sainte"],
  ["mt", "mount"],
  ["ft", "fort"],
  ["pt", "port"],
])

/**
 * Other keys under which a place with this key may stand, likeliest first: "st petersburg" → "saint petersburg",
 * "al raqqa" → "raqqa", "ar raqqa", "raqqah" …: Arabic articles and endings are written in many ways.
 */
export function otherSpellings(key: string): readonly string[] {
  const space = key.indexOf(" ")
  const first = space < 0 ? "" : key.slice(0, space)
  const rest = key.slice(space + 1)
  const long = SHORT_WORDS.get(first)
  if (long !== undefined) return [`${long} ${rest}`]
  for (const [short, word] of SHORT_WORDS) if (first === word) return [`${short} ${rest}`]
  const bare = ARTICLES.includes(first) ? rest : key
  const ending = bare.endsWith("ah") ? bare.slice(0, -1) : `${bare}h`
  const stems = bare.endsWith("a") || bare.endsWith("ah") ? [bare, ending] : [bare]
  return stems
    .flatMap((stem) => [stem, ...ARTICLES.map((article) => `${article} ${stem}`)])
    .filter((spelling) => spelling !== key)
}
