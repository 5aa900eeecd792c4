// What an event rests on: every mention, who took part, when, where, how many, and who says so.

import { questionOf } from "../../record/index.ts"
import type { Evidence, Sourced } from "../../schema/evidence.ts"
import type { EntityId } from "../../schema/ids.ts"
import type { CodedEvent, DocRecord } from "../../schema/record.ts"
import { standingOf } from "../../schema/standing.ts"
import { printQuantity, printTime } from "../print/amounts.ts"
import type { Names } from "../print/names.ts"
import { printChain, QUESTION_WORDS, STANCE_WORDS } from "../print/voices.ts"
import { joinWords } from "../print/words.ts"
import { printSourced, readByFact, scoreFact } from "./facts.ts"
import { type Fact, type MarkedPart, mark, type Shown } from "./parts.ts"

export function showEvent(event: CodedEvent, { claims }: DocRecord, names: Names): Shown {
  const own = claims.filter(({ proposition }) => proposition.event === event.id)
  return {
    parts: partsOf(event, names),
    facts: [
      ...factsOf(event, names),
      ...own.map((claim): Fact => {
        const { id, proposition, stance, chain, evidence } = claim
        const words = evidence.map((each) => `“${joinWords(each)}”`).join(", ")
        return [
          id,
          `${QUESTION_WORDS[questionOf(proposition)]}, ${STANCE_WORDS[stance]}: ${printChain(chain, names)}: ${words}`,
        ]
      }),
      ["standing", standingOf(event.id, own) ?? "nobody is known to say so"],
      scoreFact(event.score),
      readByFact(event.readBy),
    ],
  }
}

function partsOf(event: CodedEvent, names: Names): readonly MarkedPart[] {
  const participant = (role: readonly [string, string]) => (one: Sourced<EntityId>) =>
    markAll(role, one.evidence, [["means", `${names.ofId(one.value)}, ${one.value}: ${printSourced(one)}`]])
  const { time } = event
  return [
    ...markAll(["mention", "^"], event.evidence),
    ...event.actors.flatMap(participant(["actor", "a"])),
    ...event.recipients.flatMap(participant(["recipient", "r"])),
    ...(event.place === null ? [] : participant(["place", "p"])(event.place)),
    ...(time === null
      ? []
      : markAll(["time", "t"], time.evidence, [
          ["means", `${printTime(time.value)}: ${printSourced(time)}`],
        ])),
    ...mark(["instrument", "i"], event.instrument),
    ...event.quantities.flatMap((quantity) =>
      markAll(["amount", "n"], quantity.evidence, [
        ["means", `${printQuantity(quantity.value)}: ${printSourced(quantity)}`],
      ]),
    ),
  ]
}

function markAll(
  role: readonly [string, string],
  evidence: readonly Evidence[],
  facts: readonly Fact[] = [],
): readonly MarkedPart[] {
  return evidence.flatMap((each) => mark(role, each, facts))
}

function factsOf(event: CodedEvent, names: Names): readonly Fact[] {
  const { id, type, modes, contexts, status, time } = event
  return [
    ["event", `${id}: ${joinWords(event.evidence[0])}`],
    ["type", type === null ? "none of PLOVER's" : `${type.value}: ${printSourced(type)}`],
    ["modes", modes.length === 0 ? "none" : modes.join(", ")],
    ["contexts", contexts.length === 0 ? "none" : contexts.join(", ")],
    ["status", `${status.value}: ${printSourced(status)}`],
    ["actors", event.actors.map((actor) => names.of(actor)).join(", ") || "nobody named"],
    ["recipients", event.recipients.map((one) => names.of(one)).join(", ") || "nobody named"],
    ["time", time === null ? "not said" : countedFrom(printTime(time.value), time.value.anchor)],
    ["place", event.place === null ? "not said" : names.of(event.place)],
  ]
}

function countedFrom(time: string, anchor: string | null): string {
  return anchor === null ? time : `${time}, counted from ${anchor}`
}
