// Names of several words that the network sees as one, so that how many words a name has changes nothing.
import type { TokenRange } from "../schema/positions.ts"
import { goesOnBehindHyphen, isParticle, type PersonPart } from "./name-words.ts"

/** What the network sees of a report. */
export interface Seen {
  /** A word for each of the report's; most stand for themselves. */
  readonly words: readonly string[]
  /** Each may be seen as one word. In text order, apart from each other. */
  readonly names: readonly WholeName[]
}

/** A name of several words, its own article among them: “the United States”. */
export interface WholeName extends TokenRange {
  /** The word that stands for the whole in the tree: “States”, and of “Donald Trump” the first. */
  readonly anchor: number
  /** The one word that the network sees. */
  readonly seen: string
  /** Whether the first word is an article. */
  readonly hasArticle: boolean
  /** What the other words are to the anchor. */
  readonly relation: "compound" | "flat"
}

/** Everything as it stands. */
export const asItStands = (words: readonly string[]): Seen => ({ words, names: [] })

// “Larry Lewis Tom Martin Scott Neal” are several, whichever.
const MOST_WORDS = 5

/** A full name of a person, and which of its words is the surname. */
export interface FullName extends TokenRange {
  readonly surname: number
}

/** “Donald Trump”, “Staffan de Mistura”, “Moon Jae-in”. Two with one surname are left out: “Bill Clinton and Hillary Clinton” stay two. */
export function fullNames(
  words: readonly string[],
  people: ReadonlyMap<number, PersonPart>,
): readonly FullName[] {
  const names: FullName[] = []
  const namesOf = new Map<string, Set<string>>()
  for (let from = 0; from < words.length; from += 1) {
    if (!people.has(from)) continue
    const to = endOfName(words, people, from)
    const own = words.slice(from, to)
    const surname = own.findIndex((_, at) => isSurname(people.get(from + at))) + from
    if (to - from > 1 && surname >= from && own.length <= MOST_WORDS && new Set(own).size === own.length) {
      names.push({ from, to, surname })
      const ofSurname = namesOf.get(words[surname]!) ?? new Set()
      namesOf.set(words[surname]!, ofSurname.add(own.join(" ")))
    }
    from = to - 1
  }
  return names.filter(({ surname }) => namesOf.get(words[surname]!)!.size === 1)
}

/** Behind the last word of the name that begins at `from`. */
function endOfName(words: readonly string[], people: ReadonlyMap<number, PersonPart>, from: number): number {
  let to = from + 1
  for (let index = to; index < words.length; index += 1) {
    if (to === index && goesOnBehindHyphen(words, index)) {
      to = index + 2
      index += 1
      continue
    }
    const part = people.get(index)
    if (part === undefined) {
      if (!/^\p{Lu}\.?$/u.test(words[index]!) && !isParticle(words[index]!)) break
      continue
    }
    // A surname ends the name, but for “Moon” of “Moon Jae-in”.
    if (isSurname(people.get(to - 1)) && !(to === from + 1 && goesOnBehindHyphen(words, index + 1))) break
    to = index + 1
  }
  return to
}

function isSurname(part: PersonPart | undefined): boolean {
  return part === "surname" || part === "bare surname"
}
