// What PLOVER's sectors are in words, for people who do not know the codes; and which of them fight.
import type { ActorRole } from "./resolution.ts"

const WORDS: Readonly<Record<string, string>> = {
  GOV: "government",
  LEG: "parliament",
  JUD: "courts and prosecution",
  COP: "police",
  MIL: "armed forces",
  SPY: "intelligence",
  REB: "rebels",
  PRM: "paramilitary on the government's side",
  UAF: "armed, side not known",
  OPP: "opposition",
  PTY: "party",
  ELI: "formerly in office",
  JRN: "news media",
  BUS: "business",
  EDU: "education and research",
  MED: "health",
  LAB: "workers and unions",
  CVL: "civilians",
  REL: "religion",
  REF: "refugees",
  NGO: "non-governmental organisation",
  AGR: "agriculture",
  CRM: "crime",
}

/** Sectors of those who fight; “civilians”, “people” are of others. */
export const ARMED_SECTORS: ReadonlySet<string> = new Set(["MIL", "REB", "UAF", "SEP", "COP", "PRM"])

/** “government” of GOV; null for a state itself, and for codes of a user's own. */
export function sectorInWords({ sector }: Pick<ActorRole, "sector">): string | null {
  return sector === null ? null : (WORDS[sector] ?? null)
}
