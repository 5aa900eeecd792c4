// The rows of data/actors/role-nouns-petrarch.tsv. In: PETRARCH's dictionary of agents, the nouns written by hand. Out:
// the nouns that nobody wrote by hand.
import { foldName } from "../../src/lexicon/fold-name.ts"
import { petrarchEntries, sectorsIn } from "./petrarch.ts"
import { tableRows } from "./run.ts"

const HEADER = `# Further nouns that tell what somebody is.
# Source: PETRARCH2, Phoenix.agents.txt, Copyright (c) 2014 Open Event Data Alliance, MIT licence; its codes are CAMEO's and are rewritten to PLOVER's (its MED is
#   the press, PLOVER's is health; religions are REL). Licence: MIT. Date: 2026-11-28. How made: node tools/build-actors.ts. Nouns of roles.tsv are left out.
# Columns: as described in bodies.tsv.
name	aliases	kind	sector	secondary	source
`

/** What the dictionary writes “MINISTER OF …”, “!MINIST!” or “!PERSON!” for. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  "!PERSON!": ["MAN", "WOMAN", "PERSON"],
  "!MINIST!": ["MINISTER", "MINISTRY"],
}

/** The word that heads nouns for organisations, “department” of “department of trade”; all others are nouns for persons. */
const BODY =
  /(?:ministry|army|navy|force|forces|party|group|movement|agency|organi[sz]ation|court|parliament|council|company|union|university|bank|service|committee|government|media|press|television|radio|newspaper|church|corporation|brigade|squad|militia|department|office|association|board|industry|institute|coalition|dept|delegation|senate|school|hospital|front|camp|administration|authority|bureau|house|assembly|commission)$/

/** Words that stand for much else in the news: “chain”, “carrier”. */
const DROPPED = new Set(
  "boss house chamber carrier chain channel bargainer wave press conference guest figure hand head hall body chair cell hit block bloc base post plant line force mob driver ship vessel".split(
    " ",
  ),
)

export function roleNouns(dictionary: string, byHand: string): string {
  const taken = new Set(
    tableRows(byHand).flatMap(({ name, aliases }) => [name!, ...aliases!.split("|")].map(foldName)),
  )
  const rows: string[] = []
  for (const { names, code } of petrarchEntries(dictionary)) {
    const [sector, ...secondary] = sectorsIn(code.replace("~", ""))
    if (sector === undefined || !code.startsWith("~")) continue
    for (const noun of names.flatMap(expand)) {
      const name = noun.toLowerCase()
      if (
        taken.has(foldName(name)) ||
        DROPPED.has(name) ||
        name.length < 4 ||
        /\s(?:to|of|for|in)$|[^a-z .'-]/.test(name)
      )
        continue
      taken.add(foldName(name))
      rows.push(
        [
          name,
          "",
          BODY.test(name.split(/ (?:of|for) /)[0]!) ? "body" : "role",
          sector,
          secondary.join("|"),
          "PETRARCH",
        ].join("\t"),
      )
    }
  }
  return `${HEADER}${rows.sort().join("\n")}\n`
}

/** “CONGRESS!PERSON!” → “CONGRESSMAN”, “CONGRESSWOMAN”, “CONGRESSPERSON”. */
function expand(name: string): readonly string[] {
  const [set, words] = Object.entries(SETS).find(([each]) => name.includes(each)) ?? []
  return set === undefined ? [name] : words!.map((word) => name.replace(set, word).trim())
}
