// Where sentences begin. In: words, the report's blocks, and what the network says of each word's being a start. Out:
// ranges of words, none longer than what a parser can take. Rules alone do it too, less well.
import type { Block } from "../../schema/doc.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { HeadScores } from "../network/scores.ts"
import { paragraphStarts } from "./paragraphs.ts"
import { cannotStart, mustStart, startWeight } from "./start-signs.ts"
import { NEVER_LAST, SENTENCE_OPENERS, VERBS_AFTER_QUOTES } from "./word-lists.ts"
import type { Words } from "./words.ts"

/** The tree is found in the square of a sentence's length: 250 words take some milliseconds, 5,000 would take seconds. */
export const LONGEST_SENTENCE = 250

/**
 * Parts the words into sentences, in order, without gaps; none is empty or longer than `LONGEST_SENTENCE`.
 *
 * A block or paragraph always begins a sentence; none begins inside a word, with a closing mark, or after “Gen.”.
 * Between these `startScores` (classes "inside" and "sentence start") decides, and rules where it is null. Linear.
 */
export function splitSentences(
  words: Words,
  text: string,
  blocks: readonly Block[],
  startScores: HeadScores | null,
): readonly TokenRange[] {
  if (words.length === 0) return []
  const likely = startScores === null ? startsByRules(words, text) : startOdds(startScores)
  const borders = paragraphStarts(text, words)
  for (const { span } of blocks) {
    for (const offset of [span.start, span.end]) {
      const first = words.firstEndingAfter(offset)
      if (first < words.length && words.start(first) >= offset) borders[first] = 1
    }
  }
  const sentences: TokenRange[] = []
  let from = 0
  let wanted = false
  for (let word = 1; word < words.length; word += 1) {
    // A start that falls on a closing mark is meant for the word after it: said . | ” He …
    wanted = wanted || likely[word]! + startWeight(words, text, word) > 0 || mustStart(words, text, word)
    if (borders[word] === 1 || (wanted && canStart(words, text, word, from))) {
      addPieces(sentences, { from, to: word }, words, text, likely)
      from = word
      wanted = false
    } else if (wanted && !isClosing(words, text, word)) wanted = false
  }
  addPieces(sentences, { from, to: words.length }, words, text, likely)
  return sentences
}

/** Log-odds of a start per word, from the network; a start is likely above 0. */
function startOdds({ classes, values }: HeadScores): Float32Array {
  const inside = classes.indexOf("inside")
  const start = classes.indexOf("sentence start")
  if (inside < 0 || start < 0) throw new Error(`The start head has classes ${classes.join(", ")}.`)
  const odds = new Float32Array(values.length / classes.length)
  for (let word = 0; word < odds.length; word += 1) {
    odds[word] = values[word * classes.length + start]! - values[word * classes.length + inside]!
  }
  return odds
}

// --- What holds whatever the network says ---

const CLOSING = /^(?:[)\]}”’»›,;:%]|[.!?…]+|'')$/

function isClosing(words: Words, text: string, word: number): boolean {
  const form = words.textOf(word, text)
  // “won! ...Now comes the rest”: hanging on the word after it, an ellipsis opens.
  if (/^(?:\.{2,}|…)$/.test(form) && opensWord(words, word)) return false
  if (CLOSING.test(form)) return true
  // A straight mark closes when it hangs on what stands before it.
  return /^["'＂]$/.test(form) && word > 0 && words.end(word - 1) === words.start(word)
}

function opensWord(words: Words, word: number): boolean {
  const before = word > 0 && words.end(word - 1) === words.start(word)
  return !before && word + 1 < words.length && words.start(word + 1) === words.end(word)
}

function canStart(words: Words, text: string, word: number, from: number): boolean {
  if (isClosing(words, text, word)) return false
  const before = words.textOf(word - 1, text)
  // Inside a word, "well|-|known"; but "end.Next" happens where a space was lost.
  if (words.end(word - 1) === words.start(word) && !isTerminal(before) && !isClosing(words, text, word - 1))
    return false
  if (NEVER_LAST.has(before) || cannotStart(words, text, word, from)) return false
  // “However, | on the document”; but mails begin “Tom, | Please send …”.
  if (before === "," && beginsSmall(words, text, word)) return false
  // “Stop it!” he added
  return !(isClosingQuote(words, text, word - 1) && beginsSmall(words, text, word))
}

function isClosingQuote(words: Words, text: string, word: number): boolean {
  return /^["”’»'＂]|''$/.test(words.textOf(word, text)) && isClosing(words, text, word)
}

function beginsSmall(words: Words, text: string, word: number): boolean {
  return /^\p{Ll}/u.test(words.textOf(word, text))
}

function isTerminal(form: string): boolean {
  return /^(?:\.+|…|[.!?…]*[!?][.!?…]*)$/.test(form)
}

// --- Rules alone ---

/** 1 where the marks and capitals look like a start, -1 elsewhere. */
function startsByRules(words: Words, text: string): Float32Array {
  const starts = new Float32Array(words.length).fill(-1)
  for (let word = 1; word < words.length; word += 1) if (looksLikeStart(words, text, word)) starts[word] = 1
  return starts
}

function looksLikeStart(words: Words, text: string, word: number): boolean {
  if (isClosing(words, text, word)) return false
  let last = word - 1
  let quoted = false
  while (
    last > 0 &&
    word - last < 5 &&
    isClosing(words, text, last) &&
    !isTerminal(words.textOf(last, text))
  ) {
    quoted = quoted || isClosingQuote(words, text, last)
    last -= 1
  }
  const end = words.textOf(last, text)
  const next = words.textOf(word, text)
  // An opening mark takes the case of the word after it.
  const first = /^\p{P}+$/u.test(next) && word + 1 < words.length ? words.textOf(word + 1, text) : next
  const opens = /^[\p{Lu}\p{Lt}\p{Nd}]/u.test(first)
  if (isTerminal(end)) {
    // “Why?” Lavrov asked
    if (quoted && end !== "." && speaksSoon(words, text, word)) return false
    if (/^(?:\.{2,}|…)$/.test(end)) return /^\p{Lu}/u.test(first) && first !== "I"
    return opens || end.length > 1 || /[!?]/.test(end)
  }
  // “… in the U.S. The president …”: a point that is also the sentence's.
  return end.length > 2 && end.endsWith(".") && !NEVER_LAST.has(end) && SENTENCE_OPENERS.has(first)
}

function speaksSoon(words: Words, text: string, word: number): boolean {
  for (let next = word; next < words.length && next < word + 5; next += 1) {
    const form = words.textOf(next, text)
    if (VERBS_AFTER_QUOTES.has(form)) return true
    if (isTerminal(form)) return false
  }
  return false
}

// --- Sentences of no end ---

/** Adds a sentence, cut where it hurts least if it is too long. */
function addPieces(
  sentences: TokenRange[],
  range: TokenRange,
  words: Words,
  text: string,
  likely: Float32Array,
): void {
  let from = range.from
  while (range.to - from > LONGEST_SENTENCE) {
    let cut = from + LONGEST_SENTENCE
    let best = Number.NEGATIVE_INFINITY
    for (let word = from + LONGEST_SENTENCE / 2; word <= from + LONGEST_SENTENCE; word += 1) {
      const worth = worthOfCut(words, text, word, likely)
      if (worth >= best) {
        best = worth
        cut = word
      }
    }
    sentences.push({ from, to: cut })
    from = cut
  }
  sentences.push({ from, to: range.to })
}

function worthOfCut(words: Words, text: string, word: number, likely: Float32Array): number {
  if (isClosing(words, text, word) || words.start(word) === words.end(word - 1)) return -1000
  const before = words.textOf(word - 1, text)
  const mark = isTerminal(before) ? 8 : /^[;:—–]|--$/.test(before) ? 4 : before === "," ? 2 : 0
  return mark + likely[word]!
}
