// Who is meant by noun phrases. The only test code that calls `resolve/actors` for cases. In: phrases, each with what is
// expected behind an arrow, and above them what holds for all: the date, the tagger's label, whether they act, the country
// that the report is about. Out: the same lines with what the product makes of them.
//
//   date: 2018-04-20   label: person
//   Russian Foreign Minister Sergei Lavrov → RUS/GOV, Minister of Foreign Affairs
import { readFileSync } from "node:fs"
import {
  ACTOR_FILES,
  type ActorLexicon,
  parseActors,
  parseCountries,
  parseGivenNames,
} from "../../src/lexicon/index.ts"
import { type ActorPhrase, type CodedActor, codeEntity, NOWHERE } from "../../src/resolve/actors/index.ts"
import type { Case } from "./tokens.ts"

let opened: ActorLexicon | null = null

/** The lexicon that ships, read once for all tests of a file. */
export function readActorLexicon(): ActorLexicon {
  const read = (name: string): string => readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8")
  const givenNames = parseGivenNames(read("given-names.tsv"))
  opened ??= parseActors({
    countries: parseCountries(read("countries.tsv")),
    officeHolders: read("actors/office-holders.tsv"),
    actors: ACTOR_FILES.map((name) => ({ name, text: read(`actors/${name}`) })),
    isGivenName: (word) => givenNames.has(word),
  })
  return opened
}

const ARROW = " → "

/** The case as it is written, without lines that are empty. */
export function expectedActors({ lines }: Case): string {
  return lines.filter((line) => line.trim() !== "").join("\n")
}

/** Several phrases on one line, parted by " + ", are mentions of one. */
export function drawActors({ lines }: Case): string {
  const settings = { date: "2018-04-20", label: "", acts: "", country: "" }
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [given] = line.split(ARROW)
      if (!line.includes(ARROW)) {
        for (const [, name, value] of line.matchAll(/(\w+): *(\S+)/g))
          settings[name as keyof typeof settings] = value!
        return line
      }
      const phrases = given!.split(" + ").map((text) => phraseOf(text, settings))
      const countries = settings.country === "" || settings.country === "-" ? [] : [settings.country]
      const setting = { ...NOWHERE, countries, home: countries[0] ?? null, share: countries.length }
      const coded = codeEntity(phrases, readActorLexicon(), settings.date, setting)
      return `${given}${ARROW}${inWords(coded)}`
    })
    .join("\n")
}

function phraseOf(
  text: string,
  { label, acts }: { readonly label: string; readonly acts: string },
): ActorPhrase {
  return {
    text,
    head: text.split(",")[0]!.split(" ").at(-1)!,
    label: label === "" || label === "-" ? null : (label as ActorPhrase["label"]),
    acts: acts === "yes",
  }
}

/** “SYR/GOV+OPP, President”; further roles behind a semicolon; “a tie” where the name is shared. */
function inWords({ kind, roles, link }: CodedActor): string {
  const told = roles.map(({ role, basis }) => {
    const sectors = [role.sector ?? "-", ...role.secondary].join("+")
    const code =
      role.sector === null && role.secondary.length === 0
        ? (role.country ?? "-")
        : `${role.country ?? "-"}/${sectors}`
    return `${code}${role.office === null ? "" : `, ${role.office}`}${basis === "inferred" ? " (inferred)" : ""}`
  })
  const tie = link.kind === "unlinked" && link.why === "tie" ? ["a tie"] : []
  return told.length === 0 && tie.length === 0 ? kind : [...tie, ...told].join("; ")
}
