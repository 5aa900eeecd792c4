// The visible text of a page as lines, before anything is taken for boilerplate. In: facts. Out: lines with their place.
import { attribute, type PageFacts } from "../html/page-facts.ts"
import { BLOCK_ELEMENTS } from "../html/render.ts"
import type { SourceElement, SourceText } from "../html/source-tree.ts"

export interface PageLine {
  /** White space collapsed. */
  readonly text: string
  /** `datetime` of each `<time>` in it. */
  readonly times: readonly string[]
  /** The element that makes it a line. */
  readonly element: SourceElement | null
}

/** Inline elements inside each other that are looked through for the line they stand in. */
const MAX_CLIMB = 30

/** Lines in document order. Time grows with the page's text. */
export function visibleLines(facts: PageFacts): readonly PageLine[] {
  const lines: PageLine[] = []
  let element: SourceElement | null = null
  let parts: string[] = []
  let times: string[] = []
  const end = (): void => {
    const text = parts.join("").replace(/\s+/g, " ").trim()
    if (text !== "") lines.push({ text, times, element })
    parts = []
    times = []
  }
  for (const node of facts.texts) {
    const around = lineElement(node)
    if (around !== element) {
      end()
      element = around
    }
    parts.push(node.text)
    const time = timeOf(node)
    if (time !== null) times.push(time)
  }
  end()
  return lines
}

function timeOf(node: SourceText): string | null {
  const { parent } = node
  const element = parent?.name === "time" ? parent : parent?.parent?.name === "time" ? parent.parent : null
  return element === null ? null : attribute(element, "datetime")
}

function lineElement(node: SourceText): SourceElement | null {
  let element = node.parent
  for (let climb = 0; climb < MAX_CLIMB && element !== null; climb++) {
    if (BLOCK_ELEMENTS.has(element.name) || element.name === "td") return element
    element = element.parent
  }
  return element
}
