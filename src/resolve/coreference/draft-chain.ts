// A chain while it grows: its mentions so far, and what all its mentions together tell. Local to `linkMentions`;
// nothing of it leaves but the links.
import type { EntityKind } from "../../schema/resolution.ts"
import type { Gender } from "./knowledge.ts"
import type { Profile } from "./profiles.ts"

export interface DraftLink {
  readonly profile: Profile
  /** The rule that decided: “name”, “surname”, “pronoun”. */
  readonly by: string
  readonly score: number
}

/** Nobody is called by more words; texts made to be slow have some that are. */
const MOST_CALLINGS = 60

/** What a mention is called: “survivor”; of a name what stands beside it, “mayor”, and what it is by its own last word: “National Unity Government”. */
export function callingsOf({ mention, words, modifiers, token }: Profile): Iterable<string> {
  if (mention.kind !== "name") return words
  // “the Sudanese army”, taken for a name: a small letter describes. “Lord's Resistance Army” fights armies.
  const { lemma, xpos } = token
  // “Rebels attacked …”, which a capital at the head of a sentence makes a name
  if (xpos === "NNPS" && words.length === 1) return [...modifiers, words[0]!.replace(/s$/, "")]
  return /^\p{Ll}/u.test(lemma) || BODIES.test(lemma) ? [...modifiers, lemma.toLowerCase()] : modifiers
}

const BODIES =
  /^(?:Government|Ministry|Parliament|Court|Police|Agency|Commission|Union|Association|Federation|Company|Bank|University|Hospital)$/

export class DraftChain {
  readonly #links: DraftLink[] = []
  readonly #names: Profile[] = []
  #nextName = 0
  readonly #kinds = new Map<EntityKind, number>()
  readonly #genders = { man: 0, woman: 0 }
  #hint: Gender | null = null
  readonly #numbers = { singular: 0, plural: 0 }
  /** Words that its names and nominals are headed by: “minister”, “lavrov”. */
  readonly headWords = new Set<string>()
  /** Those, and the words that describe them: “foreign”. */
  readonly words = new Set<string>()
  /** What its mentions are called, by no name: “mayor” of “the mayor” and of “Mayor Roe”. Only the first ones of very many. */
  readonly callings = new Set<string>()
  /** Set where a rule knows better: “Damascus said”. */
  forcedKind: EntityKind | null = null

  /** Those met so far, in text order but for what was linked in a second round. */
  get links(): readonly DraftLink[] {
    return this.#links
  }

  /** The one met last; null when the chain has only been announced by its names. */
  get last(): Profile | null {
    return this.#links.at(-1)?.profile ?? null
  }

  push(link: DraftLink): void {
    this.#links.push(link)
    if (link.profile.mention.kind !== "name") this.#learn(link.profile)
  }

  /** Announces a name that will be met; given in text order. */
  addName(profile: Profile): void {
    this.#names.push(profile)
    this.#learn(profile)
  }

  /** Its next name after the `order`-th mention. Asked from left to right. */
  nextName(order: number): Profile | null {
    while (this.#nextName < this.#names.length && this.#names[this.#nextName]!.order <= order)
      this.#nextName += 1
    return this.#names[this.#nextName] ?? null
  }

  get hasName(): boolean {
    return this.#names.length > 0
  }

  get names(): readonly Profile[] {
    return this.#names
  }

  get gender(): Gender | null {
    const { man, woman } = this.#genders
    return man === woman ? null : man > woman ? "man" : "woman"
  }

  get number(): "singular" | "plural" | null {
    const { singular, plural } = this.#numbers
    return singular === plural ? null : singular > plural ? "singular" : "plural"
  }

  /** What its single names tell where nothing better does. */
  get genderHint(): Gender | null {
    return this.gender ?? this.#hint
  }

  /** What most of its mentions say; null when none does. */
  get kind(): EntityKind | null {
    if (this.forcedKind !== null) return this.forcedKind
    let best: EntityKind | null = null
    for (const [kind, count] of this.#kinds) if (best === null || count > this.#kinds.get(best)!) best = kind
    return best
  }

  #learn(profile: Profile): void {
    const { kind, gender, number, pronoun, mention } = profile
    if (kind !== null) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + (pronoun === null ? 1 : 0.5))
    // A given name may mislead (“Hillary”, “Andrea”): a noun or a pronoun counts for more.
    if (gender !== null) this.#genders[gender] += mention.kind === "name" ? 1 : 2
    this.#hint ??= profile.genderHint
    if (pronoun !== null) return
    if (number !== null) this.#numbers[number] += 1
    for (const word of profile.words) this.headWords.add(word)
    if (this.callings.size < MOST_CALLINGS) for (const word of callingsOf(profile)) this.callings.add(word)
    for (const word of [...profile.words, ...profile.modifiers]) this.words.add(word)
  }
}
