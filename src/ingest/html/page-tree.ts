// A page as a tree in which each character of text still knows its place in the source.
// Goes in and out of Readability, so it answers to the names of the DOM that Readability calls, and to no others.
// Why not a DOM library: linkedom takes 130 ms to load, a third of a cold start, and loses places when it copies nodes.

/** One attribute; `cloneNode` is what Readability copies it with. */
export class PageAttribute {
  readonly name: string
  value: string

  constructor(name: string, value: string) {
    this.name = name
    this.value = value
  }

  cloneNode(): PageAttribute {
    return new PageAttribute(this.name, this.value)
  }
}

/** What the elements around a text say it is. */
export interface Surroundings {
  /** Part of a picture: its caption or credit. */
  readonly isCaption: boolean
  /** By name a part of the page beside the report: the author's portrait, a newsletter's form. */
  readonly isAside: boolean
}

export const PLAIN: Surroundings = { isCaption: false, isAside: false }

export type PageNode = PageElement | PageText

/** A stretch of text; `places` as in `SourceText`. */
export class PageText {
  readonly nodeType = 3
  readonly nodeName = "#text"
  readonly textContent: string
  readonly places: readonly number[]
  parentNode: PageElement | null = null
  previousSibling: PageNode | null = null
  nextSibling: PageNode | null = null

  /** What it stood in before Readability took elements apart. */
  readonly surroundings: Surroundings

  constructor(textContent: string, places: readonly number[], surroundings: Surroundings = PLAIN) {
    this.textContent = textContent
    this.places = places
    this.surroundings = surroundings
  }

  get childNodes(): readonly PageNode[] {
    return NO_NODES
  }

  get nextElementSibling(): PageElement | null {
    return elementFrom(this.nextSibling)
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

const NO_NODES: readonly PageNode[] = []

/** What `style` says of every element: hidden ones are taken out before Readability sees the tree. */
const VISIBLE = { display: "", visibility: "" } as const

/** An element; `sourceStart` to `sourceEnd` is its start tag, or where it was created from when the source has none. */
export class PageElement {
  readonly nodeType = 1
  /** Lower case. */
  readonly localName: string
  /** Upper case, as Readability compares it. */
  readonly tagName: string
  readonly attributes: PageAttribute[]
  readonly ownerDocument: PageDocument
  readonly style = VISIBLE
  sourceStart = -1
  sourceEnd = -1
  /** The end tag, for elements that a browser prints something for: `</q>`. -1 when the source has none. */
  endTagStart = -1
  endTagEnd = -1

  parentNode: PageElement | null = null
  previousSibling: PageNode | null = null
  nextSibling: PageNode | null = null
  firstChild: PageNode | null = null
  lastChild: PageNode | null = null

  // Kept until the tree below changes: Readability asks for the same text and the same children many times over.
  #text: string | null = null
  #nodes: readonly PageNode[] | null = null
  #elements: readonly PageElement[] | null = null

  constructor(localName: string, attributes: PageAttribute[], ownerDocument: PageDocument) {
    this.localName = localName
    this.tagName = localName.toUpperCase()
    this.attributes = attributes
    this.ownerDocument = ownerDocument
  }

  get nodeName(): string {
    return this.tagName
  }

  // ── attributes ──

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value
    return null
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null
  }

  setAttribute(name: string, value: string): void {
    const known = this.attributes.find((attribute) => attribute.name === name)
    if (known === undefined) this.attributes.push(new PageAttribute(name, value))
    else known.value = value
  }

  setAttributeNode(attribute: PageAttribute): void {
    this.setAttribute(attribute.name, attribute.value)
  }

  removeAttribute(name: string): void {
    const index = this.attributes.findIndex((attribute) => attribute.name === name)
    if (index >= 0) this.attributes.splice(index, 1)
  }

  get className(): string {
    return this.getAttribute("class") ?? ""
  }

  set className(value: string) {
    this.setAttribute("class", value)
  }

  get id(): string {
    return this.getAttribute("id") ?? ""
  }

  set id(value: string) {
    this.setAttribute("id", value)
  }

  get src(): string {
    return this.getAttribute("src") ?? ""
  }

  get srcset(): string {
    return this.getAttribute("srcset") ?? ""
  }

  // ── reading the tree ──

  /** All text below, as one string. Time grows with what changed since it was last asked for. */
  get textContent(): string {
    if (this.#text !== null) return this.#text
    let text = ""
    for (let child = this.firstChild; child !== null; child = child.nextSibling) text += child.textContent
    this.#text = text
    return text
  }

  /** Readability keeps the page as text to start over from; Sayso starts over from its own tree (`main-text.ts`). */
  get innerHTML(): string {
    return ""
  }

  get childNodes(): readonly PageNode[] {
    if (this.#nodes !== null) return this.#nodes
    const nodes: PageNode[] = []
    for (let child = this.firstChild; child !== null; child = child.nextSibling) nodes.push(child)
    this.#nodes = nodes
    return nodes
  }

  get children(): readonly PageElement[] {
    if (this.#elements !== null) return this.#elements
    const elements: PageElement[] = []
    for (let child = this.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 1) elements.push(child)
    }
    this.#elements = elements
    return elements
  }

  get firstElementChild(): PageElement | null {
    return elementFrom(this.firstChild)
  }

  get nextElementSibling(): PageElement | null {
    return elementFrom(this.nextSibling)
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling
    while (node !== null && node.nodeType !== 1) node = node.previousSibling
    return node
  }

  /** Elements of that name below this one, in document order; "*" gives all. A list of now, not a live one. */
  getElementsByTagName(name: string): PageElement[] {
    return this.#collect((element) => name === "*" || element.localName === name)
  }

  /** Only lists of tag names are understood ("h1,H2", in any case): Readability asks for nothing else. */
  querySelectorAll(names: string): PageElement[] {
    const wanted = new Set(names.toLowerCase().split(","))
    return this.#collect((element) => wanted.has(element.localName))
  }

  #collect(isWanted: (element: PageElement) => boolean): PageElement[] {
    const found: PageElement[] = []
    for (let element = this.#next(this); element !== null; element = this.#next(element)) {
      if (isWanted(element)) found.push(element)
    }
    return found
  }

  /** The element after `element` in document order, within this one. */
  #next(element: PageElement): PageElement | null {
    const child = element.firstElementChild
    if (child !== null) return child
    for (let up: PageElement | null = element; up !== null && up !== this; up = up.parentNode) {
      const sibling = up.nextElementSibling
      if (sibling !== null) return sibling
    }
    return null
  }

  // ── changing the tree ──

  appendChild(node: PageNode): PageNode {
    node.remove()
    node.parentNode = this
    node.previousSibling = this.lastChild
    if (this.lastChild === null) this.firstChild = node
    else this.lastChild.nextSibling = node
    this.lastChild = node
    this.#changed()
    return node
  }

  insertBefore(node: PageNode, reference: PageNode | null): PageNode {
    if (reference === null) return this.appendChild(node)
    node.remove()
    const before = reference.previousSibling
    node.parentNode = this
    node.previousSibling = before
    node.nextSibling = reference
    reference.previousSibling = node
    if (before === null) this.firstChild = node
    else before.nextSibling = node
    this.#changed()
    return node
  }

  removeChild(node: PageNode): PageNode {
    const before = node.previousSibling
    const after = node.nextSibling
    if (before === null) this.firstChild = after
    else before.nextSibling = after
    if (after === null) this.lastChild = before
    else after.previousSibling = before
    node.parentNode = null
    node.previousSibling = null
    node.nextSibling = null
    this.#changed()
    return node
  }

  replaceChild(node: PageNode, old: PageNode): PageNode {
    if (node === old) return old
    node.remove()
    this.insertBefore(node, old)
    this.removeChild(old)
    return old
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  #changed(): void {
    this.#nodes = null
    this.#elements = null
    // Where no text is kept, none is kept further up either.
    let element: PageElement | null = this
    while (element !== null && element.#text !== null) {
      element.#text = null
      element = element.parentNode
    }
  }
}

function elementFrom(start: PageNode | null): PageElement | null {
  let node = start
  while (node !== null && node.nodeType !== 1) node = node.nextSibling
  return node
}

/** The root. Kept apart from `PageElement`, as Readability stops climbing where there is no `tagName`. */
export class PageDocument {
  readonly nodeType = 9
  readonly documentElement: PageElement
  readonly head: PageElement
  readonly body: PageElement
  readonly baseURI = "about:blank"
  readonly documentURI = "about:blank"

  constructor() {
    this.documentElement = new PageElement("html", [], this)
    this.head = new PageElement("head", [], this)
    this.body = new PageElement("body", [], this)
    this.documentElement.appendChild(this.head)
    this.documentElement.appendChild(this.body)
  }

  get firstChild(): PageElement {
    return this.documentElement
  }

  get title(): string {
    return this.documentElement.getElementsByTagName("title")[0]?.textContent ?? ""
  }

  createElement(name: string): PageElement {
    return new PageElement(name.toLowerCase(), [], this)
  }

  createTextNode(text: string): PageText {
    return new PageText(text, [])
  }

  getElementsByTagName(name: string): PageElement[] {
    return this.documentElement.getElementsByTagName(name)
  }

  querySelectorAll(names: string): PageElement[] {
    return this.documentElement.querySelectorAll(names)
  }
}
