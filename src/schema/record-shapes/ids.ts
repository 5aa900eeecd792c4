// Shapes of ids and hashes.
import type { ClaimId, DocId, EntityId, EventId, StatementId } from "../ids.ts"
import { text } from "../shape.ts"

export const sha256 = text("SHA-256, 64 lower-case hexadecimal digits.", { pattern: /^[0-9a-f]{64}$/ })

export const docId = text<DocId>("`doc:` and the first 32 hexadecimal digits of the text's SHA-256.", {
  pattern: /^doc:[0-9a-f]{32}$/,
})
export const entityId = text<EntityId>("`e1`, `e2`, …: entities by their first mention in the text.", {
  pattern: /^e[1-9][0-9]*$/,
})
export const statementId = text<StatementId>("`s1`, `s2`, …: statements by their place in the text.", {
  pattern: /^s[1-9][0-9]*$/,
})
export const eventId = text<EventId>("`v1`, `v2`, …: events by their first mention in the text.", {
  pattern: /^v[1-9][0-9]*$/,
})
export const claimId = text<ClaimId>(
  "`c1`, `c2`, …: claims by their event, then by what they are about, then by who speaks.",
  {
    pattern: /^c[1-9][0-9]*$/,
  },
)
