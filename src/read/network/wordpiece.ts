// Words to the pieces that the network knows. In: vocab.txt and a word as printed. Out: piece numbers. Only the
// look-up is done in small letters without accents; the text itself is never changed.

/** A text's pieces, packed. Word `i` has `ids[starts[i]]` up to, not including, `ids[starts[i + 1]]`; at least one. */
export interface Pieces {
  readonly ids: Int32Array
  readonly starts: Int32Array
}

/** Words of a text as places in it; UTF-16 units. */
export interface WordPlaces {
  readonly length: number
  start(index: number): number
  end(index: number): number
}

export interface WordPiece {
  /** Numbers of [CLS] and [SEP]. */
  readonly first: number
  readonly last: number
  /** Pieces of one word: at least one, at most `mostPieces`. */
  ofWord(word: string): readonly number[]
  /** Pieces of every word of a text. Linear. */
  ofWords(words: readonly string[]): Pieces
}

// Forms are kept in two generations: when the younger is full it becomes the older, and what the older held and
// nobody asked for is forgotten. 20,000 forms hold the words of some hundred reports (about 3 MB).
const CACHED_FORMS = 20_000

// Longer words are rare and each a stranger: web addresses, texts without spaces.
const LONGEST_CACHED = 64

// BERT's own limit: a longer stretch without marks is one unknown piece.
const LONGEST_PART = 100

// The first pieces of a word lie in its first 1,200 characters; the rest is room for what cannot be seen.
const LONGEST_READ = 10_000

/**
 * Makes the splitter from the text of vocab.txt (one piece a line, its number is the line's). Words are folded as
 * in training/sayso_training/wordpiece.py. Throws when the vocabulary lacks [UNK], [CLS] or [SEP].
 */
export function wordPiece(vocabulary: string, mostPieces: number): WordPiece {
  const table = readVocabulary(vocabulary)
  let younger = new Map<string, readonly number[]>()
  let older = new Map<string, readonly number[]>()

  function ofWord(word: string): readonly number[] {
    const young = younger.get(word)
    if (young !== undefined) return young
    const old = older.get(word)
    const pieces = old ?? split(word, table, mostPieces)
    if (word.length > LONGEST_CACHED) return pieces
    if (younger.size >= CACHED_FORMS) {
      older = younger
      younger = new Map()
    }
    younger.set(detached(word), pieces)
    return pieces
  }

  function ofWords(words: readonly string[]): Pieces {
    const starts = new Int32Array(words.length + 1)
    let ids = new Int32Array(Math.ceil(words.length * 1.5) + mostPieces)
    let count = 0
    for (let word = 0; word < words.length; word += 1) {
      const pieces = ofWord(words[word]!)
      if (count + pieces.length > ids.length) ids = grown(ids, count + pieces.length)
      for (let piece = 0; piece < pieces.length; piece += 1) ids[count + piece] = pieces[piece]!
      count += pieces.length
      starts[word + 1] = count
    }
    return { ids: ids.subarray(0, count), starts }
  }

  return { first: table.first, last: table.last, ofWord, ofWords }
}

interface Vocabulary {
  /** Pieces that begin a word, and, without their “##”, pieces that go on with one. */
  readonly beginning: ReadonlyMap<string, number>
  readonly continuing: ReadonlyMap<string, number>
  /** UTF-16 units of the longest piece of each sort. */
  readonly longestBeginning: number
  readonly longestContinuing: number
  readonly unknown: number
  readonly first: number
  readonly last: number
}

function readVocabulary(text: string): Vocabulary {
  const beginning = new Map<string, number>()
  const continuing = new Map<string, number>()
  let longestBeginning = 0
  let longestContinuing = 0
  const lines = text.split(/\r?\n/)
  for (const [id, line] of lines.entries()) {
    if (line === "") continue
    if (line.startsWith("##") && line.length > 2) {
      continuing.set(line.slice(2), id)
      longestContinuing = Math.max(longestContinuing, line.length - 2)
    } else {
      beginning.set(line, id)
      longestBeginning = Math.max(longestBeginning, line.length)
    }
  }
  const special = (name: string): number => {
    const id = beginning.get(name)
    if (id === undefined) throw new Error(`The vocabulary has no ${name}.`)
    return id
  }
  return {
    beginning,
    continuing,
    longestBeginning,
    longestContinuing,
    unknown: special("[UNK]"),
    first: special("[CLS]"),
    last: special("[SEP]"),
  }
}

function split(word: string, vocabulary: Vocabulary, mostPieces: number): readonly number[] {
  const folded = fold(word.length > LONGEST_READ ? word.slice(0, LONGEST_READ) : word)
  const pieces: number[] = []
  let partStart = 0
  let at = 0
  // “S-300” is three parts: “s”, “-”, “300”. Marks and Chinese characters stand alone.
  while (at < folded.length && pieces.length < mostPieces) {
    const codePoint = folded.codePointAt(at)!
    const next = at + (codePoint > 0xffff ? 2 : 1)
    const space = isSpace(codePoint)
    if (space || standsAlone(codePoint)) {
      if (at > partStart) addPart(folded.slice(partStart, at), vocabulary, pieces)
      if (!space) addPart(folded.slice(at, next), vocabulary, pieces)
      partStart = next
    }
    at = next
  }
  if (partStart < at && pieces.length < mostPieces) addPart(folded.slice(partStart, at), vocabulary, pieces)
  if (pieces.length === 0) pieces.push(vocabulary.unknown)
  if (pieces.length > mostPieces) pieces.length = mostPieces
  return pieces
}

/** The longest known piece first, then the longest that goes on, … A part that cannot be spelled so is one unknown piece. */
function addPart(part: string, vocabulary: Vocabulary, pieces: number[]): void {
  const before = pieces.length
  if (part.length > LONGEST_PART && codePointLength(part) > LONGEST_PART) {
    pieces.push(vocabulary.unknown)
    return
  }
  let at = 0
  while (at < part.length) {
    const table = at === 0 ? vocabulary.beginning : vocabulary.continuing
    const longest = at === 0 ? vocabulary.longestBeginning : vocabulary.longestContinuing
    let end = Math.min(part.length, at + longest)
    let id: number | undefined
    while (end > at) {
      id = table.get(part.slice(at, end))
      if (id !== undefined) break
      end -= 1
    }
    if (id === undefined) {
      pieces.length = before
      pieces.push(vocabulary.unknown)
      return
    }
    pieces.push(id)
    at = end
  }
}

const PLAIN = /^[\x20-\x7e]*$/
const DROPPED = /[\p{Mn}\p{Cc}\p{Cf}\ufffd]/gu
const TYPOGRAPHIC = /[“”„«»‘’‚‹›–—‐‑−…]/g
const STRAIGHT: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‹": "'",
  "›": "'",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "−": "-",
  "…": "...",
}

/** “Müller’s” → "muller's". */
function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  return word
    .replace(TYPOGRAPHIC, (mark) => STRAIGHT[mark]!)
    .toLowerCase()
    .normalize("NFD")
    .replace(DROPPED, "")
}

const MARK = /\p{P}/u
const SPACE = /\s/

function standsAlone(codePoint: number): boolean {
  if (codePoint < 128) {
    return (
      (codePoint >= 33 && codePoint <= 47) ||
      (codePoint >= 58 && codePoint <= 64) ||
      (codePoint >= 91 && codePoint <= 96) ||
      (codePoint >= 123 && codePoint <= 126)
    )
  }
  return isChinese(codePoint) || MARK.test(String.fromCodePoint(codePoint))
}

function isChinese(codePoint: number): boolean {
  return (
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0x20000 && codePoint <= 0x2ceaf) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x2f800 && codePoint <= 0x2fa1f)
  )
}

function isSpace(codePoint: number): boolean {
  return codePoint === 32 || (codePoint > 127 && SPACE.test(String.fromCodePoint(codePoint)))
}

function codePointLength(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** The same characters in a string of their own: a slice kept as a key would keep its whole report in memory. */
function detached(word: string): string {
  // Engines copy slices this short anyway.
  return word.length < 13 ? word : ` ${word}`.slice(1)
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, least))
  larger.set(array)
  return larger
}
