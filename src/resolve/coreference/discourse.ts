// What the report has said so far: its chains, the one mentioned last first. In: mentions with the chain that each joins.
// Out: the candidates for the next one, and what stands around it.
import { antecedentOf } from "../../grammar/index.ts"
import type { AttributionId, MentionId } from "../../schema/ids.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Attribution, Reading } from "../../schema/reading.ts"
import type { DraftChain, DraftLink } from "./draft-chain.ts"
import { type Candidate, mayBeOne, type Surroundings } from "./features.ts"
import type { Profile } from "./profiles.ts"

/** Chains that a pronoun or nominal may join: those mentioned last. In GUM dev 97 of 100 antecedents are among them. */
const MOST_CANDIDATES = 40
/** Looked at within one phrase: phrases nest, so that all their words would take the square of their number. */
const MOST_WORDS = 60
/** Further ones that share a nominal's head word, the latest first. */
const MOST_ALIKE = 5

/** What the report has said so far: its chains, the one mentioned last first. */
export class Discourse {
  readonly #reading: Reading
  readonly #profiles: readonly Profile[]
  readonly #chainOf: (DraftChain | null)[]
  readonly #chains = new Set<DraftChain>()
  #recent: DraftChain[] = []
  readonly #byWord = new Map<string, DraftChain[]>()
  /** Order of the mention that a word heads; -1 for none. */
  readonly #headed: Int32Array
  readonly #orderOf: ReadonlyMap<MentionId, number>
  readonly #statements: ReadonlyMap<AttributionId, Attribution>
  #lastSpeaker: DraftChain | null = null

  constructor(reading: Reading, profiles: readonly Profile[], named: (order: number) => DraftChain | null) {
    this.#reading = reading
    this.#profiles = profiles
    this.#chainOf = profiles.map(({ order }) => named(order))
    this.#headed = new Int32Array(reading.tokens.length).fill(-1)
    for (const { head, order } of profiles) this.#headed[head] = order
    this.#orderOf = new Map(profiles.map(({ mention, order }) => [mention.id, order]))
    this.#statements = new Map(reading.attributions.map((attribution) => [attribution.id, attribution]))
  }

  get chains(): readonly DraftChain[] {
    return [...this.#chains]
  }

  join(chain: DraftChain, link: DraftLink): void {
    chain.push(link)
    this.#chains.add(chain)
    this.#chainOf[link.profile.order] = chain
    const at = this.#recent.indexOf(chain)
    if (at !== -1) this.#recent.splice(at, 1)
    this.#recent.unshift(chain)
    if (this.#recent.length > MOST_CANDIDATES) this.#recent.pop()
    if (link.profile.sourceOf.length > 0) this.#lastSpeaker = chain
    if (link.profile.pronoun !== null) return
    for (const word of link.profile.words) {
      const alike = this.#byWord.get(word)
      if (alike === undefined) this.#byWord.set(word, [chain])
      else if (!alike.includes(chain)) {
        alike.push(chain)
        if (alike.length > MOST_ALIKE) alike.shift()
      }
    }
  }

  /**
   * A text may begin with “He …” and name him by surname alone later: “… Villanueva played halfback”. The chain of “he”,
   * when it is the only one of such pronouns alone; else null.
   */
  onlyNameless(name: Profile, chain: DraftChain): DraftChain | null {
    if (name.words.length !== 1 || chain.kind !== "person") return null
    const [only, ...others] = this.#recent.filter(
      (one) =>
        one.gender !== null &&
        (chain.gender === null || one.gender === chain.gender) &&
        one.headWords.size === 0,
    )
    return only === undefined || others.length > 0 ? null : only
  }

  /** Makes two chains one. */
  absorb(chain: DraftChain, nameless: DraftChain): void {
    this.#chains.delete(nameless)
    this.#recent = this.#recent.filter((one) => one !== nameless)
    for (const word of nameless.headWords) {
      const alike = this.#byWord.get(word)
      if (alike !== undefined)
        this.#byWord.set(
          word,
          alike.filter((one) => one !== nameless),
        )
    }
    for (const link of nameless.links) this.join(chain, link)
  }

  candidatesFor(profile: Profile): readonly Candidate[] {
    const chains = [...this.#recent]
    if (profile.pronoun === null) {
      for (const word of profile.words) {
        for (const chain of this.#byWord.get(word) ?? []) if (!chains.includes(chain)) chains.push(chain)
      }
    }
    const fits = chains.map((chain) => mayBeOne(profile, chain))
    const fitting = chains.filter((_, index) => fits[index])
    const fitCount = fitting.length
    const sizes = fitting.map((chain) => chain.links.length)
    let fitRank = 0
    const candidates = chains.map((chain, rank): Candidate => {
      const size = chain.links.length
      const sizeRank = sizes.reduce((count, other) => count + Number(other > size), 0)
      const candidate = { chain, last: chain.last!, rank, fits: fits[rank]!, fitRank, sizeRank, fitCount }
      if (fits[rank]) fitRank += 1
      return candidate
    })
    const following = profile.pronoun === null ? [] : this.#followingSubjects(profile)
    return [
      ...candidates,
      ...following.map(({ chain, last }, rank) => ({
        chain,
        last,
        rank,
        fits: true,
        fitRank,
        sizeRank: fitCount,
        fitCount,
      })),
    ]
  }

  /** “After he left, Lavrov said”: subjects of the same sentence that are named for the first time. */
  #followingSubjects(profile: Profile): readonly { readonly chain: DraftChain; readonly last: Profile }[] {
    const found: { readonly chain: DraftChain; readonly last: Profile }[] = []
    for (
      let order = profile.order + 1;
      order < this.#profiles.length && order < profile.order + 12;
      order += 1
    ) {
      const last = this.#profiles[order]!
      if (last.sentence !== profile.sentence) break
      const chain = this.#chainOf[order]!
      if (
        last.mention.kind === "name" &&
        last.role === "subject" &&
        chain.last === null &&
        mayBeOne(profile, chain)
      )
        found.push({ chain, last })
    }
    return found
  }

  surroundingsOf({ quotedIn, toldIn }: Profile): Surroundings {
    const tellers = new Set(toldIn.map(({ id }) => this.speakerOf(id)))
    const speakers = new Set(quotedIn.map(({ id }) => this.speakerOf(id)))
    const addressed = new Set(quotedIn.map(({ id }) => this.addresseeOf(id)))
    return {
      speaksQuotation: (chain) => speakers.has(chain),
      isAddressed: (chain) => addressed.has(chain),
      tells: (chain) => tellers.has(chain),
      lastSpeaker: this.#lastSpeaker,
    }
  }

  /** The chain of a statement's source; null when it has none, or is not chained yet. */
  speakerOf(id: AttributionId): DraftChain | null {
    const speaker = this.#statements.get(id)?.speaker ?? null
    const order = speaker === null ? undefined : this.#orderOf.get(speaker)
    return order === undefined ? null : this.#chainOf[order]!
  }

  addresseeOf(id: AttributionId): DraftChain | null {
    const span = this.#statements.get(id)?.addressee ?? null
    const range = span === null ? null : this.#reading.tokens.covering(span)
    if (range === null) return null
    for (let word = range.from; word < Math.min(range.to, range.from + MOST_WORDS); word += 1) {
      const order = this.#headed[word]!
      if (order !== -1) return this.#chainOf[order]!
    }
    return null
  }

  /** The chains mentioned within a phrase, in text order. */
  chainsWithin({
    from,
    to,
  }: TokenRange): readonly { readonly chain: DraftChain; readonly profile: Profile }[] {
    const found: { readonly chain: DraftChain; readonly profile: Profile }[] = []
    for (let word = from; word < Math.min(to, from + MOST_WORDS); word += 1) {
      const order = this.#headed[word]!
      const chain = order === -1 ? null : this.#chainOf[order]!
      if (chain !== null) found.push({ chain, profile: this.#profiles[order]! })
    }
    return found
  }

  /** “The two sides”, “both countries”: the two who were named together last, at most three sentences before; null for none. */
  pairMeant({
    mention,
    modifiers,
    article,
    tree,
    head,
    sentence,
    order,
    number,
  }: Profile): DraftChain | null {
    if (mention.kind !== "nominal" || number !== "plural") return null
    const isBoth = tree.childrenBy(head, "det").some((child) => tree.at(child).lemma.toLowerCase() === "both")
    if (!isBoth && !(modifiers.has("two") && article === "definite")) return null
    for (let index = order - 1; index >= 0 && this.#profiles[index]!.sentence >= sentence - 3; index -= 1) {
      const { members, kind } = this.#profiles[index]!
      const chain = this.#chainOf[index]!
      if (members.length === 2 && kind === "group") return chain
    }
    return null
  }

  /** “Lavrov, who left”: the chain of the noun that the clause of “who” describes, or of the name before the comma. */
  relativeAntecedent(profile: Profile): DraftChain | null {
    const { pronoun, tree, head, clause, order } = profile
    if (pronoun === null || (pronoun.use !== "relative" && pronoun.use !== "demonstrative")) return null
    const noun = tree.at(clause).relation.startsWith("acl:relcl") ? antecedentOf(tree, clause, head) : null
    const described = noun === null || noun >= head ? -1 : this.#headed[noun]!
    if (described !== -1) return this.#chainOf[described]!
    return pronoun.use === "relative" && this.#endsBefore(order) ? this.#chainOf[order - 1]! : null
  }

  /** Whether the mention before is a name that only a comma parts from this one: “Anna Petrova, who”. */
  #endsBefore(order: number): boolean {
    const [before, after] = [this.#profiles[order - 1]?.mention, this.#profiles[order]!.mention]
    return before?.kind === "name" && this.#reading.doc.text.slice(before.span.end, after.span.start) === ", "
  }
}
