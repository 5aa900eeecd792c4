// Many names, found again in running words. In: names with what they stand for. Out: what stands under a folded name.
import { foldName } from "./fold-name.ts"

export interface Named<Meaning> {
  /** As the lexicon prints it, which tells what capitals to expect: “WHO”, “al-Qaeda”. */
  readonly spelling: string
  readonly meaning: Meaning
}

export class NameIndex<Meaning> {
  readonly #byName = new Map<string, Named<Meaning> | readonly Named<Meaning>[]>()
  /** The most words of a name, by its first word. */
  readonly #longest = new Map<string, number>()

  /** The most words of a name that begins with this word; 0 when none does. */
  longestFrom(firstWord: string): number {
    return this.#longest.get(firstWord) ?? 0
  }

  add(spelling: string, meaning: Meaning): void {
    const key = foldName(spelling)
    if (key === "") return
    const space = key.indexOf(" ")
    const first = space < 0 ? key : key.slice(0, space)
    const length = space < 0 ? 1 : wordsIn(key)
    if (length > this.longestFrom(first)) this.#longest.set(first, length)
    const known = this.#byName.get(key)
    const named = { spelling, meaning }
    this.#byName.set(key, known === undefined ? named : [...listOf(known), named])
  }

  /** In the order in which they were added; empty when the name is not known. */
  find(folded: string): readonly Named<Meaning>[] {
    const known = this.#byName.get(folded)
    return known === undefined ? [] : listOf(known)
  }
}

function listOf<T>(known: T | readonly T[]): readonly T[] {
  return Array.isArray(known) ? (known as readonly T[]) : [known as T]
}

function wordsIn(key: string): number {
  let count = 1
  for (let at = key.indexOf(" "); at >= 0; at = key.indexOf(" ", at + 1)) count += 1
  return count
}
