// Candidates that a mention cannot mean, whatever the ranker thinks of them. In: a candidate, the mention, what stands around
// it. Out: whether a rule excludes it.
import { groupBy } from "../../base/group-by.ts"
import { isLedBy, isNoun, isRelation, subjectOf, type Tree } from "../../grammar/index.ts"
import type { AttributionId } from "../../schema/ids.ts"
import type { EventVoice } from "../../schema/reading.ts"
import { callingsOf, type DraftChain } from "./draft-chain.ts"
import type { Candidate, Surroundings } from "./features.ts"
import type { CoreferenceKnowledge } from "./knowledge.ts"
import type { Profile } from "./profiles.ts"
import { unlikeBy } from "./unlike.ts"

type RuledOut = (candidate: Candidate, mention: Profile, surroundings: Surroundings) => boolean

/** For one report. `voices`: who stands how to its happenings. */
export function ruledOutBy(
  { sectorOf, isHappening }: CoreferenceKnowledge,
  voices: readonly EventVoice[],
): RuledOut {
  const areUnlike = unlikeBy(sectorOf)
  const isDenied = denialsOf(voices)
  const isHappeningOf = ({ kind, words }: Profile): boolean => kind === null && words.some(isHappening)
  return (candidate, mention, surroundings) => {
    if (doesToNamed(mention, candidate) || contradicts(mention, candidate, isDenied)) return true
    if (mention.pronoun !== null)
      return (
        isSubjectOf(candidate, mention) ||
        isAnybody(mention) ||
        isThingsPronoun(mention, candidate) ||
        (isPersonsPronoun(mention) && isOnlyHappening(candidate, isHappeningOf)) ||
        isNamedInOwnWords(mention, candidate)
      )
    return (
      // “Police fired tear gas at the port workers”: a body is no group of people.
      !candidate.fits ||
      isTeller(candidate, mention, surroundings) ||
      areUnlike(callingsOf(mention), candidate.chain.callings) ||
      haveOtherNumbers(candidate, mention) ||
      isWithin(mention, candidate) ||
      isOtherOffice(mention, candidate) ||
      isOthers(mention, candidate) ||
      areSomebodys(mention, candidate) ||
      isOtherOne(mention) ||
      isBodyAmongCounted(mention, candidate) ||
      isWhose(mention) ||
      (isSomebody(candidate) && (isThing(mention, candidate) || isHappeningOf(mention))) ||
      isArmOfOthers(mention, candidate) ||
      isNewlyCounted(mention, candidate)
    )
  }
}

/** Whether one statement denies what another puts forward with the same words. */
type IsDenied = (denial: AttributionId, statement: AttributionId) => boolean

function denialsOf(voices: readonly EventVoice[]): IsDenied {
  const denied = new Map<AttributionId, Set<AttributionId>>()
  for (const own of groupBy(voices, ({ event }) => event).values()) {
    const [denials, others] = [true, false].map((denies) =>
      own.flatMap(({ voice, stance }) => (voice !== null && (stance === "denies") === denies ? [voice] : [])),
    )
    for (const denial of denials!) {
      const known = denied.get(denial) ?? new Set()
      for (const other of others!) known.add(other)
      denied.set(denial, known)
    }
  }
  return (denial, statement) => denied.get(denial)?.has(statement) === true
}

/** “The counsel suggested that the witness had been paid. *He* denied it.”: who denies is not who said so. */
function contradicts({ sourceOf }: Profile, { chain: { links } }: Candidate, isDenied: IsDenied): boolean {
  return sourceOf.some(({ id: denial }) =>
    links.slice(-MOST_SAID).some(({ profile }) => profile.sourceOf.some(({ id }) => isDenied(denial, id))),
  )
}

/** Mentions of a chain whose statements are looked at. */
const MOST_SAID = 8

/** “He said the governor had left”: nobody tells of himself by an office. */
function isTeller({ chain }: Candidate, mention: Profile, { tells }: Surroundings): boolean {
  return mention.kind === "person" && tells(chain)
}

/** “A source close to the prime minister”: a part of a phrase is not what the whole stands for, but for what names it too: “the chair, a lawyer, Jane Roe”. */
function isWithin({ mention, head, role, tree, range }: Profile, { last }: Candidate): boolean {
  if (mention.kind !== "nominal" || role === "apposition" || last.head === head || last.members.length > 0)
    return false
  const { start, end } = last.mention.span
  if (mention.span.start < start || end < mention.span.end) return false
  const isBeside = tree.has(range.from - 1) && tree.at(range.from - 1).lemma === ","
  return !isBeside && !(last.mention.kind === "name" && mention.span.start === start)
}

/** “His spokeswoman … a minister”: who is somebody's was called so before, if the report has told of them. */
function isOthers({ article, words, mention, kind, sourceOf }: Profile, { chain, last }: Candidate): boolean {
  if (mention.kind !== "nominal" || article !== "possessive" || kind === null || sourceOf.length === 0)
    return false
  const isBeside = last.role === "apposition" || areNested(mention, last.mention)
  return !isBeside && chain.hasName && !words.some((word) => chain.words.has(word))
}

function areNested({ span: one }: Profile["mention"], { span: other }: Profile["mention"]): boolean {
  return one.end >= other.start && other.end >= one.start
}

/**
 * “Displaced people … his fighters”, “its opponents … the generals”: many who are somebody's are called so by the same
 * word, unless it stands beside. One who is may be anybody before: “Tony Mendez … my husband”.
 */
function areSomebodys(mention: Profile, { chain, last }: Candidate): boolean {
  if (mention.mention.kind !== "nominal" || mention.number !== "plural") return false
  const isBeside = [mention, last].some(({ role, isPredicate }) => role === "apposition" || isPredicate)
  if (isBeside || areNested(mention.mention, last.mention)) return false
  const isOwned = mention.article === "possessive" ? mention.kind !== null : areOwned(chain)
  return isOwned && !mention.words.some((word) => chain.words.has(word))
}

/** Whether a chain without a name was called “its opponents” first. */
function areOwned({ hasName, links }: DraftChain): boolean {
  if (hasName) return false
  const first = links
    .slice(0, MOST_NUMBERED)
    .find(({ profile }) => profile.mention.kind === "nominal")?.profile
  return first?.article === "possessive" && first.kind !== null
}

/** “The talks” are none of the soldiers before, “the decision” no police force, “the victory” no state. */
function isSomebody({ chain: { kind } }: Candidate): boolean {
  return kind === "person" || kind === "group" || kind === "organization" || kind === "state"
}

/** “Dozens … warplanes”: what is called by no noun for people or bodies is not those before, but for a word that it shares or where it tells what they are. */
function isThing({ mention, kind, words, role, isPredicate }: Profile, { chain, last }: Candidate): boolean {
  if (mention.kind !== "nominal" || kind !== null || role === "apposition" || isPredicate) return false
  return !chain.hasName && !areNested(mention, last.mention) && !words.some((word) => chain.words.has(word))
}

/** “The Darfur Lawyers Network … the army”: a state's army is no body that its name tells to be of another sort. */
function isArmOfOthers(mention: Profile, { chain }: Candidate): boolean {
  const isOther = ({ words }: Profile): boolean =>
    words.length > 1 && words.some((word) => OTHER_BODIES.has(word))
  return isStateBody(mention) && chain.names.slice(0, MOST_NAMES).some(isOther)
}

const OTHER_BODIES: ReadonlySet<string> = new Set(
  "network association group committee institute organisation organization foundation centre center observatory charity university hospital bank fund agency news press society federation club company watch borders".split(
    " ",
  ),
)

/** “Aline Furaha, *whose sister* was killed”: somebody new, and not her. */
function isWhose({ mention, tree, head }: Profile): boolean {
  return (
    mention.kind === "nominal" &&
    tree.childrenBy(head, "nmod:poss").some((owner) => tree.at(owner).lemma.toLowerCase() === "whose")
  )
}

/** “Each held the other responsible”, “others fled”: somebody else than those before. */
function isOtherOne({ mention, words: [word] }: Profile): boolean {
  return mention.kind === "nominal" && word === "other"
}

/** “Tens of thousands of people … police”: a body is none of those who are counted. */
function isBodyAmongCounted(mention: Profile, { chain }: Candidate): boolean {
  return (
    isStateBody(mention) &&
    chain.links.slice(-MOST_NUMBERED).some(({ profile }) => numberIn(profile) !== null)
  )
}

/** “the army”, “the ministry” */
function isStateBody({ mention, words }: Profile): boolean {
  return mention.kind === "nominal" && words.some((word) => BODIES.has(word))
}

const BODIES: ReadonlySet<string> = new Set(["police", "army", "military", "government", "ministry"])

/**
 * “Soldiers fired … nine soldiers were killed”: a number without “the” counts some who were not told of before, but
 * for those of the headline: “… swap prisoners”.
 */
function isNewlyCounted(mention: Profile, { chain, last }: Candidate): boolean {
  if (mention.article !== "none" || chain.hasName || numberIn(mention) === null) return false
  // “Four guards and a driver” are counted, as a whole, by the same number.
  const isPart = areNested(mention.mention, last.mention)
  if (isPart || !mention.words.some((word) => chain.headWords.has(word))) return false
  const links = chain.links.slice(-MOST_NUMBERED)
  return links.every(({ profile }) => numberIn(profile) === null && profile.paragraph > 0)
}

/** “The interior ministry … the education ministry”: the same word, but for other matters. */
function isOtherOffice(
  { words, modifiers }: Profile,
  { chain: { headWords, words: all } }: Candidate,
): boolean {
  if (!words.some((word) => OFFICE.has(word) && headWords.has(word))) return false
  const [mine, theirs] = [
    MATTERS.filter((matter) => modifiers.has(matter)),
    MATTERS.filter((matter) => all.has(matter)),
  ]
  return mine.length > 0 && theirs.length > 0 && !mine.some((matter) => theirs.includes(matter))
}

const OFFICE: ReadonlySet<string> = new Set(["ministry", "department", "minister", "secretary"])

const MATTERS =
  "agriculture defence defense economy education energy environment finance foreign health home industry information interior justice labor labour prime trade transport".split(
    " ",
  )

/** “two helicopters … five helicopters” */
function haveOtherNumbers({ chain }: Candidate, mention: Profile): boolean {
  const number = numberIn(mention)
  if (number === null) return false
  return chain.links.slice(-MOST_NUMBERED).some(({ profile }) => {
    const other = numberIn(profile)
    return other !== null && other !== number
  })
}

/** Of a chain's mentions those whose number and article are looked at. */
const MOST_NUMBERED = 8

const ABOUT: ReadonlySet<string> = new Set(["dozen", "score", "hundred", "thousand"])

/** The numeral before its noun, as written, or “dozen” of “dozens of demonstrators”; null for none. */
function numberIn({ mention, tree, head, range }: Profile): string | null {
  if (mention.kind !== "nominal") return null
  const first = tree.at(range.from)
  if (first.xpos === "NNS" && ABOUT.has(first.lemma)) return first.lemma
  const numeral = tree.childrenBy(head, "nummod").find((child) => child < head)
  return numeral === undefined ? null : tree.at(numeral).lemma.toLowerCase()
}

/** “Nobody was arrested”: no one that the report tells of. */
function isAnybody({ pronoun, words }: Profile): boolean {
  return pronoun?.use === "indefinite" && /^(?:any|some|every|no)(?:one|body)$/.test(words[0] ?? "")
}

/** “The spokeswoman said *it* was looked into”: nobody who is called by a noun for persons; a name alone may be taken for one. */
function isThingsPronoun({ pronoun }: Profile, { chain }: Candidate): boolean {
  if (pronoun?.gender !== "thing" || pronoun.person !== 3) return false
  if (chain.kind !== "person" || chain.number === "plural") return false
  // “Joey Salceda … It says”
  const isFull = ({ mention, words }: Profile): boolean =>
    mention.kind === "name" && mention.label === "person" && mention.score > SURE_OF_NAME && words.length > 1
  if (chain.names.slice(0, MOST_NAMES).some(isFull)) return true
  return chain.links
    .slice(-MOST_NUMBERED)
    .some(({ profile: { mention, kind } }) => mention.kind === "nominal" && kind === "person")
}

/** “He” is no raid. */
function isPersonsPronoun({ pronoun }: Profile): boolean {
  return pronoun?.gender === "man" || pronoun?.gender === "woman"
}

function isOnlyHappening({ chain }: Candidate, isHappening: (profile: Profile) => boolean): boolean {
  if (chain.hasName || chain.kind !== null) return false
  return chain.links.slice(-MOST_NUMBERED).some(({ profile }) => isHappening(profile))
}

const SURE_OF_NAME = 0.8

/** “*He* conceded that Mr Keft had met him”: nobody speaks of himself by name. */
function isNamedInOwnWords({ sourceOf, pronoun }: Profile, { chain }: Candidate): boolean {
  if (sourceOf.length === 0 || pronoun?.person !== 3 || chain.kind !== "person") return false
  const isTold = ({ toldIn, quotedIn }: Profile): boolean =>
    sourceOf.some((own) => toldIn.includes(own) || quotedIn.includes(own))
  // “Identifying himself *as* Captain Barma, he read a statement”
  const isCalled = ({ tree, head }: Profile): boolean => isLedBy(tree, head, /^as$/i)
  return chain.names.slice(0, MOST_NAMES).some((name) => isTold(name) && !isCalled(name))
}

/** “*The judge* denied bail to Mr. Balic”: who does something to somebody named is somebody else. */
function doesToNamed({ mention, role, tree, head, sentence }: Profile, { chain }: Candidate): boolean {
  const verb = role === "subject" && mention.kind !== "name" ? tree.headOf(head) : null
  if (verb === null || CALLING.has(tree.at(verb).lemma)) return false
  return chain.names.slice(0, MOST_NAMES).some((name) => {
    if (name.sentence !== sentence || name.head <= verb || isLedBy(tree, name.head, /^as$/i)) return false
    const { relation } = tree.at(name.head)
    const above = tree.headOf(name.head)
    if (above === verb) return isRelation(relation, ["obj", "iobj", "obl"])
    return above !== null && tree.headOf(above) === verb && isLedBy(tree, name.head, /^to$/i)
  })
}

/** “The group called itself Ansar” */
const CALLING: ReadonlySet<string> = new Set(["call", "name", "rename", "style", "dub", "include", "become"])

/** Names of one person that are looked at. */
const MOST_NAMES = 30

/** “The US denied it”, “they freeze assets and bar *them*”: who does something to “it” would be “itself”. */
function isSubjectOf({ last }: Candidate, { pronoun, role, tree, head, sentence }: Profile): boolean {
  const verb = tree.headOf(head)
  if (pronoun?.use !== "personal" || role !== "object" || verb === null) return false
  if (last.role !== "subject" || last.sentence !== sentence) return false
  return tree.headOf(last.head) === verb || subjectOf(tree, verb) === last.head || isJoinedToNoun(tree, verb)
}

/** “and bar” of “they freeze assets of 12 officials and bar them”, which the parser joins to the officials. */
function isJoinedToNoun(tree: Tree, verb: number): boolean {
  const above = tree.headOf(verb)
  return (
    tree.at(verb).relation === "conj" &&
    above !== null &&
    isNoun(tree, above) &&
    tree.childrenBy(verb, "nsubj", "csubj").length === 0
  )
}
