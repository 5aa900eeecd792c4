// What a record says of its statements that cannot be true together.
import { contains } from "../../base/intervals.ts"
import type { StatementId } from "../ids.ts"
import type { DocRecord, Statement } from "../record.ts"
import type { Fault } from "../shape.ts"
import { findOrderFaults } from "./evidence.ts"

export function* findStatementFaults({ statements }: DocRecord): Generator<Fault> {
  for (const [index, statement] of statements.entries()) {
    yield* findQuotationFaults(statement, `statements[${index}].quoted`)
    if ((statement.source === null) !== (statement.speaker === null)) {
      yield { path: `statements[${index}].speaker`, message: "and source: one is null, the other is not" }
    }
  }
  yield* findNestingFaults(statements)
}

function* findQuotationFaults({ mode, quoted, content }: Statement, path: string): Generator<Fault> {
  if (mode === "indirect" && quoted.length > 0) yield { path, message: "is not empty, but mode is indirect" }
  if (mode !== "indirect" && quoted.length === 0) yield { path, message: `is empty, but mode is ${mode}` }
  yield* findOrderFaults(quoted, path)
  for (const [each, { span }] of quoted.entries()) {
    if (!content.parts.some((part) => contains(part.span, span))) {
      yield { path: `${path}[${each}].span`, message: "lies outside the statement's content" }
    }
  }
}

function* findNestingFaults(statements: readonly Statement[]): Generator<Fault> {
  const outer = new Map(statements.map(({ id, inside }) => [id, inside]))
  // Statements from which the way outwards has been walked, so that each is walked over once.
  const walked = new Set<StatementId>()
  for (const [index, { id }] of statements.entries()) {
    const way = new Set<StatementId>()
    let here: StatementId | null = id
    while (here !== null && !walked.has(here) && !way.has(here)) {
      way.add(here)
      here = outer.get(here) ?? null
    }
    if (here !== null && way.has(here)) {
      yield { path: `statements[${index}].inside`, message: `${here} lies inside itself` }
    }
    for (const each of way) walked.add(each)
  }
}
