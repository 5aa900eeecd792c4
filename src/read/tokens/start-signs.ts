// Signs beside full stops and capitals that a sentence begins, or goes on, in mails, lists and talk: “Thanks, Kay | See the
// sheet”, “Kevin A. Boone”. In: words, and one of them. Out: whether a sentence must or cannot begin with it, or by how
// much rather. Shares are of EWT train and, after a semicolon, dev.
import type { Words } from "./words.ts"

/** The words around one: 0 is itself; empty beyond the ends. */
type At = (distance: number) => string

/** Log-odds that a sign is worth, where it is no rule: enough to turn what the network holds for likely, not what it is sure of. */
const WEIGHT = 4

// Of 0, .5, 1, 2 the best balance: sentences F1 on EWT dev 85.3, 85.5, 85.3, 83.8, on GUM dev 91.5, 91.2, 90.3, 88.6,
// while trees gain a little from more starts, LAS on EWT dev 85.7, 85.7, 85.9, 85.9 (2026-11-28, with a network trained
// on their train parts). Not for small letters after a word, where most starts are the network's mistakes.
const START_BIAS = 0.5

/** A sentence begins here whatever the network says. */
export function mustStart(words: Words, text: string, word: number): boolean {
  const at = around(words, text, word)
  // “Joan Woodson | 08/10/2000 08:28 AM | Congratulations!”, the head of a mail: 139 of 141 and 146 of 146; 15 of 15 and 17 of 17.
  if (isDate(at(0)) && isClock(at(1))) return at(-1) !== "on" && /^\p{Lu}|[@>]/u.test(at(-1))
  if (/^[AP]M$/.test(at(-1)) && isClock(at(-2)) && isDate(at(-3))) return true
  // “Vince | Dear Mr. Kaminski”: 20 of 20; 3 of 3.
  return isGreeting(at(0)) && isCapitalized(at(1))
}

/** No sentence begins here whatever the network says. `from`: where the sentence begins that would end before it. */
export function cannotStart(words: Words, text: string, word: number, from: number): boolean {
  const at = around(words, text, word)
  const before = at(-1)
  // “Kevin A. | Boone”, “Kevin | A. Boone”: 1 of 61; 0 of 10.
  if (isInitial(before) && isCapitalized(at(-2)) && isCapitalized(at(0))) return true
  if (isInitial(at(0)) && isCapitalized(before) && isCapitalized(at(1))) return true
  // “2. | The attachment”: 0 of 52.
  if (/^\d\d?\.$/.test(before) && from === word - 1) return true
  if (before === "." && /^\d\d?$/.test(at(-2)) && from === word - 2) return true
  // “On Thursday, | Hatice Cengiz”: what leads a sentence is none.
  if (before === "," && word - from <= LONGEST_LEAD && LEADING.test(words.textOf(from, text))) return true
  // “Dear | Vince”: 1 of 26; 0 of 4.
  if (isGreeting(before) && isCapitalized(at(0))) return true
  // “"Townsend, George" | <gtownsend@manorisd.net>”
  return at(0) === "<" && at(1).includes("@")
}

// “In a report published on Thursday morning,”
const LONGEST_LEAD = 9
const LEADING =
  /^(?:After|Although|As|At|Before|By|Despite|During|Earlier|For|From|However|If|In|Last|Later|Meanwhile|On|Since|Though|Under|When|While|With)$/

/** Added to the log-odds of a start. */
export function startWeight(words: Words, text: string, word: number): number {
  const at = around(words, text, word)
  const [before, form] = [at(-1), at(0)]
  if (/^(?:\.{2,}|…)$/.test(before)) {
    // “a happy ending ... or not”: small letters go on, 15 of 212; 2 of 51.
    if (isSmall(form)) return -WEIGHT
    return isCapitalized(form) ? 1 : START_BIAS
  }
  // “soon :) | you should”: 36 of 50; 10 of 11.
  if (/^[:;]-?[)(DP]$|^:\)+$/.test(before)) return WEIGHT
  // “the location, please | Please forward”: 45 of 50; 2 of 4.
  if (form === "Please") return WEIGHT
  if (isSmall(form) && !/^[.!?]+$/.test(before)) return 0
  if (!isCapitalized(form) || !isCapitalized(before)) return START_BIAS
  // Under one mail and above the next: “Vince | Vince, thanks for …”, 32 of 32; 5 of 7.
  return form === before || isAfterSignature(at) ? WEIGHT : START_BIAS
}

/** “Thanks, Phillip | Jim, Take a look”, “Thanks. John | Attached is a new link”, “Regards, Debra Perlingiere | See attached”. */
function isAfterSignature(at: At): boolean {
  const first = isCapitalized(at(-2)) && !endsLetter(at, -2) ? -2 : -1
  const marked = /^[,.!]$/.test(at(first - 1))
  const isSigned = endsLetter(at, marked ? first - 2 : first - 1)
  const isAddress = /^[,:-]$/.test(at(1)) && isCapitalized(at(2))
  return isSigned ? isAddress || isSmall(at(1)) : isAddress && /^[.!?]+$/.test(at(-2))
}

function endsLetter(at: At, distance: number): boolean {
  const form = at(distance).toLowerCase()
  return CLOSINGS.has(form) || (form === "you" && at(distance - 1).toLowerCase() === "thank")
}

const CLOSINGS = new Set("regards thanks thx thanx sincerely cheers best love truly yours wishes".split(" "))

function around(words: Words, text: string, word: number): At {
  return (distance) => {
    const index = word + distance
    return index >= 0 && index < words.length ? words.textOf(index, text) : ""
  }
}

function isGreeting(form: string): boolean {
  return /^(?:Dear|Hi|Hello)$/.test(form)
}

function isInitial(form: string): boolean {
  return /^\p{Lu}\.$/u.test(form)
}

/** “Vince”, not “I” or “NATO”. */
function isCapitalized(form: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(form)
}

function isSmall(form: string): boolean {
  return /^\p{Ll}/u.test(form)
}

function isDate(form: string): boolean {
  return /^\d\d?\/\d\d?\/\d+$/.test(form)
}

function isClock(form: string): boolean {
  return /^\d\d?:\d\d/.test(form)
}
