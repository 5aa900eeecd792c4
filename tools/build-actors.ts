// Makes data/countries.tsv and the built files of data/actors/ from open sets and tables of our own.
//   node tools/build-actors.ts [--shared ../shared]
// In: tools/actors/country-words.tsv, i18n-iso-countries; ../shared/data/office-holders.csv.xz (Wikidata, CC0) and
// petrarch-dictionaries.tar.xz (MIT), unpacked with `xz` and `tar`; data/actors/great-offices.tsv and roles.tsv, which are
// written by hand and win. Out: one row a country, office, armed group, international body, noun.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { armedGroups } from "./actors/armed-groups.ts"
import { countryRows } from "./actors/country-rows.ts"
import { internationalBodies } from "./actors/international-bodies.ts"
import { officeHolderRows } from "./actors/office-holder-rows.ts"
import { roleNouns } from "./actors/role-nouns.ts"
import { run } from "./actors/run.ts"

const ROOT = join(import.meta.dirname, "..")
const ACTORS = join(ROOT, "data", "actors")

function main(): void {
  const { values } = parseArgs({
    options: { shared: { type: "string", default: join(ROOT, "..", "shared") } },
  })
  const folder = mkdtempSync(join(tmpdir(), "sayso-actors-"))
  try {
    run("tar", ["xJf", join(values.shared, "data", "petrarch-dictionaries.tar.xz"), "-C", folder])
    const dictionary = (name: string): string =>
      readFileSync(join(folder, "petrarch-dictionaries", `Phoenix.${name}.txt`), "utf8")
    const own = (name: string): string => readFileSync(join(ACTORS, name), "utf8")
    const words = readFileSync(join(ROOT, "tools", "actors", "country-words.tsv"), "utf8")
    const holders = run("xz", ["-dkc", join(values.shared, "data", "office-holders.csv.xz")])
    const write = (name: string, text: string): void => writeFileSync(join(ROOT, "data", name), text)
    write("countries.tsv", countryRows(words))
    write("actors/office-holders.tsv", officeHolderRows(holders, own("great-offices.tsv")))
    write("actors/armed-groups.tsv", armedGroups(dictionary("MilNonState.actors"), own("movements.tsv")))
    write(
      "actors/international.tsv",
      internationalBodies(dictionary("International.actors"), own("bodies.tsv")),
    )
    write("actors/role-nouns-petrarch.tsv", roleNouns(dictionary("agents"), own("roles.tsv")))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

main()
