// Elements of a page to text with blocks. In: the report's element. Out: pieces given to the text builder.
import type { BlockKind, TextBuilder } from "../text-builder.ts"
import type { PageElement, PageNode } from "./page-tree.ts"

/** Elements that begin and end a block of their own, as a browser's own style sheet has it. */
export const BLOCK_ELEMENTS = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "caption",
  "center",
  "dd",
  "details",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "legend",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "summary",
  "table",
  "tbody",
  "tfoot",
  "thead",
  "tr",
  "ul",
])

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"])

/** Writes `element` and all in it to `builder`. Recursive: the tree is at most `MAX_DEPTH` deep. */
export function renderElement(element: PageElement, builder: TextBuilder): void {
  renderChildren(element, "paragraph", false, 0, builder)
  builder.endBlock()
}

function renderChildren(
  element: PageElement,
  kind: BlockKind,
  keepsSpace: boolean,
  quoteDepth: number,
  builder: TextBuilder,
): void {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    renderNode(node, kind, keepsSpace, quoteDepth, builder)
  }
}

function renderNode(
  node: PageNode,
  kind: BlockKind,
  keepsSpace: boolean,
  quoteDepth: number,
  builder: TextBuilder,
): void {
  if (node.nodeType === 3) {
    builder.addText(node.textContent, node.places, keepsSpace, node.surroundings)
    return
  }
  const name = node.localName
  if (name === "br") {
    if (node.sourceStart >= 0) builder.addBreak(node.sourceStart, node.sourceEnd)
    // “one</br>two”: the standard makes an element of the stray end tag that has no place in the source.
    else builder.addSpace()
    return
  }
  if (name === "q") {
    renderQuote(node, kind, keepsSpace, quoteDepth, builder)
    return
  }
  const ownKind = blockKind(node, kind)
  const ownSpace = keepsSpace || name === "pre"
  if (!BLOCK_ELEMENTS.has(name)) {
    if (name === "a") builder.startLink()
    // Two cells of a row stand apart.
    if ((name === "td" || name === "th") && node.previousElementSibling !== null) builder.addSpace()
    renderChildren(node, ownKind, ownSpace, quoteDepth, builder)
    if (name === "a") builder.endLink()
    return
  }
  builder.startBlock(ownKind, HEADINGS.has(name))
  renderChildren(node, ownKind, ownSpace, quoteDepth, builder)
  // What follows within the element around it is a block of its own, of that element's kind.
  builder.startBlock(kind)
}

/** `<q>`: the marks come from the browser, so they stand for the tags in the source. */
function renderQuote(
  element: PageElement,
  kind: BlockKind,
  keepsSpace: boolean,
  quoteDepth: number,
  builder: TextBuilder,
): void {
  const isInner = quoteDepth % 2 === 1
  if (element.sourceStart >= 0)
    builder.addDecoded(isInner ? "‘" : "“", element.sourceStart, element.sourceEnd)
  renderChildren(element, kind, keepsSpace, quoteDepth + 1, builder)
  if (element.endTagStart >= 0)
    builder.addDecoded(isInner ? "’" : "”", element.endTagStart, element.endTagEnd)
}

function blockKind(element: PageElement, around: BlockKind): BlockKind {
  switch (element.localName) {
    case "blockquote":
      return "blockquote"
    case "figcaption":
    case "caption":
      return "caption"
    case "figure":
      return "caption"
    case "table":
      return around === "caption" ? "paragraph" : around
    case "li":
      return around === "blockquote" ? around : "listItem"
    default:
      return around
  }
}
