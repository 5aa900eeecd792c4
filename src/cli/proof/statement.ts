// What a statement rests on.
import type { DocRecord, Statement } from "../../schema/record.ts"
import type { Names } from "../print/names.ts"
import { listIds, printSourced, readByFact, scoreFact } from "./facts.ts"
import { type Fact, mark, type Shown } from "./parts.ts"

export function showStatement(statement: Statement, record: DocRecord, names: Names): Shown {
  const { id, kind, mode, source, speaker, cue, content, venue, addressee, venuePlace, inside } = statement
  const inner = record.statements.filter((other) => other.inside === id)
  const stands = record.claims.filter(({ chain }) => {
    const last = chain.at(-1) ?? chain[0]
    return last.kind !== "outlet" && last.statement === id
  })
  const who: readonly Fact[] =
    speaker === null
      ? []
      : [["means", `${names.ofId(speaker.value)}, ${speaker.value}: ${printSourced(speaker)}`]]
  const where: readonly Fact[] =
    venuePlace === null
      ? []
      : [["place", `${names.ofId(venuePlace.value)}, ${venuePlace.value}: ${printSourced(venuePlace)}`]]
  return {
    parts: [
      ...mark(["source", "s"], source, who),
      ...mark(["cue", "c"], cue),
      ...mark(["content", "^"], content),
      ...mark(["venue", "v"], venue, where),
      ...mark(["addressee", "a"], addressee),
    ],
    facts: [
      ["statement", `${id}: ${kind}, ${mode}${source === null ? ", no source named" : ""}`],
      ["inside", inside ?? "no other statement"],
      ["holds", listIds(inner, "no other statement")],
      ["speaker", speaker === null ? "unknown" : `${names.ofId(speaker.value)}, ${speaker.value}`],
      ["stands", listIds(stands, "on no event")],
      scoreFact(statement.score),
      readByFact(statement.readBy),
    ],
  }
}
