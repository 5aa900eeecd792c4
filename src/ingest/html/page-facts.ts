// The parts of a page that tell about the report rather than being it: meta tags, titles, dates, links.
// In: the page's tree. Out: lists in document order, gathered in one walk; what they mean is `metadata/`.
import { isLeftOut } from "./left-out.ts"
import type { SourceElement, SourceNode, SourceText } from "./source-tree.ts"

export interface MetaTag {
  /** `name`, `property`, `itemprop` or `http-equiv`, lower case: "article:published_time". */
  readonly key: string
  readonly content: string
  readonly element: SourceElement
}

export interface PageFacts {
  readonly body: SourceElement | null
  /** `lang` of `<html>`; null when there is none. */
  readonly language: string | null
  readonly metaTags: readonly MetaTag[]
  /** The texts of `<script type="application/ld+json">`. */
  readonly jsonLd: readonly string[]
  /** The texts of other scripts that hold data. */
  readonly dataScripts: readonly string[]
  readonly titleElement: SourceElement | null
  /** `<h1>`s that a browser shows. */
  readonly headings: readonly SourceElement[]
  /** `<link rel="canonical">`. */
  readonly canonical: string | null
  /** Visible elements that may hold a date or an author, by `itemprop`, `class`, `rel` or name. */
  readonly marked: readonly SourceElement[]
  /** All visible text of the body in document order. */
  readonly texts: readonly SourceText[]
}

/** Walks the tree once, without calling itself: it may be 20,000 deep. */
export function collectFacts(root: SourceElement): PageFacts {
  let body: SourceElement | null = null
  let language: string | null = null
  let titleElement: SourceElement | null = null
  let canonical: string | null = null
  const metaTags: MetaTag[] = []
  const jsonLd: string[] = []
  const dataScripts: string[] = []
  const headings: SourceElement[] = []
  const marked: SourceElement[] = []
  const texts: SourceText[] = []
  // Below a hidden element only what says something about the page is looked at.
  const pending: { node: SourceNode; isVisible: boolean }[] = [{ node: root, isVisible: true }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next
    if (node.kind === "text") {
      if (next.isVisible && body !== null) texts.push(node)
      continue
    }
    let isVisible = next.isVisible
    switch (node.name) {
      case "html":
        language ??= attribute(node, "lang") ?? attribute(node, "xml:lang")
        break
      case "body":
        body ??= node
        break
      case "meta":
        addMeta(node, metaTags)
        break
      case "title":
        // `<svg>` has titles of its own.
        if (node.parent?.name === "head") titleElement ??= node
        break
      case "script":
        if (isData(node)) dataScripts.push(textOf(node))
        if (/^application\/ld\+json/i.test(attribute(node, "type")?.trim() ?? "")) jsonLd.push(textOf(node))
        break
      case "link":
        if (attribute(node, "rel")?.toLowerCase() === "canonical") canonical ??= attribute(node, "href")
        break
      case "h1":
        if (isVisible && !isLeftOut(node)) headings.push(node)
        break
      default:
        break
    }
    if (node.name !== "head" && node.name !== "html" && isLeftOut(node)) isVisible = false
    if (isVisible && isMarked(node)) marked.push(node)
    for (let index = node.children.length - 1; index >= 0; index--) {
      pending.push({ node: node.children[index] as SourceNode, isVisible })
    }
  }
  return { body, language, metaTags, jsonLd, dataScripts, titleElement, headings, canonical, marked, texts }
}

/** Value of an attribute; null when the element has none of that name. */
export function attribute(element: SourceElement, name: string): string | null {
  for (const known of element.attributes) if (known.name === name) return known.value
  return null
}

/** All text below `element`, hidden or not. */
export function textOf(element: SourceElement): string {
  let text = ""
  for (const node of textNodes(element)) text += node.text
  return text
}

/** The text nodes below `element` in document order. */
export function textNodes(element: SourceElement): readonly SourceText[] {
  const found: SourceText[] = []
  const pending: SourceNode[] = [element]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "text") found.push(node)
    else
      for (let index = node.children.length - 1; index >= 0; index--)
        pending.push(node.children[index] as SourceNode)
  }
  return found
}

/** Names and dates are shorter than this; what is longer is cut. */
const MAX_CONTENT = 2000

function addMeta(element: SourceElement, metaTags: MetaTag[]): void {
  const content = (attribute(element, "content") ?? "").slice(0, MAX_CONTENT)
  if (content.trim() === "") return
  for (const name of ["property", "name", "itemprop", "http-equiv"]) {
    const key = attribute(element, name)
    if (key !== null && key !== "") metaTags.push({ key: key.trim().toLowerCase(), content, element })
  }
}

/** `<script type="application/json">`, `<script id="__NEXT_DATA__">`, `<script>` without a type. */
function isData(element: SourceElement): boolean {
  const type = attribute(element, "type")
  return attribute(element, "src") === null && (type === null || /json|javascript/i.test(type))
}

const MARKS = /date|time|publish|posted|author|byline|creator/i

function isMarked(element: SourceElement): boolean {
  if (element.name === "time" || element.name === "address") return true
  for (const { name, value } of element.attributes) {
    if ((name === "class" || name === "itemprop" || name === "rel" || name === "id") && MARKS.test(value))
      return true
  }
  return false
}
