// Collects what users can see from the commits since the last release. In: git's log, in which such commits have lines
// beginning with FEATURE:, FIX: or CHANGE:. Out: a section for CHANGELOG.md, put at its top.
//
//   node tools/changelog.ts 0.2.0
import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"

const HEADINGS = { FEATURE: "New", CHANGE: "Changed", FIX: "Mended" } as const
type Sort = keyof typeof HEADINGS

export interface ChangeLine {
  readonly sort: Sort
  readonly text: string
}

/** The marked lines of commit messages, in their order; lines that go on, indented, belong to the one above. */
export function findChanges(messages: string): readonly ChangeLine[] {
  return [...messages.matchAll(/^(FEATURE|FIX|CHANGE): (.+(?:\n[ \t]+.+)*)/gm)].map(([, sort, text]) => ({
    sort: sort as Sort,
    text: (text as string).replace(/\s+/g, " "),
  }))
}

/** A section of the changelog. What was mended before anything was released is nobody's news: `isFirst` leaves it out. */
export function printSection(
  version: string,
  date: string,
  changes: readonly ChangeLine[],
  isFirst: boolean,
): string {
  const sorts: readonly Sort[] = isFirst ? ["FEATURE"] : ["FEATURE", "CHANGE", "FIX"]
  const parts = sorts.flatMap((sort) => {
    const lines = changes.filter((change) => change.sort === sort).map(({ text }) => `- ${text}\n`)
    return lines.length === 0 ? [] : [`### ${HEADINGS[sort]}\n\n${lines.join("")}\n`]
  })
  return `## ${version}, ${date}\n\n${parts.join("")}`
}

if (import.meta.main) {
  const [version] = process.argv.slice(2)
  if (version === undefined) throw new Error("Name the version: node tools/changelog.ts 0.2.0")
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim()
  const tags = git("tag", "--list", "v*", "--sort=-creatordate").split("\n").filter(Boolean)
  const messages = git(
    "log",
    "--reverse",
    "--format=%B",
    ...(tags[0] === undefined ? [] : [`${tags[0]}..HEAD`]),
  )
  const date = git("log", "-1", "--format=%cs")
  const section = printSection(version, date, findChanges(messages), tags.length === 0)
  const path = new URL("../CHANGELOG.md", import.meta.url)
  const [title = "", ...sections] = readFileSync(path, "utf8").split(/^(?=## )/m)
  // The same version again takes the place of its earlier section.
  const others = sections.filter((other) => !other.startsWith(`## ${version},`))
  writeFileSync(path, title + section + others.join(""))
}
