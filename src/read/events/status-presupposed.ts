// Happenings that are there whether or not somebody comes, looks or speaks of them: “did not attend the debate”, “refused to
// discuss the attack”; or whatever they do. In: a tree, the object, or the subject, and its verb. Out: whether a negation of the verb leaves the object alone.
import { isDefinite, saysTakingPlace, type Tree } from "../../grammar/index.ts"

/** Who comes or looks finds it there, even “talks”, which no article marks. */
const COMING = /^(?:attend|visit|watch|witness|skip|boycott|miss|follow|observe)/
/** Who speaks of it may speak of what never was: “did not discuss any deal”, “did not discuss the attack”. */
const SPEAKING =
  /^(?:mention|discuss|address|acknowledg|recogni[sz]|explain|describ|comment|condemn|criticis|criticiz)/

/** Who does not confirm it leaves it open: “declined to confirm *the strike*”, “refused to confirm or deny it”. */
const VOUCHING = /^(?:confirm|verif|corroborat|deny|denie)/

const OPEN = new Set(["a", "an", "any", "no"])

/** Whether what `object` names is there even where the verb above it is negated. */
export function isThereAnyway(tree: Tree, object: number, verb: number): boolean {
  const { relation } = tree.at(object)
  // “The sanctions would not change its course”; but “the talks will not take place”.
  if (relation === "nsubj")
    return isDefinite(tree, object) && tree.childrenBy(verb, "obj").length > 0 && !saysTakingPlace(tree, verb)
  if (relation !== "obj" && relation !== "nsubj:pass") return false
  const { lemma } = tree.at(verb)
  if (VOUCHING.test(lemma)) return true
  if (SPEAKING.test(lemma)) return isDefinite(tree, object)
  return (
    COMING.test(lemma) &&
    !tree.childrenBy(object, "det").some((det) => OPEN.has(tree.at(det).lemma.toLowerCase()))
  )
}

/** “Such sabotage will not *go unanswered*” */
function goesUnanswered(tree: Tree, verb: number): boolean {
  return (
    tree.at(verb).lemma === "go" &&
    tree.childrenBy(verb, "xcomp", "advmod", "advcl").some((state) => tree.at(state).lemma.startsWith("un"))
  )
}

/**
 * Whether a happening stands by itself, whatever is told of the verb above it: “is expected to discuss *the strike*”, “*the
 * clash* may have been triggered by a patrol”, “*sabotage* will not go unanswered”. “Discuss the sale of the port” may be of what nobody has done.
 */
export function isGivenTo(tree: Tree, happening: number, verb: number): boolean {
  const { relation, upos } = tree.at(happening)
  if (relation === "nsubj") return goesUnanswered(tree, verb)
  if (upos !== "NOUN" || !isDefinite(tree, happening) || tree.childrenBy(happening, "nmod", "acl").length > 0)
    return false
  const { lemma } = tree.at(verb)
  if (relation === "obj") return SPEAKING.test(lemma)
  return relation === "nsubj:pass" && CAUSING.test(lemma)
}

/** What brings about what is there. */
const CAUSING = /^(?:trigger|caus|provok|spark|prompt|motivat|orchestrat)/
