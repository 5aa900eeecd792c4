// Names as they are compared: without accents, capitals, dots. In: a name as printed. Out: its words, folded.

/** Letters that no accent can be taken from. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ə: "a",
}

/** Words that give no letter to the initials of a name: “of”, “and the”. */
export const SMALL_WORDS: ReadonlySet<string> = new Set("of and the for in on de la to a an".split(" "))

/**
 * “Mevlüt Çavuşoğlu” → "mevlut cavusoglu", “al-Assad” → "al assad", “U.S.” → "us", “Sana'a” → "sanaa". Letters of
 * other scripts stay. Empty when there is neither letter nor digit.
 */
export function foldName(name: string): string {
  // Most words of a report are plain already.
  if (/^[a-z]+$/.test(name)) return name
  if (/^[\x20-\x7e]+$/.test(name)) return foldPlain(name.toLowerCase())
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđðþßæœıə]/g, (letter) => LETTERS[letter]!)
    .replace(/[.'’‘ʻʼ`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/** Without accents there is less to do. */
function foldPlain(name: string): string {
  return name
    .replace(/[.'`]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
}

/** A folded personal name with its last word first, as a telephone book has it: "lavrov sergey". */
export function surnameFirst(folded: string): string {
  const cut = folded.lastIndexOf(" ")
  return cut < 0 ? folded : `${folded.slice(cut + 1)} ${folded.slice(0, cut)}`
}
