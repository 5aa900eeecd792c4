// Whether bytes are a page, plain text, or no text at all. In: the decoded text. Out: a media type.

/** Characters in which a page shows itself. */
const HEAD_LENGTH = 4096

const PAGE_START =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|article|main|section|div|h[1-6]|p|table|ul|ol|span|a|b|i|br|img|font|center|header|nav)\b/i
const PAGE_PARTS = /<(?:html|head|body|meta|title|p|div|article|h1)(?:\s[^<>]*)?>/i
const CLOSED_PARTS = /<\/(?:html|head|body|title|p|div|article|h1)\s*>/i

/** "text/html" when it begins as a page does, or has both opening and closing tags of one early on. */
export function guessMediaType(text: string): "text/html" | "text/plain" {
  const head = text.slice(0, HEAD_LENGTH)
  return PAGE_START.test(head) || (PAGE_PARTS.test(head) && CLOSED_PARTS.test(head))
    ? "text/html"
    : "text/plain"
}

/** Share of control characters and undecodable bytes above which a file is no text: a picture has more than a third. */
const MAX_GARBAGE = 0.1

/** Whether this looks like a picture or a program that was given another name. Looks at 64,000 characters. */
export function isBinary(text: string): boolean {
  const length = Math.min(text.length, 64_000)
  if (length === 0) return false
  let garbage = 0
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index)
    const isControl =
      (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) || (unit >= 0x7f && unit < 0xa0)
    if (isControl || unit === 0xfffd) garbage++
  }
  return garbage > MAX_GARBAGE * length
}
