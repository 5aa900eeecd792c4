// Happenings that are there whether or not somebody comes, looks or speaks of them: “did not attend the debate”, “refused to
// discuss the attack”; or whatever they do. In: a tree, the object, or the subject, and its verb. Out: whether a negation of the verb leaves the object alone.
import { isDefinite, saysTakingPlace, type Tree } from "../../grammar/index.ts"

/** Who comes or looks finds it there, even “talks”, which no article marks. */
const COMING = /^(?:attend|visit|watch|witness|skip|boycott|miss|follow|observe)/
/** Who speaks of it may speak of what never was: “did not discuss any deal”, “did not discuss the attack”. */
const SPEAKING =
  /^(?:mention|discuss|address|acknowledg|recogni[sz]|explain|describ|comment|condemn|criticis|criticiz)/

const OPEN = new Set(["a", "an", "any", "no"])

/** Whether what `object` names is there even where the verb above it is negated. */
export function isThereAnyway(tree: Tree, object: number, verb: number): boolean {
  const { relation } = tree.at(object)
  // “The sanctions would not change its course”; but “the talks will not take place”.
  if (relation === "nsubj")
    return isDefinite(tree, object) && tree.childrenBy(verb, "obj").length > 0 && !saysTakingPlace(tree, verb)
  if (relation !== "obj" && relation !== "nsubj:pass") return false
  const { lemma } = tree.at(verb)
  if (SPEAKING.test(lemma)) return isDefinite(tree, object)
  return (
    COMING.test(lemma) &&
    !tree.childrenBy(object, "det").some((det) => OPEN.has(tree.at(det).lemma.toLowerCase()))
  )
}
