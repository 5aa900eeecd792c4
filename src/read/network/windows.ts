// A report is longer than what the network reads at once. In: how many pieces each word has, and how good a place
// before each word is to cut. Out: windows that overlap, and for each the words that it decides.
import { GAP } from "./features.ts"
import type { WordPlaces } from "./wordpiece.ts"

/**
 * Words `from` … `to` are read together; `keepFrom` … `keepTo` are decided here. The kept stretches follow each
 * other without gap or overlap and cover the text.
 *
 *     window 1  |from keepFrom=0 ············ keepTo|·······| to
 *     window 2                       from |·······|keepFrom ··········
 */
export interface Window {
  readonly from: number
  readonly to: number
  readonly keepFrom: number
  readonly keepTo: number
}

export interface WindowLimits {
  /** Most pieces of a window, without [CLS] and [SEP]; at least twice as many as the longest word has. */
  readonly room: number
  readonly overlapWords: number
}

/** How good it is to cut before a word: 0 within a sentence, more at larger borders. Counted in pieces: what length a good border is worth. */
export type BorderWorth = (word: number) => number

/**
 * Cuts `starts.length - 1` words into as few windows as the overlap allows, all about equally long, so that
 * no window is left with a handful of words. Within a tenth of its length a window ends, and
 * the next begins, at the best border. A word is decided in the window in which it stands furthest from a border
 * that is not the text's. Linear.
 */
export function cutWindows(starts: Int32Array, limits: WindowLimits, worth: BorderWorth): readonly Window[] {
  const wordCount = starts.length - 1
  const ranges: Range[] = []
  let from = 0
  let to = 0
  while (to < wordCount) {
    to = chooseEnd(starts, { from, to }, limits, worth)
    ranges.push({ from, to })
    from = chooseStart(starts, { from, to }, limits, worth)
  }
  return ranges.map((range, index) => ({
    ...range,
    keepFrom: middle(ranges[index - 1], range),
    keepTo: middle(range, ranges[index + 1]),
  }))
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Where the deciding passes from one window to the next: half-way through what both read. */
function middle(left: Range | undefined, right: Range | undefined): number {
  if (left === undefined) return 0
  if (right === undefined) return left.to
  return (right.from + left.to) >>> 1
}

/** The end of the window that begins at `from`; the one before ended at `to`. */
function chooseEnd(
  starts: Int32Array,
  { from, to: endBefore }: Range,
  { room, overlapWords }: WindowLimits,
  worth: BorderWorth,
): number {
  const wordCount = starts.length - 1
  const begin = starts[from]!
  const rest = starts[wordCount]! - begin
  if (rest <= room) return wordCount
  const overlap = Math.min((rest / (wordCount - from)) * overlapWords, room / 2)
  const windows = 1 + Math.ceil((rest - room) / (room - overlap))
  const wished = (rest + (windows - 1) * overlap) / windows
  // What the windows after this one can hold, so that waiting for a border never costs one window more.
  const others = (windows - 1) * (room - overlap)
  const least = Math.max(wished - room / 10, rest - others)
  let last = endBefore + 1
  while (starts[last + 1]! - begin <= room) last += 1
  let best = last
  let bestValue = Number.NEGATIVE_INFINITY
  for (let to = last; to > endBefore && starts[to]! - begin >= least; to -= 1) {
    const value = worth(to) - Math.abs(starts[to]! - begin - wished)
    if (value > bestValue) {
      best = to
      bestValue = value
    }
  }
  return best
}

/** The beginning of the window after `from` … `to`. */
function chooseStart(
  starts: Int32Array,
  { from, to }: Range,
  { room, overlapWords }: WindowLimits,
  worth: BorderWorth,
): number {
  const slack = Math.ceil(overlapWords / 10)
  let best = to
  let bestValue = Number.NEGATIVE_INFINITY
  for (let word = to - 1; word > from && to - word <= overlapWords + slack; word -= 1) {
    // Words of many pieces: half a window must be new, or the cutting would crawl.
    if (starts[to]! - starts[word]! > room / 2) break
    const distance = to - word
    const value = worth(word) - Math.abs(distance - overlapWords)
    if (distance < overlapWords - slack) best = word
    else if (value > bestValue) {
      best = word
      bestValue = value
    }
  }
  return best
}

/** Worth of a border after a paragraph, a line, a sentence; in pieces, by hand: a tenth of a window buys any of them. */
const PARAGRAPH_WORTH = 20
const LINE_WORTH = 16
const SENTENCE_WORTH = 12

const SENTENCE_END = /[.!?…]["”’»')\]]*$/

/** The borders of a text: paragraph breaks, line breaks, and after a full stop or its like, closing marks included. */
export function borderWorth(text: string, words: WordPlaces, gap: Uint8Array): BorderWorth {
  return (word) => {
    if (word >= words.length || gap[word] === GAP.paragraph) return PARAGRAPH_WORTH
    if (gap[word] === GAP.line) return LINE_WORTH
    if (gap[word] !== GAP.space) return 0
    // “Sen.|Lindsey” is taken for a border too: a window cut there reads no worse than one cut anywhere.
    const end = words.end(word - 1)
    return SENTENCE_END.test(text.slice(Math.max(0, end - 4), end)) ? SENTENCE_WORTH : 0
  }
}
