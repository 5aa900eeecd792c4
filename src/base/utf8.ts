// Text to UTF-8 without `TextEncoder`, which belongs to the platform and not to the language.

/**
 * The UTF-8 bytes of `text`, byte for byte those of a WHATWG encoder: a lone
 * surrogate becomes U+FFFD (EF BF BD), since UTF-8 has no bytes for it.
 */
export function encodeUtf8(text: string): Uint8Array {
  // One unit gives three bytes at most; a surrogate pair (two units) gives four.
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) {
      bytes[length++] = unit
      continue
    }
    if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >> 6)
      bytes[length++] = 0x80 | (unit & 0x3f)
      continue
    }
    let codePoint = unit
    if (unit >= 0xd800 && unit <= 0xdfff) {
      codePoint = text.codePointAt(index) ?? 0xfffd
      if (codePoint <= 0xffff) codePoint = 0xfffd
      else index++
    }
    if (codePoint > 0xffff) {
      bytes[length++] = 0xf0 | (codePoint >> 18)
      bytes[length++] = 0x80 | ((codePoint >> 12) & 0x3f)
    } else {
      bytes[length++] = 0xe0 | (codePoint >> 12)
    }
    bytes[length++] = 0x80 | ((codePoint >> 6) & 0x3f)
    bytes[length++] = 0x80 | (codePoint & 0x3f)
  }
  return bytes.slice(0, length)
}
