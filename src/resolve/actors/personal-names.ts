// Where a phrase names persons. In: words, parts, items. Out: the ranges of the names, and the items without those that
// are names only by chance: “Jordan” of “Michael Jordan”, “Mayor” of “Michel Mayor”.

import type { ActorPhrase } from "./describe.ts"
import type { Item } from "./items.ts"
import type { Segment } from "./segments.ts"
import type { Word } from "./words.ts"

interface Range {
  readonly from: number
  readonly to: number
}

export interface NamesFound {
  readonly names: readonly Range[]
  readonly items: readonly Item[]
  /** Ranges one of which may be the name, the longest first: of “Minister of Foreign Affairs Sergei Lavrov” the last two words. */
  readonly loose: readonly Range[]
}

/** A name is the capitals at the end of a part, after title and nation: “Russian Foreign Minister *Sergei Lavrov*”. */
export function namesIn(
  words: readonly Word[],
  segments: readonly Segment[],
  items: readonly Item[],
  label: ActorPhrase["label"],
): NamesFound {
  const all = segments
    .filter(({ by }) => by === null || by === ",")
    .map((segment) => nameAtEnd(words, segment, label === "person"))
    .filter((range) => range !== null)
  // “Carlos Soratti, Vice Minister of Health”: beside a name that is nothing else, no title is a surname.
  const bare = all.filter((range) => !endsInTitle(range, items))
  const names = bare.length > 0 ? bare : all
  const alone =
    label === "person"
      ? []
      : segments.flatMap(({ by, items: [item, ...rest] }) =>
          by === null && rest.length === 0 && isPerson(item) ? item : [],
        )
  const found = names.length > 0 ? names : alone
  return {
    names: found,
    loose: label === "person" ? looseNames(words, segments) : [],
    items: items.filter((item) => !found.some((name) => item.from >= name.from && item.to <= name.to)),
  }
}

function endsInTitle({ to }: Range, items: readonly Item[]): boolean {
  return items.some((item) => item.kind === "noun" && item.to === to)
}

/** Where “of Foreign Affairs” ends and the name begins, capitals do not tell. */
function looseNames(words: readonly Word[], segments: readonly Segment[]): readonly Range[] {
  const last = segments.at(-1)
  if (last === undefined || last.by === null || last.by === ",") return []
  let from = last.to
  while (from > last.from && isNameWord(words[from - 1]!) && !words[from - 1]!.isPossessive) from -= 1
  from = Math.max(from, last.to - MOST_NAME_WORDS)
  const count = Math.max(0, last.to - from - 1)
  return Array.from({ length: count }, (_, index) => ({ from: from + index, to: last.to }))
}

/** “Trump” where the tagger saw no name. */
function isPerson(item: Item | undefined): item is Item {
  return item?.kind === "row" && item.row.kind === "person"
}

function nameAtEnd(words: readonly Word[], segment: Segment, isTagged: boolean): Range | null {
  // “the paramilitary Rapid Support Forces”: the name of a body that is known.
  const isBody = segment.items.some(
    (item) =>
      item.kind === "row" && item.row.kind !== "person" && item.to === segment.to && item.to - item.from > 1,
  )
  if (isBody && !isTagged) return null
  let from = segment.to
  let titleBefore = false
  while (from > segment.from) {
    const item = segment.items.find((each) => each.from < from && from <= each.to)
    if (item !== undefined && endsName(item, words, segment, from, isTagged)) {
      titleBefore = item.kind === "noun" && item.noun.kind === "role" && !item.noun.isPlural
      break
    }
    const start = item?.from ?? from - 1
    if (!words.slice(start, from).every(isNameWord)) break
    // “Kenya's Brigid Kosgei”.
    if (from < segment.to && words[from - 1]!.isPossessive) break
    from = start
  }
  if (from === segment.to || segment.to - from > MOST_NAME_WORDS) return null
  return isTagged || titleBefore ? { from, to: segment.to } : null
}

/** “Sheikh Mohammed bin Rashid bin Saeed Al Maktoum”; more is a headline in capitals. */
const MOST_NAME_WORDS = 9

const PARTICLES = new Set(
  "de del della di da do dos du la le van von der den ter ten al el bin ibn bint ben ould ag zu y e".split(
    " ",
  ),
)

/** “Ban Ki-moon”, “Mohammed bin Salman”. */
function isNameWord({ isCapital, isGlued, folded, text }: Word): boolean {
  return (isCapital && !/^\p{N}/u.test(text)) || isGlued || PARTICLES.has(folded)
}

/** Titles and nations stand before a name; a surname that is also a title stands behind a given name. */
function endsName(
  item: Item,
  words: readonly Word[],
  segment: Segment,
  end: number,
  isTagged: boolean,
): boolean {
  if (item.kind !== "noun" && item.kind !== "demonym") return false
  const before = words[item.from - 1]
  // “Khalid bin Sultan Al Saud”.
  if (isTagged && before !== undefined && item.from > segment.from && PARTICLES.has(before.folded))
    return false
  // “Baker said”: a noun alone, with a capital and no article.
  if (
    isTagged &&
    item.from === 0 &&
    item.to === words.length &&
    words[item.from]!.isCapital &&
    item.kind === "noun"
  )
    return item.to - item.from > 1 || item.noun.isPlural
  const isSurname =
    isTagged &&
    !(item.kind === "noun" && item.noun.isPlural) &&
    end === segment.to &&
    item.to - item.from === 1 &&
    words[item.from]!.isCapital &&
    item.from > segment.from &&
    before?.isCapital === true &&
    !before.isPossessive &&
    !segment.items.some((each) => each.to === item.from)
  return !isSurname
}
