// Elements whose text never is part of a report: what a browser does not print, and what only works when clicked.
import type { SourceElement } from "./source-tree.ts"

const NEVER_PRINTED = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "math",
  "head",
  "title",
  "link",
  "meta",
  "object",
  "embed",
  "audio",
  "video",
  "canvas",
  "select",
  "textarea",
  "input",
  "button",
  "dialog",
  "noframes",
  "noembed",
])

/** Whether the element and all in it is left out. */
export function isLeftOut(element: SourceElement): boolean {
  if (NEVER_PRINTED.has(element.name)) return true
  for (const { name, value } of element.attributes) {
    if (name === "hidden") return true
    if (name === "aria-hidden" && value === "true") return !isShownAnyway(element)
    if (name === "style" && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value)) return true
  }
  return false
}

/** Pictures of formulas are hidden from screen readers only. */
function isShownAnyway(element: SourceElement): boolean {
  return element.attributes.some(({ name, value }) => name === "class" && value.includes("fallback-image"))
}
