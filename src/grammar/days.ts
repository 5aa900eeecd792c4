// Words for a day: “on *Friday*” tells when, of whatever verb takes “on”: “called *on* Iran”.
import type { Tree } from "./tree.ts"

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|tonight|yesterday)$/i

/** Whether the word names a day of the week, or one counted from today. */
export function isDay(tree: Tree, index: number): boolean {
  return DAY.test(tree.at(index).lemma)
}
