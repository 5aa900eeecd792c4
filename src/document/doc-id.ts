// The id of a report comes from its text, so the same words have the same id wherever and whenever they are read.
import type { DocId } from "../schema/ids.ts"

/** `doc:` and the first 32 hexadecimal digits of `textSha256` (see `hashText` in base/hash.ts). */
export function toDocId(textSha256: string): DocId {
  return `doc:${textSha256.slice(0, 32)}` as DocId
}
