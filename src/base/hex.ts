// Bytes as hexadecimal text.

/** Two lower-case hexadecimal digits for each byte: `[0, 255]` → "00ff". */
export function toHex(bytes: Uint8Array): string {
  let hex = ""
  for (const byte of bytes) hex += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16)
  return hex
}
