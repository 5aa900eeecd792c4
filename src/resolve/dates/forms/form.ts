// A form of time expression: a pattern, and what its words mean.
import type { Meaning } from "../meaning.ts"

export interface Form {
  readonly pattern: RegExp
  /** Null: these words are no time after all. */
  readonly read: (groups: Groups) => Meaning | null
}

/** The named groups of a match; a group that took no part is "". */
export type Groups = (name: string) => string

// Latin letters and digits: with those of all scripts the sixty patterns take forty milliseconds of every start.
const LETTER = "[A-Za-z0-9_\\u00C0-\\u024F]"

/**
 * A form of `source`, in which a blank stands for the blanks between two words of one line. `flags`: "i" where
 * capitals do not matter. Sources must not have two ways to read the same characters: time stays linear.
 */
export function form(source: string, flags: "" | "i", read: Form["read"]): Form {
  // Two at most: a line of blanks is no pair of words.
  const blanks = source.replace(/ (\??)/g, (_, isOptional) => `[ \\u00A0]{${isOptional === "" ? 1 : 0},2}`)
  return { pattern: new RegExp(`(?<!${LETTER})(?:${blanks})(?!${LETTER})`, `gu${flags}`), read }
}
