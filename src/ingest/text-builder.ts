// Puts a report's text together piece by piece and notes for each piece where it stands in the source.
// In: pieces in reading order. Out: text, blocks, origin map; `origin` covers the text without gaps.
// White space is collapsed as a browser does it; nothing else about the words is changed.

import type { Block, Origin } from "../schema/doc.ts"
import { PLAIN, type Surroundings } from "./html/page-tree.ts"

export type BlockKind = Block["kind"]

export interface BuiltText {
  readonly text: string
  readonly blocks: readonly BuiltBlock[]
  readonly origin: readonly Origin[]
}

/** A block with what helps to tell the report from what stands around it. */
export interface BuiltBlock extends Block {
  /** Characters that are part of a link. */
  readonly linkLength: number
  /** It was a heading of the page, `<h1>` to `<h6>`. */
  readonly isHeading: boolean
  /** It stood in a part of the page that by name is beside the report. */
  readonly isAside: boolean
}

export interface TextBuilder {
  /** Ends the block before, if any; the next text begins one of this kind. Blocks without text leave no trace. */
  startBlock(kind: BlockKind, isHeading?: boolean): void
  endBlock(): void
  /** What is added until `endLink` is part of a link. */
  startLink(): void
  endLink(): void
  /**
   * Adds text that stands at `places` in the source (three numbers a part, see
   * `SourceText`). `keepsSpace`: as in `<pre>`, white space is not collapsed.
   */
  addText(text: string, places: readonly number[], keepsSpace: boolean, surroundings?: Surroundings): void
  /** A line break within a block: `<br>`. Breaks at the beginning or end of a block are dropped. */
  addBreak(sourceStart: number, sourceEnd: number): void
  /** Characters that a browser prints for a tag: the quotation marks of `<q>`. */
  addDecoded(text: string, sourceStart: number, sourceEnd: number): void
  /** Characters without a place in the source, put after what was added last: the space between two table cells. */
  addSpace(): void
  /** Length of the text so far. */
  length(): number
  build(): BuiltText
}

/** Between blocks. Two line breaks, since one is a `<br>`. */
export const BLOCK_BREAK = "\n\n"

const TAB = 9
const LINE_FEED = 10
const FORM_FEED = 12
const RETURN = 13
const SPACE = 32
const AMPERSAND = 38
const HARD_SPACE = 0xa0

/** What HTML collapses: not U+00A0, which is kept as it is. */
function isSpace(unit: number): boolean {
  return unit === SPACE || unit === LINE_FEED || unit === TAB || unit === RETURN || unit === FORM_FEED
}

/**
 * Origin of the break between two blocks, which begins at `start` of the text: it
 * stands for the tags between them. Where the second block does not follow the
 * first in the source, the break is added.
 */
export function breakOrigin(start: number, sourceEndBefore: number, sourceStartAfter: number): Origin {
  const span = { start, end: start + BLOCK_BREAK.length }
  return sourceStartAfter > sourceEndBefore
    ? { kind: "decoded", span, sourceStart: sourceEndBefore, sourceEnd: sourceStartAfter }
    : { kind: "added", span, sourceStart: sourceEndBefore, sourceEnd: sourceEndBefore }
}

interface WaitingSpace {
  kind: Origin["kind"]
  readonly text: string
  start: number
  end: number
}

/**
 * `source` is the decoded page. `decodeReference` gives the characters that a
 * reference such as "&eacute;" stands for.
 */
export function createTextBuilder(
  source: string,
  decodeReference: (reference: string) => string,
): TextBuilder {
  const pieces: string[] = []
  let length = 0
  const blocks: BuiltBlock[] = []
  const origin: Origin[] = []
  /** Where the source of the last piece ended: what is added without a source is put there. */
  let sourcePosition = 0

  let blockKind: BlockKind | null = null
  let blockStart = -1
  let blockIsHeading = false
  let blockIsAside = false
  /** The break before the block is written, but its place is only known with that of the block's first character. */
  let isBreakDue = false
  let linkDepth = 0
  let linkLength = 0
  // White space and breaks wait until it is clear that text follows them in the same block.
  let spaces: WaitingSpace[] = []
  let breaks: number[] = []

  function push(kind: Origin["kind"], text: string, sourceStart: number, sourceEnd: number): void {
    if (isBreakDue) {
      isBreakDue = false
      origin.push(breakOrigin(length - BLOCK_BREAK.length, sourcePosition, sourceStart))
    }
    const span = { start: length, end: length + text.length }
    const last = origin.at(-1)
    if (kind === "verbatim" && last?.kind === "verbatim" && last.sourceEnd === sourceStart) {
      origin[origin.length - 1] = { ...last, span: { start: last.span.start, end: span.end }, sourceEnd }
    } else {
      origin.push({ kind, span, sourceStart, sourceEnd })
    }
    pieces.push(text)
    if (linkDepth > 0) linkLength += text.length
    length = span.end
    sourcePosition = sourceEnd
  }

  /** Called when a character that prints is about to be added: writes the block break, line breaks or space before it. */
  function flush(): void {
    if (blockStart < 0) {
      if (blocks.length > 0) {
        pieces.push(BLOCK_BREAK)
        length += BLOCK_BREAK.length
        isBreakDue = true
      }
      blockStart = length
      linkLength = 0
    } else if (breaks.length > 0) {
      for (let index = 0; index < breaks.length; index += 2) {
        push("decoded", "\n", breaks[index] as number, breaks[index + 1] as number)
      }
    } else {
      for (const space of spaces) push(space.kind, space.text, space.start, space.end)
    }
    if (breaks.length > 0) breaks = []
    if (spaces.length > 0) spaces = []
  }

  /** White space that collapses: one of a run is printed, the first. */
  function noteSpace(start: number, end: number): void {
    const last = spaces.at(-1)
    if (last === undefined || last.text !== " ") {
      spaces.push({ kind: "verbatim", text: " ", start, end })
    } else if (last.start === last.end) {
      // “one</br>&#13;two”: an added space gives way to one that has a place.
      last.start = start
      last.end = end
    } else if (last.end === start) {
      last.end = end
    }
    const changed = spaces.at(-1)
    if (changed === undefined) return
    const isOneSpace = changed.end - changed.start === 1 && source.charCodeAt(changed.start) === SPACE
    changed.kind = isOneSpace ? "verbatim" : "decoded"
  }

  /** A space that does not collapse, but like all white space is dropped where a block begins or ends. */
  function noteHardSpace(kind: "verbatim" | "decoded", start: number, end: number): void {
    spaces.push({ kind, text: "\u00a0", start, end })
  }

  /** One part: `text` stands at `[start, end)` of the source, and differs from it in references and line ends at most. */
  function addPart(text: string, start: number, end: number, keepsSpace: boolean): void {
    let textIndex = 0
    let sourceIndex = start
    while (textIndex < text.length) {
      const unit = text.charCodeAt(textIndex)
      const sourceUnit = source.charCodeAt(sourceIndex)
      if (sourceUnit === AMPERSAND) {
        const reference = REFERENCE.exec(
          source.slice(sourceIndex, Math.min(end, sourceIndex + MAX_REFERENCE)),
        )?.[0]
        const decoded = reference === undefined ? "&" : decodeReference(reference)
        if (reference !== undefined && decoded !== reference && text.startsWith(decoded, textIndex)) {
          addReference(decoded, sourceIndex, sourceIndex + reference.length, keepsSpace)
          textIndex += decoded.length
          sourceIndex += reference.length
          continue
        }
      }
      if (isSpace(unit) && !keepsSpace) {
        // "\r\n" is one "\n" in `text`: the run of white space is taken from the source.
        const spaceFrom = sourceIndex
        while (textIndex < text.length && isSpace(text.charCodeAt(textIndex))) {
          const width = lineEndWidth(sourceIndex, end)
          if (width === 0) break
          sourceIndex += width
          textIndex++
        }
        if (sourceIndex > spaceFrom) {
          noteSpace(spaceFrom, sourceIndex)
          continue
        }
      }
      if (unit === HARD_SPACE && sourceUnit === HARD_SPACE) {
        noteHardSpace("verbatim", sourceIndex, sourceIndex + 1)
        textIndex++
        sourceIndex++
        continue
      }
      let runEnd = textIndex
      let sourceRunEnd = sourceIndex
      while (runEnd < text.length && sourceRunEnd < end) {
        const runUnit = text.charCodeAt(runEnd)
        if (runUnit !== source.charCodeAt(sourceRunEnd)) break
        if ((runUnit === AMPERSAND && runEnd > textIndex) || runUnit === HARD_SPACE) break
        if (!keepsSpace && isSpace(runUnit)) {
          // One space between two words stays as it is, and the stretch goes on.
          const isPlain =
            runUnit === SPACE &&
            runEnd > textIndex &&
            runEnd + 1 < text.length &&
            !isSpace(text.charCodeAt(runEnd + 1)) &&
            text.charCodeAt(runEnd + 1) !== AMPERSAND &&
            text.charCodeAt(runEnd + 1) !== HARD_SPACE &&
            text.charCodeAt(runEnd + 1) === source.charCodeAt(sourceRunEnd + 1)
          if (!isPlain) break
        }
        runEnd++
        sourceRunEnd++
      }
      if (runEnd > textIndex) {
        flush()
        push("verbatim", text.slice(textIndex, runEnd), sourceIndex, sourceRunEnd)
        textIndex = runEnd
        sourceIndex = sourceRunEnd
        continue
      }
      if (sourceUnit === RETURN && unit === LINE_FEED) {
        const width = lineEndWidth(sourceIndex, end)
        flush()
        push("decoded", "\n", sourceIndex, sourceIndex + width)
        textIndex++
        sourceIndex += width
        continue
      }
      // NUL in foreign content is printed as U+FFFD; anything else of this sort is not known, and loses no character.
      const isReplacement = unit === 0xfffd && sourceUnit === 0
      const rest = isReplacement ? text.slice(textIndex, textIndex + 1) : text.slice(textIndex)
      const restEnd = isReplacement ? sourceIndex + 1 : end
      flush()
      push("decoded", rest, sourceIndex, restEnd)
      textIndex += rest.length
      sourceIndex = restEnd
    }
  }

  /** A reference may stand for white space (`&#10;`), which collapses as any other. */
  function addReference(decoded: string, start: number, end: number, keepsSpace: boolean): void {
    if (
      !keepsSpace &&
      decoded.length > 0 &&
      [...decoded].every((character) => isSpace(character.charCodeAt(0)))
    ) {
      noteSpace(start, end)
      return
    }
    if (decoded === "\u00a0") {
      noteHardSpace("decoded", start, end)
      return
    }
    flush()
    push("decoded", decoded, start, end)
  }

  /** Units of the source that make the white space at `index`: 2 for "\r\n", 0 when there is none. */
  function lineEndWidth(index: number, end: number): number {
    if (index >= end) return 0
    const unit = source.charCodeAt(index)
    if (unit === RETURN && index + 1 < end && source.charCodeAt(index + 1) === LINE_FEED) return 2
    return isSpace(unit) ? 1 : 0
  }

  function endBlock(): void {
    if (blockKind !== null && blockStart >= 0) {
      const span = { start: blockStart, end: length }
      blocks.push({ kind: blockKind, span, linkLength, isHeading: blockIsHeading, isAside: blockIsAside })
    }
    blockKind = null
    blockStart = -1
    blockIsHeading = false
    blockIsAside = false
    if (breaks.length > 0) breaks = []
    if (spaces.length > 0) spaces = []
  }

  function ensureBlock(): void {
    if (blockKind === null) blockKind = "paragraph"
  }

  return {
    startBlock(kind, isHeading = false) {
      endBlock()
      blockKind = kind
      blockIsHeading = isHeading
    },
    endBlock,
    startLink() {
      linkDepth++
    },
    endLink() {
      linkDepth--
    },
    addText(text, places, keepsSpace, surroundings = PLAIN) {
      ensureBlock()
      const isFirst = blockStart < 0
      for (let index = 0; index < places.length; index += 3) {
        const from = places[index] as number
        const to = places[index + 3] ?? text.length
        addPart(text.slice(from, to), places[index + 1] as number, places[index + 2] as number, keepsSpace)
      }
      if (places.length === 0 && text.trim() !== "") {
        flush()
        push("added", text, sourcePosition, sourcePosition)
      }
      // A block is what its first words are.
      if (isFirst && blockStart >= 0) {
        if (surroundings.isCaption && blockKind === "paragraph") blockKind = "caption"
        blockIsAside = surroundings.isAside
      }
    },
    addBreak(sourceStart, sourceEnd) {
      if (blockStart >= 0) breaks.push(sourceStart, sourceEnd)
      if (spaces.length > 0) spaces = []
    },
    addDecoded(text, sourceStart, sourceEnd) {
      ensureBlock()
      flush()
      push("decoded", text, sourceStart, sourceEnd)
    },
    addSpace() {
      if (spaces.length === 0)
        spaces.push({ kind: "added", text: " ", start: sourcePosition, end: sourcePosition })
    },
    length: () => length,
    build() {
      endBlock()
      return { text: pieces.join(""), blocks, origin }
    },
  }
}

/** The longest name of a character reference has 31 letters ("CounterClockwiseContourIntegral;"). */
const MAX_REFERENCE = 40
const REFERENCE = /^&(?:#[0-9]{1,30}|#[xX][0-9a-fA-F]{1,30}|[A-Za-z][A-Za-z0-9]{0,35});?/
