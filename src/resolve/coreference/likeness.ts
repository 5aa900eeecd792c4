// Whom the network thinks a mention means, from its vectors of the head words. In: reading. Out: vectors of mentions, and
// how alike a mention and a chain are. A reading made by hand has none.
import { dot } from "../../base/arithmetic.ts"
import { MEANT_NUMBERS, type Reading } from "../../schema/reading.ts"
import type { DraftChain } from "./draft-chain.ts"
import type { Candidate } from "./features.ts"
import type { Profile } from "./profiles.ts"

/** Mentions of a chain that are looked at, the last ones: so that a long report takes no longer for each. */
const MOST_MENTIONS = 4

/** Most that two mentions are told to be alike, either way. */
const MOST_LIKELY = 30

export class MentionVectors {
  readonly #numbers: Float32Array
  readonly #rowOf: ReadonlyMap<string, number>
  /** Numbers in a row; 0 when there are none. */
  readonly #width: number

  constructor({ mentions, mentionVectors }: Pick<Reading, "mentions" | "mentionVectors">) {
    this.#numbers = mentionVectors
    this.#rowOf = new Map(mentions.map(({ id }, row) => [id, row]))
    this.#width = mentions.length === 0 ? 0 : mentionVectors.length / mentions.length
  }

  /** What its head word is like in its sentence; null when the network was not asked. */
  wordOf(profile: Profile): Float32Array | null {
    if (this.#width === 0) return null
    const start = this.#startOf(profile)
    return this.#numbers.subarray(start, start + this.#width - 2 * MEANT_NUMBERS)
  }

  /** The logarithm of how many times likelier than nobody before it the mention means the chain; 0 when the network was not asked. */
  likeness(mention: Profile, { chain, last }: Pick<Candidate, "chain" | "last">): number {
    if (this.#width === 0) return 0
    const asking = this.#startOf(mention) + this.#width - 2 * MEANT_NUMBERS
    let sum = 0
    for (const member of lastMembers(chain, last)) {
      const answering = this.#startOf(member) + this.#width - MEANT_NUMBERS
      const product = dot(this.#numbers, asking, this.#numbers, answering, MEANT_NUMBERS)
      // So that its exponential stays a number.
      sum += Math.exp(Math.max(-MOST_LIKELY, Math.min(MOST_LIKELY, product)))
    }
    return Math.log(sum)
  }

  #startOf({ mention }: Profile): number {
    return this.#rowOf.get(mention.id)! * this.#width
  }
}

/** `last` alone for a chain that has only been announced by a name to come. */
function lastMembers({ links }: DraftChain, last: Profile): readonly Profile[] {
  return links.length === 0 ? [last] : links.slice(-MOST_MENTIONS).map(({ profile }) => profile)
}
