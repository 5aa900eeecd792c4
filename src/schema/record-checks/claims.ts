// What a record says of its claims that cannot be true together: chains that are not those of its statements, and
// one voice that takes two stands.
import type { StatementId } from "../ids.ts"
import type { Claim, DocRecord, Statement } from "../record.ts"
import type { Fault } from "../shape.ts"
import { matterOf, voiceOf } from "../standing.ts"

export function* findClaimFaults(record: DocRecord): Generator<Fault> {
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]))
  const taken = new Map<string, Claim>()
  for (const [index, claim] of record.claims.entries()) {
    const path = `claims[${index}]`
    yield* findChainFaults(record, claim, statements, `${path}.chain`)
    const stand = `${matterOf(claim.proposition)} ${voiceOf(claim)}`
    const earlier = taken.get(stand)
    if (earlier !== undefined) {
      yield { path, message: `the same voice has a stand on the same matter in ${earlier.id} already` }
    } else taken.set(stand, claim)
  }
}

/** A chain begins with the outlet, and each statement after it lies inside the one before: outlet › s4 › s5. */
function* findChainFaults(
  { doc }: DocRecord,
  { chain }: Claim,
  statements: ReadonlyMap<StatementId, Statement>,
  path: string,
): Generator<Fault> {
  let outer: StatementId | null = null
  for (const [index, voice] of chain.entries()) {
    const here = `${path}[${index}]`
    if ((voice.kind === "outlet") !== (index === 0)) {
      yield { path: here, message: "the outlet stands at the beginning of a chain, and only there" }
      return
    }
    if (voice.kind === "outlet") {
      if (voice.name !== doc.outlet) {
        yield { path: `${here}.name`, message: `is ${voice.name}, but doc.outlet is ${doc.outlet}` }
      }
      continue
    }
    const statement = statements.get(voice.statement)
    // That it is not there has been told with the ids.
    if (statement === undefined) return
    if (statement.inside !== outer) {
      const met = statement.inside ?? "no other"
      const before = outer === null ? "the outlet" : `that of ${outer}`
      yield {
        path: here,
        message: `${voice.statement} lies inside ${met}, but the voice before it is ${before}`,
      }
    }
    const speaker = statement.speaker?.value ?? null
    const named = voice.kind === "entity" ? voice.entity : null
    if (speaker !== named) {
      yield { path: here, message: `the speaker of ${voice.statement} is ${speaker ?? "not named"}` }
    }
    outer = voice.statement
  }
}
