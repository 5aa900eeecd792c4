// What the capitals of a report stand for: “RSF” for the “Rapid Support Forces” that it names in full, whoever else is
// called so elsewhere. In: its words. Out: full names by their initials.
import { SMALL_WORDS } from "../../lexicon/index.ts"
import type { Word } from "./words.ts"

/** Two letters are the initials of too much: “US”, “PM”. */
const ACRONYM = /^\p{Lu}{3,7}$/u

/** A full name has so many words at most, small ones included. */
const MOST_WORDS = 12

/** Names and initials folded, a name once. Linear. */
export function fullNamesIn(words: readonly Word[]): ReadonlyMap<string, readonly string[]> {
  const acronyms = new Set(words.filter(({ text }) => isAcronym(text)).map(({ folded }) => folded))
  const found = new Map<string, string[]>()
  if (acronyms.size === 0) return found
  for (let from = 0; from < words.length; from += 1) {
    for (const { initials, name } of namesFrom(words, from)) {
      if (!acronyms.has(initials)) continue
      const known = found.get(initials)
      if (known === undefined) found.set(initials, [name])
      else if (!known.includes(name)) known.push(name)
    }
  }
  return found
}

/** “RSF”, also of “RSF's”. */
export function isAcronym(text: string): boolean {
  return ACRONYM.test(text.replace(/['’]s$/u, ""))
}

/** The runs of capitals, small words between them, that begin at a word; with their initials. */
function* namesFrom(
  words: readonly Word[],
  from: number,
): Iterable<{ readonly initials: string; readonly name: string }> {
  let initials = ""
  for (let at = from; at < Math.min(words.length, from + MOST_WORDS); at += 1) {
    const { folded, isCapital, isParted, text, isPossessive } = words[at]!
    if (at > from && isParted) return
    if (SMALL_WORDS.has(folded) && !isCapital && at > from) continue
    if (!isCapital || isAcronym(text)) return
    initials += folded.charAt(0)
    const name = words.slice(from, at + 1).map(({ folded: word }) => word)
    if (initials.length >= 3) yield { initials, name: name.join(" ") }
    if (isPossessive) return
  }
}

/** Whether two names, folded, have a word in common, or its beginning: “guard” and “guards”. */
export function shareWord(one: string, other: string): boolean {
  const stems = new Set(stemsOf(one))
  return stemsOf(other).some((stem) => stems.has(stem))
}

function stemsOf(name: string): readonly string[] {
  return name
    .split(" ")
    .filter((word) => word.length > 2 && !SMALL_WORDS.has(word))
    .map((word) => word.slice(0, STEM))
}

/** “social” and “socialismo” */
const STEM = 5
