// PLOVER's numbers for its types and modes: quad category and place on the scale from conflict to cooperation.
// Source: PLOVER 2.0, github.com/openeventdata/PLOVER, PLOVER_MANUAL.tex. Where it contradicts itself: SANCTION is
// material conflict (two places against one), ACCUSE is negative (its modes are).
import type { PloverType } from "../schema/reading.ts"

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
type Quad = 1 | 2 | 3 | 4

interface Row {
  readonly quad: Quad
  readonly scale: number
  /** Modes that have a number of their own. */
  readonly modes: Readonly<Record<string, number>>
  /** Whether the manual asks for somebody to whom it is done. */
  readonly needsRecipient: boolean
}

const row = (quad: Quad, scale: number, modes: Row["modes"] = {}, needsRecipient = false): Row => ({
  quad,
  scale,
  modes,
  needsRecipient,
})

const ROWS: Readonly<Record<PloverType, Row>> = {
  AGREE: row(1, 2.5),
  CONSULT: row(1, 2.5, { visit: 4, "third-party": 1, multilateral: 4, phone: 1.5 }),
  SUPPORT: row(1, 5),
  CONCEDE: row(1, 4.5),
  COOPERATE: row(2, 9.5, {}, true),
  AID: row(2, 10, {}, true),
  RETREAT: row(2, 6.5, {
    withdraw: 8,
    release: 6.5,
    disarm: 10,
    ceasefire: 7.5,
    access: 6.5,
    resign: 4.5,
  }),
  REQUEST: row(3, 0, { assist: 0.5, change: -1, yield: -1, meet: 0 }),
  ACCUSE: row(3, -3, { disapprove: -2, investigate: -3.5, allege: -3.5 }),
  REJECT: row(3, -2, { assist: -1.5, change: -2, yield: -2, meet: -2 }),
  THREATEN: row(3, -3.5, {
    restrict: -3,
    arrest: -3.5,
    relations: -3.5,
    expel: -3.5,
    violence: -3.5,
    territory: -4,
  }),
  PROTEST: row(4, -5, { demo: -5, riot: -7, strike: -5, obstruct: -4.5 }),
  SANCTION: row(4, -6, { convict: -6, withdraw: -6, discontinue: -6, expel: -5.5 }, true),
  MOBILIZE: row(4, -5.5, { troops: -6.5, weapons: -6.5, police: -5.5, militia: -6 }),
  COERCE: row(4, -7, {
    censor: -6,
    curfew: -6,
    misinformation: -6,
    "martial-law": -7.5,
  }),
  ASSAULT: row(4, -9, {
    abduct: -8.5,
    torture: -8.5,
    sexual: -8.5,
    destroy: -8.5,
    beat: -7.5,
    "crowd-control": -7.5,
    primitive: -8,
    targeted: -9.5,
    "suicide-attack": -9.5,
    aerial: -9.5,
    drone: -9.5,
    "heavy-weapons": -9.5,
    unconventional: -10,
  }),
}

export function quadOf(type: PloverType): Quad {
  return ROWS[type].quad
}

export function needsRecipient(type: PloverType): boolean {
  return ROWS[type].needsRecipient
}

/** Of several modes the number that lies farthest from 0; the type's own where no mode has one. */
export function scaleOf(type: PloverType, modes: readonly string[]): number {
  const { scale, modes: known } = ROWS[type]
  const numbers = modes.flatMap((mode) => (Object.hasOwn(known, mode) ? [known[mode] ?? 0] : []))
  return (
    numbers.reduce<number | null>(
      (far, number) => (far === null || Math.abs(number) > Math.abs(far) ? number : far),
      null,
    ) ?? scale
  )
}
