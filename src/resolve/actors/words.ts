// A noun phrase in words, as names are looked up in it. In: “the Russian Defence Ministry's spokesman, Igor Konashenkov”.
// Out: its words folded, with what stands between them.
import { foldName } from "../../lexicon/index.ts"

export interface Word {
  readonly text: string
  /** Without the possessive: "ministry" of “Ministry's”. */
  readonly folded: string
  /** With it: "ministrys", as in names like “People's Party”. */
  readonly whole: string
  /** Begins with a capital or a digit, or with a letter of a script that has no capitals. */
  readonly isCapital: boolean
  readonly isPossessive: boolean
  /** Joined to the word before by a hyphen: “backed” of “Turkish-backed”. */
  readonly isGlued: boolean
  /** A comma, bracket or dash stands before it. */
  readonly isParted: boolean
}

/** Of a phrase of 10,000 words the first ones tell who is meant; the rest would cost time only. */
const MOST_WORDS = 80
const MOST_CHARACTERS = 1200

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.'’‘ʻ&][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

/** The words of one noun phrase. */
export function wordsOf(phrase: string): readonly Word[] {
  return wordsIn(phrase.slice(0, MOST_CHARACTERS)).slice(0, MOST_WORDS)
}

/** All words of a text, whole sentences too. */
export function wordsIn(text: string): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const gap = text.slice(end, match.index)
    end = match.index + match[0].length
    words.push(toWord(match[0], gap, text.slice(end, end + 2)))
  }
  return words
}

function toWord(text: string, gap: string, after: string): Word {
  const bare = text.replace(/['’]s$/u, "")
  return {
    text,
    folded: foldName(bare),
    whole: foldName(text),
    isCapital: !/^\p{Ll}/u.test(text),
    // “the United States' envoy”.
    isPossessive: bare !== text || (/s$/i.test(text) && /^['’](?:\s|$)/.test(after)),
    isGlued: gap === "-" || gap === "–" || gap === "‑",
    isParted: /[,;:()[\]—]|\s[-–]\s/.test(gap),
  }
}
