// Nouns that never stand for the same people or body: residents are no soldiers, a militia is no army. In: what the lexicon of actors says a noun is. Out:
// whether two nouns exclude each other. Nouns that may be anybody's (“man”) exclude none.

type Walk =
  | "soldier"
  | "army"
  | "police"
  | "rebel"
  | "band"
  | "attacker"
  | "captive"
  | "victim"
  | "agency"
  | "opposition"
  | "government"
  | "office"
  | "civilian"

/** Of PLOVER's sectors those whose people bear arms or an office; the others say too little. */
const WALKS: Readonly<Record<string, Walk>> = {
  MIL: "soldier",
  COP: "police",
  REB: "rebel",
  UAF: "rebel",
  PRM: "rebel",
  GOV: "office",
  LEG: "office",
  JUD: "office",
  JRN: "civilian",
  MED: "civilian",
  REF: "civilian",
}

/** What some nouns tell more closely than their sector, or without one. */
const OWN: Readonly<Record<string, Walk>> = {
  ...wordsAs("army", "army military navy"),
  ...wordsAs("government", "government ministry cabinet parliament court embassy"),
  ...wordsAs("band", "group faction movement"),
  ...wordsAs("attacker", "bandit kidnapper abductor captor hijacker pirate robber assailant"),
  ...wordsAs("captive", "hostage captive abductee worshipper worshiper pupil"),
  ...wordsAs("opposition", "opposition"),
  ...wordsAs("victim", "victim casualty"),
  ...wordsAs(
    "agency",
    "agency charity fund foundation commission watchdog union association federation company firm bank university hospital newspaper magazine broadcaster",
  ),
  // Of a hospital too.
  ...wordsAs("office", "official"),
  // Of the police where nothing else is said.
  ...wordsAs("police", "officer"),
}

function wordsAs(walk: Walk, words: string): Readonly<Record<string, Walk>> {
  return Object.fromEntries(words.split(" ").map((word) => [word, walk]))
}

/** Of the many that PLOVER counts to civilians those that are so called because they are no soldiers, rebels or officials. */
const CIVILIANS = new Set(
  (
    "activist bystander civilian demonstrator driver eyewitness family local looter marcher mourner neighbor neighbour organiser " +
    "organizer passenger passer-by protester relative resident rioter student survivor villager"
  ).split(" "),
)

/** Each pair once. A general may be a minister, a group one of protesters or a company, and a nurse a witness who is a relative. */
const UNLIKE: Readonly<Record<Walk, readonly Walk[]>> = {
  soldier: ["rebel", "band", "attacker", "agency", "government", "civilian"],
  army: ["police", "rebel", "band", "attacker", "captive", "agency", "opposition", "government", "civilian"],
  police: [
    "rebel",
    "band",
    "attacker",
    "captive",
    "agency",
    "opposition",
    "government",
    "office",
    "civilian",
  ],
  rebel: ["captive", "victim", "agency", "government", "office", "civilian"],
  band: ["government", "office"],
  attacker: ["captive", "victim", "agency", "government", "office", "civilian"],
  captive: ["agency", "government"],
  victim: [],
  agency: ["opposition", "government", "office", "civilian"],
  opposition: ["government"],
  government: ["civilian"],
  office: ["civilian"],
  civilian: [],
}

function exclude(one: Walk, other: Walk): boolean {
  return UNLIKE[one].includes(other) || UNLIKE[other].includes(one)
}

/**
 * “The soldiers … residents”: whether nothing that is said of the one can be said of the other. Remembers what it asked of a noun:
 * make one for each report. `sectorOf`: of a noun, PLOVER's; null for none.
 */
export function unlikeBy(
  sectorOf: (noun: string) => string | null,
): (ones: Iterable<string>, others: Iterable<string>) => boolean {
  const known = new Map<string, Walk | null>()
  const walkOf = (noun: string): Walk | null => {
    const before = known.get(noun)
    if (before !== undefined) return before
    const walk = CIVILIANS.has(noun) ? "civilian" : (OWN[noun] ?? WALKS[sectorOf(noun) ?? ""] ?? null)
    known.set(noun, walk)
    return walk
  }
  const walksOf = (nouns: Iterable<string>): readonly Walk[] =>
    [...nouns].map(walkOf).filter((walk) => walk !== null)
  return (ones, others) => {
    const called = titlesIn(ones)
    const calledBefore = called.length === 0 ? [] : titlesIn(others)
    if (calledBefore.length > 0 && !called.some((title) => calledBefore.includes(title))) return true
    const mine = walksOf(ones)
    const theirs = mine.length === 0 ? [] : walksOf(others)
    return theirs.length > 0 && mine.every((one) => theirs.every((other) => exclude(one, other)))
  }
}

/** Offices of which nobody holds two: “the mayor … the minister”. */
const TITLES = new Set(
  "ambassador bishop envoy governor judge king mayor minister pope president prosecutor queen secretary-general senator spokesman spokeswoman".split(
    " ",
  ),
)

function titlesIn(nouns: Iterable<string>): readonly string[] {
  return [...nouns].filter((noun) => TITLES.has(noun))
}
