// A text in, its words out, cut the way the English UD treebanks (EWT, GUM 2.16) cut theirs. One pass from left
// to right with a bounded look ahead, so that a text of any shape takes time in proportion to its length.
import { isApostrophe, isCapital, isHyphen, kindOf, unitsOf } from "./characters.ts"
import {
  ABBREVIATIONS,
  ABBREVIATIONS_BEFORE_NUMBERS,
  AFTER_IT_IS,
  APOSTROPHE_WORDS,
  FILE_ENDINGS,
  FUSED,
  NEGATIONS,
  PREFIXES,
  TOP_DOMAINS,
  UNITS,
} from "./word-lists.ts"
import { type Words, WordsBuilder } from "./words.ts"

/**
 * Cuts `text` into words: do|n’t, Lavrov|’s, well|-|known, $|5, 3.5|%, U.S., Gen., 10:30.
 *
 * Offsets are UTF-16 code units. Words do not overlap, hold no white space, and cover every other character of
 * the text, whatever it is. Never throws. Linear.
 */
export function tokenize(text: string): Words {
  const words = new WordsBuilder()
  let at = 0
  // Up to here the text was looked at for addresses already.
  let addressesSeenTo = 0
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!
    const kind = kindOf(codePoint)
    if (kind === "space") {
      at += 1
      continue
    }
    if (
      at >= addressesSeenTo &&
      (kind === "letter" || kind === "digit" || text[at] === "." || text[at] === "_")
    ) {
      const address = addressAt(text, at)
      if (address.matches) {
        words.add(at, address.end)
        at = address.end
        addressesSeenTo = at
        continue
      }
      addressesSeenTo = address.end
    }
    const end =
      kind === "letter" || kind === "digit" || kind === "joiner"
        ? endOfWord(text, at)
        : endOfMark(text, at, codePoint)
    if (kind === "letter" || kind === "digit" || kind === "joiner") addParts(words, text, at, end)
    else words.add(at, end)
    at = end
  }
  return words.finish()
}

// --- Addresses: http://…, name@place.org, place.org, paper.doc ---

const ADDRESS_STARTS = ["http://", "https://", "ftp://", "www.", "mailto:"]

interface Address {
  readonly matches: boolean
  /** Where the address ends; when none is here, how far the text was looked at. */
  readonly end: number
}

function addressAt(text: string, start: number): Address {
  const head = text.slice(start, start + 8).toLowerCase()
  if (ADDRESS_STARTS.some((prefix) => head.startsWith(prefix))) {
    return { matches: true, end: endOfAddress(text, start) }
  }
  let end = start
  let ats = 0
  let points = 0
  while (end < text.length && isAddressUnit(text.charCodeAt(end))) {
    if (text[end] === "@") ats += 1
    if (text[end] === ".") points += 1
    end += 1
  }
  const seen = end
  while (end > start && /[.,\-_%+]/.test(text[end - 1]!)) end -= 1
  // 300: no address of a page or a person is longer, and what stands here must not be copied many times.
  if ((points === 0 && ats === 0) || end - start > 300) return { matches: false, end: seen }
  const run = text.slice(start, end).toLowerCase()
  const last = run.slice(run.lastIndexOf(".") + 1)
  // Within an office people write “name@PLACE”.
  if (ats === 1 && /^[^@]+@[^@.]+(?:\.[^@.]+)*$/.test(run)) return { matches: true, end }
  if (ats === 0 && run.lastIndexOf(".") >= 0 && !run.includes("..")) {
    if (FILE_ENDINGS.has(last)) return { matches: true, end }
    // comp.sources.unix
    if (/^[a-z]{2,}(?:\.[a-z]{2,}){2,}$/.test(text.slice(start, end))) return { matches: true, end }
    if (TOP_DOMAINS.has(last) && /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(run) && run.length - last.length > 2) {
      return { matches: true, end: text[end] === "/" ? endOfAddress(text, start) : end }
    }
  }
  return { matches: false, end: seen }
}

function isAddressUnit(unit: number): boolean {
  if (unit === 0x40 || unit === 0x2e || unit === 0x5f || unit === 0x2d || unit === 0x2b || unit === 0x25)
    return true
  return unit < 128 && (kindOf(unit) === "letter" || kindOf(unit) === "digit")
}

function endOfAddress(text: string, start: number): number {
  let end = start
  while (end < text.length && kindOf(text.charCodeAt(end)) !== "space" && !/[<>"“”«»)\]}]/.test(text[end]!))
    end += 1
  while (end > start + 1 && /[.,;:!?'’*]/.test(text[end - 1]!)) end -= 1
  return end
}

// --- Words ---

/** End of the letters and digits that begin at `at`, with the marks that belong inside: 3.5, U.S., o’clock, 9/11. */
function endOfWord(text: string, start: number): number {
  let at = start
  // Start of the stretch since the last point or hyphen, to see "U" in "U.S." and "pro" in "pro-Beijing".
  let part = start
  let dotted = false
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!
    const kind = kindOf(codePoint)
    if (kind === "letter" || kind === "digit" || kind === "joiner" || codePoint === 0x5f) {
      at += unitsOf(codePoint)
      continue
    }
    const next = at + 1 < text.length ? kindOf(text.codePointAt(at + 1)!) : "space"
    const inNumber = next === "digit" && kindOf(text.charCodeAt(at - 1)) === "digit"
    const mark = text[at]!
    if (mark === ".") {
      if (inNumber && startsWithDigit(text, part)) {
        at += 1
        continue
      }
      // "U.S.", "a.m.", "Ph.D.": single letters with a point after each.
      if (next === "letter" && isInitial(text, part, at) && !isLetterAt(text, at + 2)) {
        dotted = true
        part = at + 1
        at += 1
        continue
      }
      return keepsPoint(text, start, part, at, dotted) ? at + 1 : at
    }
    if (mark === "!" && next !== "other" && text.slice(start, at) === "Yahoo") return at + 1
    if ((mark === "," || mark === ":") && inNumber && isNumberJoint(text, at, mark)) {
      at += 1
      continue
    }
    if (mark === "/" && next !== "space" && isSlashJoint(text, part, at)) {
      at += 1
      continue
    }
    if (isApostrophe(codePoint) && next === "letter" && kindOf(text.charCodeAt(at - 1)) !== "other") {
      at += 1
      continue
    }
    if (
      isHyphen(codePoint) &&
      (next === "letter" || next === "digit") &&
      isHyphenJoint(text, start, part, at)
    ) {
      part = at + 1
      at += 1
      continue
    }
    // “th- they said”
    if (isHyphen(codePoint) && next === "space" && isBrokenOff(text, start, at)) return at + 1
    if (
      mark === "&" &&
      next === "letter" &&
      isCapital(text, at - 1) &&
      isCapital(text, at + 1) &&
      at - part <= 2
    ) {
      at += 1
      continue
    }
    return at
  }
  return at
}

function isInitial(text: string, part: number, at: number): boolean {
  return at - part === 1 || (at - part === 2 && text.slice(part, at) === "Ph")
}

/** Does the point at `at` belong to the word before it? Not when an ellipsis begins there: “and so on ...”. */
function keepsPoint(text: string, start: number, part: number, at: number, dotted: boolean): boolean {
  // Two points after "D.C." are its own and the sentence's; any other row of points is an ellipsis.
  if (text[at + 1] === "." && (text[at + 2] === "." || !dotted)) return false
  const length = at - start
  if (dotted && at - part === 1) return !(endsDay(text, start, at) && endsSentence(text, at + 1))
  if (length > 8) return false
  const word = text.slice(start, at)
  const lower = word.toLowerCase()
  if (length === 1 && isCapital(text, start)) return word !== "I"
  if (SPLIT_AT_END.has(lower)) return !endsSentence(text, at + 1)
  if (ABBREVIATIONS.has(lower)) return !AMBIGUOUS.has(lower) || continuesAfter(text, at + 1, word)
  if (ABBREVIATIONS_BEFORE_NUMBERS.has(lower))
    return kindOf(text.charCodeAt(skipSpace(text, at + 1)) || 32) === "digit"
  // "1. Open the door": a number that counts a line.
  return length <= 2 && startsWithDigit(text, start) && isLineStart(text, start) && text[at + 1] === " "
}

/** Abbreviations that are also whole words, at home at a sentence's end: “sat.”, “the sun.”. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  "mar jun sun sat wed fig ill ind mass miss ore wash del co ed ch ill la ga pa va st est det gens sec cos art".split(
    " ",
  ),
)

function continuesAfter(text: string, at: number, word: string): boolean {
  if (word === word.toLowerCase() || word === word.toUpperCase()) return false
  const next = skipSpace(text, at)
  return next < text.length && next <= at + 2
}

function skipSpace(text: string, at: number): number {
  // Two are enough: a word further off does not belong to the abbreviation.
  let next = at
  while (next < text.length && next < at + 2 && kindOf(text.charCodeAt(next)) === "space") next += 1
  return next
}

function isLineStart(text: string, start: number): boolean {
  return start === 0 || text[start - 1] === "\n"
}

/** Abbreviations that the treebanks cut from a point that also ends the sentence: “guns, tanks, etc|.” */
const SPLIT_AT_END: ReadonlySet<string> = new Set(["etc"])

function endsDay(text: string, start: number, at: number): boolean {
  return text.slice(start, at).toLowerCase() === "p.m"
}

/** Is the next thing a capital, a line break, the end? */
function endsSentence(text: string, at: number): boolean {
  const next = skipSpace(text, at)
  if (next >= text.length || next >= at + 2) return true
  return next > at && (text[at] === "\n" || isCapital(text, next))
}

/** 200,000 and 10:30, but not the comma of “in 2013,2014”. */
function isNumberJoint(text: string, at: number, mark: string): boolean {
  if (mark === ":") return true
  let digits = 0
  while (digits < 4 && kindOf(text.charCodeAt(at + 1 + digits) || 32) === "digit") digits += 1
  return digits === 3
}

/** 9/11 and 11/28/2000 and s/he stay one; and|/|or does not. */
function isSlashJoint(text: string, part: number, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (kindOf(before) === "digit" && kindOf(after) === "digit") return startsWithDigit(text, part)
  return (
    at - part === 1 && kindOf(after) === "letter" && !(isLetterAt(text, at + 2) && isLetterAt(text, at + 3))
  )
}

/** pro-Beijing, 713-853-3989, and nothing else: well|-|known, S|-|300, 2010|-|2012. */
function isHyphenJoint(text: string, start: number, part: number, at: number): boolean {
  if (at - part > 10) return false
  const first = text.slice(part, at)
  const prefix = first.toLowerCase()
  // "mid-1980s", but a flight "e-5" is cut.
  if (PREFIXES.has(prefix)) return isLetterAt(text, at + 1) || prefix.length === 3 || prefix === "post"
  if (!/^[\d/]+$/.test(first)) return false
  // 713-853-3989, 713/853-3989, 853-3989, 12-20-2000, and the post codes 77415-0027; not 2010-2012 or 15-20.
  return (
    /^(?:\d{3}[-/])?\d{3}-\d{4}(?!\d)|^\d{3}-\d{3}-\d{4}|^\d{1,2}-\d{1,2}-\d{2,4}(?!\d)|^\d{5}-\d{4}(?!\d)|^\d-\d{3}-\d{3}-|^\d-\d{4}(?!\d)/.test(
      text.slice(part, at + 14),
    ) ||
    (part > start && isInPhone(text, part, at))
  )
}

/** The later hyphens of a number that was begun already: 713-853|-3989. */
function isInPhone(text: string, part: number, at: number): boolean {
  if (!isHyphen(text.charCodeAt(part - 1)) || !/^\d+$/.test(text.slice(part, at))) return false
  return startsWithDigit(text, part - 2) && startsWithDigit(text, at + 1)
}

/** “th- they said”, but not “told us- and left”. */
function isBrokenOff(text: string, start: number, at: number): boolean {
  return (
    at - start <= 2 && !/^(?:[aeiou].|.[aeiouy]|i|a)$/i.test(text.slice(start, at)) && isLetterAt(text, start)
  )
}

function startsWithDigit(text: string, at: number): boolean {
  return kindOf(text.charCodeAt(at) || 32) === "digit"
}

function isLetterAt(text: string, at: number): boolean {
  return at < text.length && kindOf(text.codePointAt(at)!) === "letter"
}

// --- Parts of words: do|n’t, Lavrov|’s, can|not, 10|km ---

function addParts(words: WordsBuilder, text: string, start: number, end: number): void {
  // From the end: should|n't|'ve.
  const cuts: number[] = []
  let rest = end
  for (let cut = clitic(text, start, rest); cut !== null; cut = clitic(text, start, rest)) {
    cuts.push(cut)
    rest = cut
  }
  addStem(words, text, start, rest)
  for (let index = cuts.length - 1; index >= 0; index -= 1) {
    words.add(cuts[index]!, index === 0 ? end : cuts[index - 1]!)
  }
}

function addStem(words: WordsBuilder, text: string, start: number, end: number): void {
  if (end - start > 24) {
    words.add(start, end)
    return
  }
  const word = text.slice(start, end)
  const fused = fusedAt(text, end, word)
  if (fused !== null) {
    words.add(start, start + fused)
    words.add(start + fused, end)
    return
  }
  const unit = /^[\d.,:]*\d(?=[a-z.]+$)/i.exec(word)
  if (unit !== null && UNITS.has(word.slice(unit[0].length).toLowerCase().replace(/\.$/, ""))) {
    words.add(start, start + unit[0].length)
    words.add(start + unit[0].length, end)
    return
  }
  words.add(start, end)
}

/** Where a word that is read as two is to be cut, counted from its start; null when it is one. */
function fusedAt(text: string, end: number, word: string): number | null {
  const lower = word.toLowerCase()
  if (NEGATIONS.has(lower)) return word.length - 2
  if (lower === "its") {
    const after = /^ ([a-z]{1,10})(?![a-z])/.exec(text.slice(end, end + 12))
    return after !== null && AFTER_IT_IS.has(after[1]!) ? 2 : null
  }
  return word === "IM" ? null : (FUSED.get(lower) ?? null)
}

const CLITIC = /(?:n['’]t|['’](?:s|m|re|ve|ll|d))$/i

/** Where a clitic begins at the end of a word; null when there is none. */
function clitic(text: string, start: number, end: number): number | null {
  const from = Math.max(start, end - 8)
  const found = CLITIC.exec(text.slice(from, end))
  // “the 1960's” is one word, and no possession.
  if (found !== null && /^(?:\d\d){1,2}['’]s$/.test(text.slice(start, end)) && text[end - 3] === "0")
    return null
  return found === null || from + found.index === start ? null : from + found.index
}

// --- Marks ---

const RUNS = "$-–—_=*~+^<>#|"
const EMOTICON = /^(?:[:;=]-?[)(DPp](?![a-z0-9])|\(:|<3(?!\d))/i

function endOfMark(text: string, start: number, codePoint: number): number {
  const mark = text[start]!
  if (kindOf(codePoint) === "emoji") return endOfEmoji(text, start)
  const emoticon = /[:;=(<]/.test(mark) ? EMOTICON.exec(text.slice(start, start + 4)) : null
  if (emoticon !== null) return start + emoticon[0].length
  if (isApostrophe(codePoint)) return endOfApostrophe(text, start)
  let end = start + unitsOf(codePoint)
  const next = text[end] ?? ""
  if (mark === ".") {
    if (isDecimal(text, start)) return endOfWord(text, end)
    while (text[end] === ".") end += 1
    // ".?" is one mark in the treebanks, "...?" two.
    if (end === start + 1) while (text[end] === "?" || text[end] === "!") end += 1
  } else if (mark === "!" || mark === "?") {
    while (text[end] === "!" || text[end] === "?") end += 1
  } else if (mark === "@" && !isWordAt(text, start - 1) && isLetterAt(text, end)) {
    return endOfHandle(text, end)
  } else if ((mark === "-" || mark === "=") && next === ">") {
    return end + 1
  } else if (mark === "<" && next === "-" && text[end + 1] !== "-") {
    return end + 1
  } else if (mark === "`" && next === "`") end += 1
  else if (
    mark === "`" &&
    /^s(?![a-z])/i.test(text.slice(end, end + 2)) &&
    start > 0 &&
    isLetterAt(text, start - 1)
  )
    return end + 1
  else if (mark === "‘" && next === "’") return end + 1
  else if (mark === "^" && text.startsWith("_^", end)) return end + 2
  else if (mark === "#" && isLetterAt(text, end)) return endOfWord(text, end)
  else if (mark === "+" && startsWithDigit(text, end) && !isWordAt(text, start - 1))
    return endOfWord(text, end)
  else if (RUNS.includes(mark)) while (text[end] === mark) end += 1
  return afterJoiners(text, end)
}

/** “@un_spokesperson” */
function endOfHandle(text: string, at: number): number {
  let end = at
  while (end < text.length && (isWordAt(text, end) || text[end] === "_"))
    end += unitsOf(text.codePointAt(end)!)
  return end
}

/** “.04” */
function isDecimal(text: string, at: number): boolean {
  return startsWithDigit(text, at + 1) && !isWordAt(text, at - 1) && text[at - 1] !== "."
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && (isLetterAt(text, at) || startsWithDigit(text, at))
}

/** Combining marks and zero-width characters stay with the mark before them. */
function afterJoiners(text: string, at: number): number {
  let end = at
  while (end < text.length) {
    const codePoint = text.codePointAt(end)!
    if (kindOf(codePoint) !== "joiner") return end
    end += unitsOf(codePoint)
  }
  return end
}

function endOfEmoji(text: string, start: number): number {
  let end = start
  // Families and flags are several pictures with joiners between; a row of pictures is one word, too.
  while (end < text.length) {
    const codePoint = text.codePointAt(end)!
    const kind = kindOf(codePoint)
    const skinTone = codePoint >= 0x1f3fb && codePoint <= 0x1f3ff
    if (kind !== "emoji" && kind !== "joiner" && !skinTone) return end
    end += unitsOf(codePoint)
  }
  return end
}

/** ’s after a mark (“U.S.”’s), ’90s, ’em; two straight ones are a quotation mark. */
function endOfApostrophe(text: string, start: number): number {
  if (text[start] === text[start + 1]) return start + 2
  const rest = text.slice(start + 1, start + 7)
  // “rock 'n' roll”
  if (/^n['’](?![\p{L}\d])/iu.test(rest)) return start + 3
  const decade = /^\d\ds?(?![\p{L}\d])/u.exec(rest)
  if (decade !== null) return start + 1 + decade[0].length
  const letters = /^[a-z]+(?![\p{L}\d'’])/iu.exec(rest)
  if (letters === null) return afterJoiners(text, start + 1)
  const word = letters[0].toLowerCase()
  const attached = start > 0 && kindOf(text.charCodeAt(start - 1)) !== "space"
  // Not only “U.S.”|’s but also “the report ’s”: some texts come with the clitic set apart.
  if (CLITIC.test(`'${word}`) || (!attached && APOSTROPHE_WORDS.has(word)))
    return start + 1 + letters[0].length
  return afterJoiners(text, start + 1)
}
