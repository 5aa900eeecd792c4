// Hashes of texts. The hash function itself is the platform's and is passed in.
import { encodeUtf8 } from "./utf8.ts"

/** SHA-256 of bytes as 64 lower-case hexadecimal digits. Synchronous, so that reading stays deterministic and simple. */
export type Sha256 = (bytes: Uint8Array) => string

/** SHA-256 of `text` as UTF-8; 64 hexadecimal digits. */
export function hashText(text: string, sha256: Sha256): string {
  return sha256(encodeUtf8(text))
}
