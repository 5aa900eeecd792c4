// Who acts: country and PLOVER sector of persons, bodies, groups, states as of the report's date. In: the noun phrases
// that stand for one of them, the lexicon of actors, the date, what the report is about. Out: kind, link, roles.

import { type ActorLexicon, firstDay } from "../../lexicon/index.ts"
import { type CodedActor, codeBody, codePerson, codeState } from "./code.ts"
import { type ActorPhrase, describe, type Told } from "./describe.ts"
import { findPerson, type PersonFound } from "./persons.ts"
import { countryBeside } from "./places-beside.ts"
import { pool } from "./pool.ts"
import { NOWHERE, type Setting, setIn } from "./setting.ts"

export { type CodedActor, inServiceOf } from "./code.ts"
export type { ActorPhrase } from "./describe.ts"
export { findSetting } from "./find-setting.ts"
export { phraseAround } from "./phrase-around.ts"
export { placesBeside } from "./places-beside.ts"
export { NOWHERE, type Setting, setIn } from "./setting.ts"
export { phrasesTold, toldOf } from "./told-of.ts"

/** What one noun phrase stands for. `date` is EDTF; null when the report has none. Never throws. */
export function codeActor(
  phrase: ActorPhrase,
  lexicon: ActorLexicon,
  date: string | null,
  setting: Setting = NOWHERE,
): CodedActor {
  return codeEntity([phrase], lexicon, date, setting)
}

/**
 * What all the phrases of a report for one of its actors stand for, told by the fullest: “Sergei Lavrov”, “the minister”,
 * “Lavrov”. `date` is EDTF; null when the report has none. Never throws; takes time in proportion to the phrases.
 */
export function codeEntity(
  phrases: readonly ActorPhrase[],
  lexicon: ActorLexicon,
  date: string | null,
  setting: Setting = NOWHERE,
): CodedActor {
  const asOf = { ...setting, date: dayOf(date) }
  const told = pool(phrases.slice(0, MOST_PHRASES).map((phrase) => describe(phrase, lexicon, asOf)))
  const dated = told.country === null && told.names.length === 0 ? setBeside(asOf, phrases, lexicon) : asOf
  const acts = phrases.some((phrase) => phrase.acts)
  if (told.kind === "person") {
    const found = personOf(told, lexicon, dated)
    return { ...codePerson(told, found, dated), serves: told.serves && found.kind === "none" }
  }
  if (told.state !== null) return { ...codeState(told, acts), serves: false }
  return { ...codeBody(told, dated), serves: told.serves }
}

/** Of somebody without a name and a country: the country of the places beside the first words for them comes first. */
function setBeside(setting: Setting, phrases: readonly ActorPhrase[], lexicon: ActorLexicon): Setting {
  const beside = phrases.find((phrase) => phrase.beside !== undefined)?.beside ?? []
  const country = countryBeside(beside, lexicon, setting)
  return country === null ? setting : setIn(setting, country)
}

/** The later mentions of one who is named a thousand times tell nothing new. */
const MOST_PHRASES = 60

/** The first of the names that the lexicon has; they stand fullest first. */
function personOf(told: Told, lexicon: ActorLexicon, setting: Setting): PersonFound {
  let tie: PersonFound = { kind: "none" }
  for (const name of told.names.slice(0, MOST_NAMES)) {
    const found = findPerson(name, told, lexicon, setting)
    if (found.kind === "one") return found
    if (found.kind === "tie" && tie.kind === "none") tie = found
  }
  return tie
}

const MOST_NAMES = 10

/** The first day that an EDTF date may mean: "2018-04-20" of “2018-04-20T10:00Z”, "2018-04-01" of “2018-04/2018-06”. */
function dayOf(date: string | null): string | null {
  const [day] = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(date ?? "") ?? []
  return day === undefined ? null : firstDay(day)
}
