// From mention to mention through the text: each joins a chain or begins one. In: profiles and what the lexicons know.
// Out: chains. Names are chained beforehand, “I” and “you” of quotations afterwards; the rest is chosen on the way.
import { isRelation } from "../../grammar/index.ts"
import type { MentionId } from "../../schema/ids.ts"
import type { Reading } from "../../schema/reading.ts"
import { isSomebodys, mayAct } from "./acts.ts"
import { Discourse } from "./discourse.ts"
import { DraftChain } from "./draft-chain.ts"
import type { Candidate, Surroundings } from "./features.ts"
import type { CoreferenceKnowledge } from "./knowledge.ts"
import { chainNames, type NameLink } from "./names.ts"
import type { Profile } from "./profiles.ts"
import { linkSpeakers } from "./quotations.ts"

export interface Choice {
  /** Null: it begins a chain. */
  readonly candidate: Candidate | null
  readonly score: number
  /** Whether another one is nearly as likely. */
  readonly isTie: boolean
}

/** Decides for one mention; candidates stand in the order in which they were mentioned last. */
export type Choose = (
  mention: Profile,
  candidates: readonly Candidate[],
  surroundings: Surroundings,
) => Choice

export interface Linked {
  readonly chains: readonly DraftChain[]
  /** Pronouns that nothing was found for, or too much. */
  readonly open: ReadonlyMap<MentionId, "no-candidate" | "tie">
}

/** Takes time in proportion to the mentions. */
export function linkProfiles(
  reading: Reading,
  profiles: readonly Profile[],
  knowledge: CoreferenceKnowledge,
  choose: Choose,
): Linked {
  const { links: names, countries } = chainNames(reading, profiles, knowledge)
  const discourse = new Discourse(reading, profiles, (order) => names.get(order)?.chain ?? null)
  const open = new Map<MentionId, "no-candidate" | "tie">()
  const waiting: Profile[] = []
  for (const profile of profiles) {
    const name = names.get(profile.order)
    if (name !== undefined) {
      if (name.chain.last === null) nameNameless(profile, name.chain, { discourse, choose, open, knowledge })
      discourse.join(name.chain, { profile, by: name.by, score: name.score })
      continue
    }
    if (isSpeakersOwn(profile)) {
      waiting.push(profile)
      continue
    }
    const antecedent = discourse.relativeAntecedent(profile)
    if (antecedent !== null) {
      discourse.join(antecedent, { profile, by: "relative", score: 0.95 })
      continue
    }
    if (isAsked(profile)) {
      open.set(profile.mention.id, "no-candidate")
      continue
    }
    const bearer = namedBeside(reading, profile, profiles, names)
    if (bearer !== null) {
      discourse.join(bearer, { profile, by: "apposition", score: 0.95 })
      continue
    }
    const pair = discourse.pairMeant(profile)
    if (pair !== null) {
      discourse.join(pair, { profile, by: "coordination", score: 0.8 })
      continue
    }
    const body = sameBody(profile, discourse)
    if (body !== null) {
      discourse.join(body, { profile, by: "nominal", score: 0.9 })
      continue
    }
    const choice = choose(profile, candidatesOf(profile, discourse), discourse.surroundingsOf(profile))
    const { candidate, score, isTie } = choice
    if (candidate === null && profile.pronoun !== null)
      open.set(profile.mention.id, isTie ? "tie" : "no-candidate")
    discourse.join(candidate?.chain ?? new DraftChain(), { profile, by: ruleOf(profile, candidate), score })
  }
  const countryOf = (word: string): DraftChain | null => {
    const code = knowledge.countryOfDemonym(word)
    return code === null ? null : (countries.get(code) ?? null)
  }
  linkSpeakers(waiting, { discourse, countryOf, open })
  return { chains: discourse.chains, open }
}

/** How far behind “the current bishop, Allan Casicas” the name may stand, in mentions. */
const MOST_BETWEEN = 5

/**
 * Whose name stands behind a nominal, between commas and within its phrase: it is that person, whatever other bishops
 * there are. By the words, since the parser often takes the two for two subjects.
 */
function namedBeside(
  { doc }: Reading,
  { pronoun, order, mention: nominal }: Profile,
  profiles: readonly Profile[],
  names: ReadonlyMap<number, NameLink>,
): DraftChain | null {
  if (pronoun !== null) return null
  const name = profiles
    .slice(order + 1, order + 1 + MOST_BETWEEN)
    .find(
      ({ mention }) =>
        mention.kind === "name" &&
        mention.label === "person" &&
        mention.span.end <= nominal.span.end &&
        doc.text.slice(nominal.head.end, mention.span.start) === ", ",
    )
  return name === undefined ? null : (names.get(name.order)?.chain ?? null)
}

/** “Mali junta … Mali's ruling military junta”: a body of which there is one, called the same and of the same one. */
function sameBody(profile: Profile, discourse: Discourse): DraftChain | null {
  const { pronoun, number, article, words } = profile
  const word = words[0]!
  if (pronoun !== null || number === "plural" || article === "indefinite") return null
  if (words.length > 1 || !SOLE.has(word)) return null
  const own = namedWithin(profile, discourse)
  if (own.length === 0) return null
  const isOfSame = (other: Profile): boolean =>
    other.words[0] === word && namedWithin(other, discourse).some((each) => own.includes(each))
  const found = discourse
    .candidatesFor(profile)
    .find(({ chain }) => chain.headWords.has(word) && lastDescribed(chain).some(isOfSame))
  return found?.chain ?? null
}

/** Bodies of which a state has one. */
const SOLE = new Set("army government junta military parliament regime police navy".split(" "))

/** Those that may act, for “their strikes”, where there are any: “talks” strike nobody. */
function candidatesOf(profile: Profile, discourse: Discourse): readonly Candidate[] {
  const all = discourse.candidatesFor(profile)
  // Few mentions have a name within them: nothing is asked of the candidates of the others.
  const own = namedWithin(profile, discourse)
  const owners = own.length === 0 ? [] : ownersOf(profile, discourse)
  const candidates =
    own.length === 0
      ? all
      : all.filter(({ chain }) => !owners.includes(chain) && !isOfAnother(own, chain, discourse))
  if (isNewcomer(profile))
    return candidates.filter(
      ({ chain, last }) =>
        areBeside(profile, last) || (!chain.hasName && chain.headWords.has(profile.words[0]!)),
    )
  if (!isSomebodys(profile)) return candidates
  const acting = candidates.filter(({ chain }) => mayAct(chain))
  return acting.some(({ fits }) => fits) ? acting : candidates
}

/** The sentences whose “a former minister said” may be named below: title and first. */
const LEAD = 1

/** “The U.N. secretary general … Justice Nkolwe”: an office of a body that is named is somebody's who comes with its title. */
function mayBear(
  name: Profile,
  nameless: DraftChain,
  discourse: Discourse,
  knowledge: CoreferenceKnowledge,
): boolean {
  if (nameless.links.some(({ profile }) => isPartOf(name, profile))) return false
  const speaks = nameless.links.some(({ profile }) => profile.sourceOf.length > 0)
  const isOfLead = nameless.links[0]!.profile.sentence <= LEAD
  if (speaks && !(isOfLead && introduces(name, knowledge))) return false
  const isOffice = nameless.links.some(({ profile }) => namedWithin(profile, discourse).length > 0)
  return !isOffice || [...nameless.headWords].some((word) => name.modifiers.has(word))
}

/** “Cassaran” of “a Cassaran diplomat”: what stands before a noun and describes it names something else. */
function isPartOf({ head, token, tree }: Profile, whole: Profile): boolean {
  return (
    whole.pronoun === null &&
    head < whole.head &&
    tree.headOf(head) === whole.head &&
    /^(?:amod|compound|nmod:poss)$/.test(token.relation)
  )
}

/** “The U.N. secretary general”, “the party's secretary general”: an office of one body is not that of another. */
function isOfAnother(own: readonly DraftChain[], chain: DraftChain, discourse: Discourse): boolean {
  return lastDescribed(chain).some((other) => {
    if (other.role === "apposition") return false
    const others = namedWithin(other, discourse).filter((each) => each !== chain)
    return others.length > 0 && others.every((each) => !own.includes(each))
  })
}

/** “Ms Aune's deputy” is not Ms Aune. */
function ownersOf({ range, head, tree }: Profile, discourse: Discourse): readonly DraftChain[] {
  return discourse
    .chainsWithin({ from: range.from, to: head })
    .flatMap(({ chain, profile }) =>
      profile.role === "possessive" && tree.headOf(profile.head) === head ? [chain] : [],
    )
}

/** Of a chain's mentions those whose owners are looked at, and among how many of its last ones they are sought. */
const MOST_OWNED = 4
const MOST_LOOKED_AT = 16

/** The last mentions that are no pronouns: “a Dutch diplomat” of a diplomat who has been “she” since. */
function lastDescribed({ links }: DraftChain): readonly Profile[] {
  return links
    .slice(-MOST_LOOKED_AT)
    .flatMap(({ profile }) => (profile.pronoun === null ? [profile] : []))
    .slice(-MOST_OWNED)
}

/** The chains with a name within a nominal's words, or before a person's name: UN of “UN chief Guterres”. */
function namedWithin(
  { mention, range, head, pronoun }: Profile,
  discourse: Discourse,
): readonly DraftChain[] {
  const to = mention.kind === "name" ? head : range.to
  if (pronoun !== null || to - range.from < 2) return []
  return discourse
    .chainsWithin({ from: range.from, to })
    .flatMap(({ chain, profile }) => (chain.hasName && profile.head !== head ? [chain] : []))
}

/** “A nurse” is none of those before, named or “a resident”; “Smith, a nurse” and “Smith is a nurse” aside. */
function isNewcomer({ article, pronoun, isPredicate }: Profile): boolean {
  return pronoun === null && article === "indefinite" && !isPredicate
}

function areBeside(one: Profile, other: Profile): boolean {
  return (
    (one.role === "apposition" && one.tree.headOf(one.head) === other.head) ||
    (other.role === "apposition" && other.tree.headOf(other.head) === one.head)
  )
}

/** “A man was arrested. … Smith”: a chain without a name may be that of a name which comes up for the first time. */
function nameNameless(
  profile: Profile,
  chain: DraftChain,
  {
    discourse,
    choose,
    open,
    knowledge,
  }: {
    readonly discourse: Discourse
    readonly choose: Choose
    readonly open: Map<MentionId, "no-candidate" | "tie">
    readonly knowledge: CoreferenceKnowledge
  },
): void {
  const chosen = (): DraftChain | undefined =>
    choose(
      profile,
      discourse
        .candidatesFor(profile)
        .filter(({ chain: other }) => !other.hasName && mayBear(profile, other, discourse, knowledge)),
      discourse.surroundingsOf(profile),
    ).candidate?.chain
  const nameless = discourse.onlyNameless(profile, chain) ?? chosen() ?? null
  if (nameless === null) return
  for (const { profile: each } of nameless.links) open.delete(each.mention.id)
  discourse.absorb(chain, nameless)
}

/** “A witness said … Ostia denied it”: whose words a report has given, it introduces by more than one bare word. */
function introduces(
  { words, modifiers, gender, genderHint }: Profile,
  { nounKind }: CoreferenceKnowledge,
): boolean {
  const isCalled = [...modifiers].some((word) => nounKind(word)?.kind === "person")
  return words.length > 2 || isCalled || gender !== null || genderHint !== null
}

/** “We will not leave,” Lavrov said: waits until it is known who speaks. */
function isSpeakersOwn({ pronoun, quotedIn }: Profile): boolean {
  return pronoun !== null && pronoun.person !== 3 && quotedIn.length > 0
}

function ruleOf(profile: Profile, candidate: Candidate | null): string {
  if (profile.pronoun !== null) return "pronoun"
  if (candidate === null) return "nominal"
  return areBeside(profile, candidate.last) ? "apposition" : "nominal"
}

/** “It is not clear *who* fired first”: nobody told of. */
function isAsked({ pronoun, words: [word], tree, clause }: Profile): boolean {
  return (
    pronoun?.use === "relative" &&
    (word === "who" || word === "what") &&
    isRelation(tree.at(clause).relation, ["ccomp", "csubj"])
  )
}
