// What sort of character stands at a place: the only questions about Unicode that cutting a text into words asks.

/** `joiner`: adds to the character before it and is never a word alone: combining marks, soft hyphens, zero-width characters. */
export type CharacterKind = "space" | "letter" | "digit" | "joiner" | "emoji" | "other"

const LETTER = /[\p{L}\p{Nl}]/u
const DIGIT = /\p{Nd}/u
const JOINER = /[\p{M}\p{Cf}]/u
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u
const SPACE = /[\s\u0085\0-\u001f\u007f]/

const ASCII: readonly CharacterKind[] = Array.from({ length: 128 }, (_, unit) => kindOfAny(unit))

/** The kind of a code point, lone surrogates included (`other`). */
export function kindOf(codePoint: number): CharacterKind {
  return codePoint < 128 ? ASCII[codePoint]! : kindOfAny(codePoint)
}

function kindOfAny(codePoint: number): CharacterKind {
  const character = String.fromCodePoint(codePoint)
  if (SPACE.test(character)) return "space"
  if (LETTER.test(character)) return "letter"
  if (DIGIT.test(character)) return "digit"
  if (JOINER.test(character)) return "joiner"
  // Signs like © and ™ and # are pictographs to Unicode; only the planes of pictures are meant here.
  if (codePoint >= 0x2600 && EMOJI.test(character)) return "emoji"
  return "other"
}

/** How many UTF-16 units a code point takes. */
export function unitsOf(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1
}

/** ' and ’, and the marks typed in their place: ‘ ` ´ ʼ are left out, they are rarely an apostrophe. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

/** Any hyphen or dash that joins words: - ‐ ‑. */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011
}

/** Is the unit at `at` a letter written large? */
export function isCapital(text: string, at: number): boolean {
  const character = text[at]
  return character !== undefined && character !== character.toLowerCase()
}
