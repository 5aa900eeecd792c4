// Who acts. In: a mention. Out: whether a capital stands for its government (when it speaks, acts or is dealt with, not when
// things happen there), and whether “they” must be somebody.
import { prepositionsOf } from "../../grammar/index.ts"
import type { DraftChain } from "./draft-chain.ts"
import type { Profile } from "./profiles.ts"

// “Damascus lies”, “Moscow woke up”: what cities do.
const CITY_VERBS = new Set(
  "be have lie become remain fall wake see experience suffer witness host sit stand sleep burn shake grow sit boast".split(
    " ",
  ),
)
// “accused Moscow of”, “told Ankara”.
const DEALINGS = new Set(
  (
    "accuse urge condemn warn tell ask blame criticize criticise sanction press pressure threaten inform notify assure fear thank help " +
    "back support arm allow force persuade pit"
  ).split(" "),
)
// “talks with Beijing”, “relations between Washington and Pyongyang”.
const TIES = new Set(
  "talk relation tie negotiation agreement deal treaty alliance dispute tension war conflict row trade message demand pressure threat".split(
    " ",
  ),
)
const STATE_HOLDINGS = new Set(
  (
    "government ambassador envoy president minister ally rival decision policy position stance response demand claim denial interest " +
    "support army force troop military sanction threat move plan proposal offer refusal intention ambition influence"
  ).split(" "),
)

/** “Damascus said”, “accused Damascus of”, “talks with Damascus”; false for “in Damascus”. */
export function actsAsState(profile: Profile): boolean {
  const { tree, head, role, token } = profile
  if (profile.sourceOf.length > 0) return true
  const above = tree.headOf(head)
  if (above === null) return false
  const governor = tree.at(above)
  const lemma = governor.lemma.toLowerCase()
  if (role === "subject") {
    return token.relation !== "nsubj:pass" && governor.upos === "VERB" && !CITY_VERBS.has(lemma)
  }
  if (token.relation === "obl:agent") return true
  if (role === "object") return DEALINGS.has(lemma)
  if (role === "possessive") return STATE_HOLDINGS.has(lemma)
  const cases = prepositionsOf(tree, head)
  if (role === "oblique") {
    if (cases.some((word) => word === "in" || word === "at" || word === "near" || word === "around"))
      return false
    return governor.upos === "NOUN" ? TIES.has(lemma) && cases.length > 0 : DEALINGS.has(lemma)
  }
  // “between Washington and Pyongyang”: as the first one.
  if (token.relation === "conj") {
    const first = tree.headOf(above)
    return first !== null && TIES.has(tree.at(first).lemma.toLowerCase())
  }
  return false
}

// What only somebody does: “their strikes”, “their decision”.
const ACTS = new Set(
  (
    "strike airstrike attack assault offensive raid bombing shelling invasion operation campaign decision demand request refusal statement " +
    "announcement claim denial accusation visit intention plan proposal offer promise pledge threat opposition support resistance " +
    "condemnation criticism concern belief view opinion hope fear work effort attempt government army troop soldier leader ally enemy"
  ).split(" "),
)

/** “Their strikes”: persons, bodies or states, not talks or events. */
export function isSomebodys({ pronoun, number, tree, head, role }: Profile): boolean {
  if (pronoun?.person !== 3 || number !== "plural" || role !== "possessive") return false
  const above = tree.headOf(head)
  return above !== null && ACTS.has(tree.at(above).lemma.toLowerCase())
}

/** Not “the talks”, “the recent strikes”. */
export function mayAct({ kind, hasName, headWords }: DraftChain): boolean {
  if (hasName || (kind !== null && kind !== "thing")) return true
  return ![...headWords].some((word) => ACTS.has(word) || TIES.has(word))
}
