// HTML source to a tree of plain nodes in which each piece of text knows its place in the source.
// In: the decoded page. Out: the tree that a browser would build, read-only from here on.
// Scripts are not run, styles not applied; what counts as the report is `main-text.ts`.
import type { Token, TreeAdapter, TreeAdapterTypeMap } from "parse5"
import { html, parse } from "parse5"

export interface SourceAttribute {
  readonly name: string
  readonly value: string
}

export interface SourceElement {
  readonly kind: "element"
  /** Lower case. */
  readonly name: string
  readonly attributes: readonly SourceAttribute[]
  readonly children: readonly SourceNode[]
  readonly parent: SourceElement | null
  /** The start tag in the source, `[start, end)`; -1 for an element that the source leaves out, such as `<html>`. */
  readonly start: number
  readonly end: number
  /** The end tag; -1 when the source has none. */
  readonly endTagStart: number
  readonly endTagEnd: number
  /** What the parser told of the tag's place; `attrs` has that of each attribute, `name="value"` as a whole. */
  readonly location: Token.ElementLocation | null
}

/**
 * Text, without the comments and stray tags that stood in it.
 *
 * `places` holds three numbers for each part that is of one piece in the source:
 * where the part begins in `text`, where it begins in the source, where it ends
 * there. Within a part only character references, line ends and NUL differ.
 *
 *     source   Tom &amp; J<!-- x -->erry
 *     text     Tom & Jerry
 *     places   0 0 11   7 21 25
 */
export interface SourceText {
  readonly kind: "text"
  readonly text: string
  readonly places: readonly number[]
  readonly parent: SourceElement | null
}

export type SourceNode = SourceElement | SourceText

export interface SourcePage {
  readonly root: SourceElement
  /** Where parsing stopped because the page was beyond a limit; null when all was read. */
  readonly stoppedAt: number | null
}

/** Characters of a page that are parsed. The largest of 66 real pages has 1.4 million, nine tenths of them script. */
const MAX_PAGE_LENGTH = 4_000_000

/** Elements in one page; of 66 real pages the one with the most has 1,600. */
const MAX_ELEMENTS = 150_000

/**
 * Steps up the stack of open elements, which the parser takes for most start
 * tags: 20,000 tags inside each other cost 200 million, about .3 s.
 */
const MAX_PARSE_STEPS = 1_000_000_000

/** Elements at which the parser stops climbing. */
const SCOPES = new Set(["html", "table", "td", "th", "caption", "template", "object", "applet", "marquee"])

/**
 * Parses a page as the HTML standard says. Never throws. Time and memory are
 * bounded by `MAX_PAGE_LENGTH`, `MAX_ELEMENTS` and `MAX_PARSE_STEPS`; what comes
 * after a limit is not in the tree, and `stoppedAt` says from where on.
 */
export function parsePage(source: string): SourcePage {
  const isCut = source.length > MAX_PAGE_LENGTH
  const builder = createBuilder()
  try {
    parse(isCut ? source.slice(0, MAX_PAGE_LENGTH) : source, {
      treeAdapter: builder.adapter,
      sourceCodeLocationInfo: true,
    })
  } catch (error) {
    if (error !== TOO_MUCH) throw error
    return { root: builder.root(), stoppedAt: builder.position() }
  }
  return { root: builder.root(), stoppedAt: isCut ? MAX_PAGE_LENGTH : null }
}

/** Thrown through the parser to stop it, caught above. */
const TOO_MUCH = new Error("page beyond a limit")

interface OpenElement {
  kind: "element"
  name: string
  namespace: html.NS
  attributes: Token.Attribute[]
  children: OpenNode[]
  parent: OpenElement | null
  start: number
  end: number
  endTagStart: number
  endTagEnd: number
  location: Token.ElementLocation | null
  /** What stands in a `<template>` is kept apart from the page, as in a browser. */
  template: OpenElement | null
}

interface OpenText {
  kind: "text"
  text: string
  places: number[]
  parent: OpenElement | null
  /** Length of `text` before the last piece was added, until that piece gets its place. */
  lengthBefore: number
}

interface OpenComment {
  kind: "comment"
  parent: OpenElement | null
}

type OpenNode = OpenElement | OpenText
type AnyNode = OpenNode | OpenComment

interface Nodes extends TreeAdapterTypeMap {
  node: AnyNode
  parentNode: OpenElement
  childNode: AnyNode
  document: OpenElement
  documentFragment: OpenElement
  element: OpenElement
  commentNode: OpenComment
  textNode: OpenText
  template: OpenElement
  documentType: OpenComment
}

interface Builder {
  readonly adapter: TreeAdapter<Nodes>
  root(): SourceElement
  /** The source offset of the last thing that was placed. */
  position(): number
}

function createBuilder(): Builder {
  const documentNode = openElement("#document", html.NS.HTML, [])
  let mode = html.DOCUMENT_MODE.NO_QUIRKS
  let elementCount = 0
  let steps = 0
  /** For each open element, how many stand between it and the one at which climbing stops. */
  const climbs: number[] = []
  let position = 0

  function insert(parent: OpenElement, node: AnyNode, reference: AnyNode | null): void {
    // Comments are left out, so that the words around them stay one text.
    if (node.kind === "comment") return
    node.parent = parent
    const index = reference === null ? -1 : parent.children.lastIndexOf(reference as OpenNode)
    if (index < 0) parent.children.push(node)
    else parent.children.splice(index, 0, node)
  }

  function addText(parent: OpenElement, text: string, reference: AnyNode | null): void {
    const index =
      reference === null ? parent.children.length : parent.children.lastIndexOf(reference as OpenNode)
    const before = parent.children[index - 1]
    if (before?.kind === "text") {
      before.lengthBefore = before.text.length
      before.text += text
      return
    }
    insert(parent, { kind: "text", text, places: [], parent, lengthBefore: 0 }, reference)
  }

  const adapter: TreeAdapter<Nodes> = {
    createDocument: () => documentNode,
    createDocumentFragment: () => openElement("#fragment", html.NS.HTML, []),
    createElement: (name, namespace, attributes) => {
      if (++elementCount > MAX_ELEMENTS) throw TOO_MUCH
      return openElement(name, namespace, attributes)
    },
    createCommentNode: () => ({ kind: "comment", parent: null }),
    createTextNode: (text) => ({ kind: "text", text, places: [], parent: null, lengthBefore: 0 }),
    appendChild: (parent, node) => insert(parent, node, null),
    insertBefore: (parent, node, reference) => insert(parent, node, reference),
    insertText: (parent, text) => addText(parent, text, null),
    insertTextBefore: (parent, text, reference) => addText(parent, text, reference),
    setTemplateContent: (template, content) => {
      template.template = content
    },
    getTemplateContent: (template) => template.template ?? openElement("#fragment", html.NS.HTML, []),
    setDocumentType: () => {},
    setDocumentMode: (_, newMode) => {
      mode = newMode
    },
    getDocumentMode: () => mode,
    detachNode: (node) => {
      if (node.kind === "comment" || node.parent === null) return
      const index = node.parent.children.lastIndexOf(node)
      if (index >= 0) node.parent.children.splice(index, 1)
      node.parent = null
    },
    adoptAttributes: (element, attributes) => {
      for (const attribute of attributes) {
        if (!element.attributes.some((known) => known.name === attribute.name))
          element.attributes.push(attribute)
      }
    },
    getFirstChild: (node) => node.children[0] ?? null,
    getChildNodes: (node) => node.children,
    getParentNode: (node) => node.parent,
    getAttrList: (element) => element.attributes,
    getTagName: (element) => element.name,
    getNamespaceURI: (element) => element.namespace,
    getTextNodeContent: (node) => node.text,
    getCommentNodeContent: () => "",
    getDocumentTypeNodeName: () => "html",
    getDocumentTypeNodePublicId: () => "",
    getDocumentTypeNodeSystemId: () => "",
    isTextNode: (node): node is OpenText => node.kind === "text",
    isCommentNode: (node): node is OpenComment => node.kind === "comment",
    isDocumentTypeNode: (_node): _node is OpenComment => false,
    isElementNode: (node): node is OpenElement => node.kind === "element",
    // A text is said to have no place yet, so that the parser gives the place of each piece and not only of the first.
    getNodeSourceCodeLocation: (node) => (node.kind === "element" ? node.location : null),
    setNodeSourceCodeLocation: (node, location) => {
      if (location === null) return
      if (node.kind === "text") placeText(node, location)
      if (node.kind === "element") placeElement(node, location)
      position = Math.max(position, location.endOffset)
    },
    updateNodeSourceCodeLocation: (node, location) => {
      if (node.kind !== "element" || location.endTag === undefined) return
      node.endTagStart = location.endTag.startOffset
      node.endTagEnd = location.endTag.endOffset
    },
    onItemPush: (element) => {
      const climb = SCOPES.has(element.name) ? 0 : (climbs.at(-1) ?? 0) + 1
      climbs.push(climb)
      steps += climb
      if (steps > MAX_PARSE_STEPS) throw TOO_MUCH
    },
    onItemPop: () => {
      climbs.pop()
    },
  }
  return { adapter, root: () => documentNode, position: () => position }
}

function openElement(name: string, namespace: html.NS, attributes: Token.Attribute[]): OpenElement {
  return {
    kind: "element",
    name,
    namespace,
    attributes,
    children: [],
    parent: null,
    start: -1,
    end: -1,
    endTagStart: -1,
    endTagEnd: -1,
    location: null,
    template: null,
  }
}

function placeText(node: OpenText, location: Token.Location): void {
  const { places } = node
  const last = places.length - 1
  if (last > 0 && places[last] === location.startOffset) {
    places[last] = location.endOffset
    return
  }
  places.push(node.lengthBefore, location.startOffset, location.endOffset)
}

function placeElement(node: OpenElement, location: Token.ElementLocation): void {
  node.location = location
  node.start = location.startTag?.startOffset ?? location.startOffset
  node.end = location.startTag?.endOffset ?? location.endOffset
}
