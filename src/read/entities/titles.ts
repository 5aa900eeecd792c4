// Offices and ranks that are named before a person. In: words. Out: whether one is such, and whom it introduces.
import type { NetworkName } from "./mend-names.ts"
import { wordOf } from "./phrases.ts"
import type { NameKnowledge, Place } from "./place.ts"

const TITLES = new Set(
  (
    "president vice-president minister premier chancellor secretary senator sen representative rep congressman congresswoman " +
    "governor gov mayor ambassador envoy general gen brigadier brig colonel col lieutenant lt captain capt major maj sergeant sgt admiral " +
    "judge justice archbishop bishop cardinal rabbi imam ayatollah sheikh emir speaker director chief chairman chairwoman chair " +
    "head leader commander commissioner spokesman spokeswoman spokesperson prosecutor attorney coach " +
    "deputy foreign prime countryman countrywoman representative professor prof dr"
  ).split(" "),
)

/** “Minister”, “envoy”, “Col.”; not “King” or “Pope”, which are part of a name. */
export function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase().replace(/\.$/, ""))
}

/** “Ms” of “Ms Aune”: alone it is nobody's name. */
export function isAddress(word: string): boolean {
  return /^(?:Mrs?|Ms|Dr|Sir|Dame|Lord|Lady)\.?$/.test(word)
}

/** “Ex-minister” at the head of a sentence: the small letter behind the hyphen tells that it is nobody's name. */
export function isFormerOffice({ nounKind }: NameKnowledge, word: string): boolean {
  return /^Ex-\p{Ll}/u.test(word) && nounKind(word.slice("Ex-".length)) !== null
}

/**
 * The office with whose words a person's name goes on: “envoy” of “UN envoy for Syria Staffan de Mistura”, “Mayor” of
 * “Mayor of London Sadiq Khan”, each with the person's name. In: the network's names, in text order.
 */
export function namesByTitle(place: Place, names: readonly NetworkName[]): ReadonlyMap<number, NetworkName> {
  const byTitle = new Map<number, NetworkName>()
  for (const [number, name] of names.entries()) {
    const before = names[number - 1]
    if (name.role !== "PER" || before === undefined || before.role === "PER") continue
    if (before.range.to !== name.range.from) continue
    let word = before.range.from - 1
    if (word > 0 && /^the$/i.test(wordOf(place, word))) word -= 1
    if (word > 0 && /^(?:of|for|to)$/i.test(wordOf(place, word)) && isTitle(wordOf(place, word - 1)))
      byTitle.set(word - 1, name)
  }
  return byTitle
}
