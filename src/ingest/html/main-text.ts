// Which part of a page is the report. In: the page's tree. Out: the elements that hold the report's text, in order.
// Readability (Mozilla's Reader View) decides; it works on a copy, so that it can start over with milder rules.
import { Readability } from "@mozilla/readability"
import { isLeftOut } from "./left-out.ts"
import {
  PageAttribute,
  PageDocument,
  PageElement,
  type PageNode,
  PageText,
  PLAIN,
  type Surroundings,
} from "./page-tree.ts"
import { BLOCK_ELEMENTS } from "./render.ts"
import type { SourceElement, SourceNode } from "./source-tree.ts"
import { surroundingsIn } from "./surroundings.ts"

/**
 * Elements inside each other that are kept apart; what is nested deeper joins
 * the element at this depth. Of 66 real pages the deepest has 51; Readability
 * calls itself for each, and reads the text below each anew.
 */
const MAX_DEPTH = 120

/** Below this many characters of prose milder rules are tried; Readability itself asks for 500 of any text. */
const ENOUGH_PROSE = 400
/** What a character of other text costs beside one of prose. */
const OTHER_WEIGHT = 0.5

// Readability's own switches, from its strictest setting to its mildest.
const STRIP_UNLIKELY = 1
const WEIGH_CLASSES = 2
const CLEAN_CONDITIONALLY = 4
const ATTEMPTS = [
  STRIP_UNLIKELY | WEIGH_CLASSES | CLEAN_CONDITIONALLY,
  WEIGH_CLASSES | CLEAN_CONDITIONALLY,
  CLEAN_CONDITIONALLY,
  0,
]

/**
 * The report's element in a copy of the page, or the whole body where
 * Readability finds none. Milder rules are only tried where the strictest leave
 * little prose; of all tries the one wins that has the most of it beside the least else.
 */
export function findMainText(body: SourceElement, title: string): PageElement {
  let best: { readonly article: PageElement; readonly worth: number } | null = null
  for (const flags of ATTEMPTS) {
    const article = runReadability(body, title, flags)
    if (article === null) continue
    const { prose, other } = measureProse(article)
    if (prose >= ENOUGH_PROSE && prose >= other) return article
    const worth = prose - OTHER_WEIGHT * other
    if (prose + other > 0 && (best === null || worth > best.worth)) best = { article, worth }
  }
  return best === null ? copyPage(body, title).body : best.article
}

/** A line counts as prose when it is this long, ends a sentence and is no link. */
const MIN_PROSE_LINE = 60
const SENTENCE = /[.!?…]["”’'»)\]]*(?:\s|$)/

/** Characters in lines of prose, and in all other lines. */
function measureProse(article: PageElement): { readonly prose: number; readonly other: number } {
  let prose = 0
  let other = 0
  for (const { text, linkLength } of linesOf(article)) {
    if (text.length >= MIN_PROSE_LINE && linkLength < 0.5 * text.length && SENTENCE.test(text))
      prose += text.length
    else other += text.length
  }
  return { prose, other }
}

interface Line {
  readonly text: string
  /** Characters that are part of a link. */
  readonly linkLength: number
}

/** The element's text cut where blocks begin and end. */
function linesOf(element: PageElement): readonly Line[] {
  const lines: Line[] = []
  let text = ""
  let linkLength = 0
  const end = (): void => {
    const collapsed = text.replace(/\s+/g, " ").trim()
    if (collapsed !== "") lines.push({ text: collapsed, linkLength })
    text = ""
    linkLength = 0
  }
  const visit = (node: PageNode, isLink: boolean): void => {
    if (node.nodeType === 3) {
      text += node.textContent
      if (isLink) linkLength += node.textContent.trim().length
      return
    }
    const isBlock = BLOCK_ELEMENTS.has(node.localName)
    if (isBlock) end()
    for (const child of node.childNodes) visit(child, isLink || node.localName === "a")
    if (isBlock) end()
  }
  visit(element, false)
  end()
  return lines
}

/** What of Readability is used; its published types need the DOM's, which the core does without. */
interface Reader {
  _flags: number
  parse(): { readonly content: PageElement } | null
}

type ReaderConstructor = new (
  page: PageDocument,
  options: {
    readonly charThreshold: number
    readonly disableJSONLD: boolean
    readonly keepClasses: boolean
    readonly serializer: (element: PageElement) => PageElement
  },
) => Reader

function runReadability(body: SourceElement, title: string, flags: number): PageElement | null {
  const reader = new (Readability as unknown as ReaderConstructor)(copyPage(body, title), {
    charThreshold: 0,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (element) => element,
  })
  reader._flags = flags
  return reader.parse()?.content ?? null
}

/** A page with the body's visible elements and one `<meta>`, the title. */
function copyPage(body: SourceElement, title: string): PageDocument {
  const page = new PageDocument()
  const meta = page.createElement("meta")
  meta.setAttribute("property", "og:title")
  meta.setAttribute("content", title)
  page.head.appendChild(meta)
  for (const attribute of body.attributes) page.body.setAttribute(attribute.name, attribute.value)
  copyChildren(body, page.body, page, PLAIN, 0)
  return page
}

function copyChildren(
  from: SourceElement,
  to: PageElement,
  page: PageDocument,
  around: Surroundings,
  depth: number,
): void {
  for (const child of from.children) {
    if (child.kind === "text") to.appendChild(new PageText(child.text, child.places, around))
    else if (isLeftOut(child)) continue
    else if (depth >= MAX_DEPTH) flatten(child, to, page, around)
    else {
      const copy = copyElement(child, page)
      to.appendChild(copy)
      copyChildren(child, copy, page, surroundingsIn(child, around), depth + 1)
    }
  }
}

function copyElement(element: SourceElement, page: PageDocument): PageElement {
  const attributes: PageAttribute[] = []
  for (const { name, value } of element.attributes) {
    // A `javascript:` link is replaced by a new text, which would have no place in the source.
    if (name === "style" || (name === "href" && value.trimStart().startsWith("javascript:"))) continue
    attributes.push(new PageAttribute(name, value))
  }
  const copy = new PageElement(element.name, attributes, page)
  copy.sourceStart = element.start
  copy.sourceEnd = element.end
  copy.endTagStart = element.endTagStart
  copy.endTagEnd = element.endTagEnd
  return copy
}

/** Adds the text of `element` to `to`, one line for each element it stood in. Does not call itself: it may be 20,000 deep. */
function flatten(element: SourceElement, to: PageElement, page: PageDocument, around: Surroundings): void {
  const pending: SourceNode[] = [element]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "text") {
      to.appendChild(new PageText(node.text, node.places, around))
      continue
    }
    if (isLeftOut(node)) continue
    const lineBreak = page.createElement("br")
    lineBreak.sourceStart = node.start
    lineBreak.sourceEnd = node.end
    to.appendChild(lineBreak)
    for (let index = node.children.length - 1; index >= 0; index--)
      pending.push(node.children[index] as SourceNode)
  }
}
