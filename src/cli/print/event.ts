// An event as a person reads it: when · who → did what → to whom · where · how many, and below it who says so.
//
// [v1] 2026-11-18 · Lomaria's navy (XLO/MIL) → struck (ASSAULT, actual, disputed) → people · in Port Ana
//      said: the report · denied: Ana Kovač (XLO/GOV) [s1] [s2]
import type { Sourced } from "../../schema/evidence.ts"
import type { Claim, CodedEvent } from "../../schema/record.ts"
import type { Quantity } from "../../schema/resolution.ts"
import { standingOf } from "../../schema/standing.ts"
import type { Paint } from "../colours.ts"
import { onOneLine } from "../terminal-text.ts"
import { printQuantity, printTime } from "./amounts.ts"
import { printLine } from "./line.ts"
import type { Names } from "./names.ts"
import { printCertainty } from "./statement.ts"
import { printVoices } from "./voices.ts"
import { joinWords, type PrintOptions } from "./words.ts"

/** `claims`: those on this event. */
export function printEvent(
  event: CodedEvent,
  claims: readonly Claim[],
  names: Names,
  idWidth: number,
  options: PrintOptions,
): readonly string[] {
  const voices = printVoices(claims, names)
  return printLine(
    {
      id: event.id,
      idWidth,
      depth: 0,
      facts: [
        event.time === null ? options.paint("dim", "no date") : printTime(event.time.value),
        ...describeEvent(event, claims, names, options.paint),
      ],
      below: voices === "" ? [] : [voices],
    },
    options,
  )
}

/** All but when it was and who says so. */
export function describeEvent(
  event: CodedEvent,
  claims: readonly Claim[],
  names: Names,
  paint: Paint,
): readonly string[] {
  const { place, quantities, instrument, score } = event
  return [
    describeDeed(event, claims, names, paint),
    ...(place === null ? [] : [`${paint("dim", "in")} ${names.of(place)}`]),
    ...(instrument === null ? [] : [`${paint("dim", "with")} ${joinWords(instrument)}`]),
    ...quantities.map(printAmount),
    printCertainty(score, paint),
  ]
}

/** The words of the text where they say what is counted, “71 out of the 103 missiles”, “28-year-old”; else “killed: 12”. */
function printAmount({ value, evidence }: Sourced<Quantity>): string {
  const words = evidence.map(joinWords).join(" … ")
  // The stem alone: “countries” of “country”.
  const isSaid = value.unit !== "" && words.toLowerCase().includes(value.unit.slice(0, 4).toLowerCase())
  return isSaid ? `“${words}”` : printQuantity(value)
}

/** “Ostia (XOS) → expel (SANCTION expel, possible, alleged) → Lomaria's ambassador (XLO/GOV)” */
function describeDeed(
  { type, modes, status, actors, recipients, evidence, id }: CodedEvent,
  claims: readonly Claim[],
  names: Names,
  paint: Paint,
): string {
  const who = actors.map((actor) => paint("bold", names.of(actor))).join(", ")
  const standing = standingOf(id, claims)
  const kind = [
    ...(type === null ? [] : [onOneLine([type.value, ...modes].join(" "))]),
    status.value,
    ...(standing === null ? [] : [standing]),
  ]
  const deed = `${joinWords(evidence[0])} ${paint("dim", `(${kind.join(", ")})`)}`
  const toWhom = recipients.map((recipient) => names.of(recipient)).join(", ")
  return [who === "" ? paint("dim", "(nobody named)") : who, deed, ...(toWhom === "" ? [] : [toWhom])].join(
    " → ",
  )
}
