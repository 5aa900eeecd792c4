// Affairs: several reports on one happening, with what they have in common and what they dispute. In: the corpus
// folder and its reports. Out: affairs in the order of their names, and one line for each fault.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { checkWords } from "./check-report.ts"
import { type CorpusReport, type FaultLine, namesIn } from "./corpus.ts"
import { shapeOf } from "./shape.ts"
import type { Words } from "./words-format.ts"

/** Words on one page. */
export interface Part {
  readonly page: string
  readonly words: Words
}

export interface Claim extends Part {
  /** The speaker's name, or "outlet". */
  readonly who: string
  readonly stance: "asserts" | "denies" | "hedges"
}

export interface Dispute {
  readonly question: string
  readonly kind: string
  readonly sides: readonly { readonly answer: string; readonly claims: readonly Claim[] }[]
}

export interface Affair {
  readonly affair: string
  readonly invented: boolean
  readonly pages: readonly {
    readonly page: string
    readonly outlet: string
    readonly published: string
    readonly url: string | null
  }[]
  readonly sameEvents: readonly { readonly event: string; readonly mentions: readonly Part[] }[]
  readonly sameUtterances: readonly {
    readonly speaker: string
    readonly occasion: string
    readonly parts: readonly Part[]
  }[]
  readonly disputes: readonly Dispute[]
  readonly notDisputes: readonly {
    readonly looksLike: string
    readonly why: string
    readonly parts: readonly Part[]
  }[]
}

const shapeOfAffair = shapeOf<Affair>("affair.schema.json")

export interface Affairs {
  readonly affairs: readonly (Affair & { readonly name: string })[]
  readonly faults: readonly FaultLine[]
}

/** Reads `folder`/affairs. A page of an invented affair stands beside affair.json, that of a real one in the corpus. */
export function readAffairs(folder: string, reports: readonly CorpusReport[]): Affairs {
  const root = join(folder, "affairs")
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  const faults: FaultLine[] = []
  const names = namesIn(root)
  const affairs = names.flatMap((name) => {
    const file = `affairs/${name}/affair.json`
    const fail = (id: string, message: string): void => {
      faults.push(`${file}: ${id}: ${message}`)
    }
    if (!existsSync(join(folder, file))) {
      fail("file", "is missing: write it, or remove the folder.")
      return []
    }
    const { value, faults: shapeFaults } = shapeOfAffair(readFileSync(join(folder, file), "utf8"))
    for (const { id, message } of shapeFaults) fail(id, message)
    if (value === null) return []
    checkAffair(value, (page) => textOf(join(root, name), page) ?? texts.get(page) ?? null, fail)
    return [{ ...value, name }]
  })
  return { affairs, faults }
}

function textOf(folder: string, page: string): string | null {
  const file = join(folder, `${page}.txt`)
  return existsSync(file) ? readFileSync(file, "utf8") : null
}

function checkAffair(
  affair: Affair,
  textOfPage: (page: string) => string | null,
  fail: (id: string, message: string) => void,
): void {
  const pages = new Map<string, string>()
  for (const { page } of affair.pages) {
    const text = textOfPage(page)
    if (text === null) fail(page, `has no text: write ${page}.txt beside it, or name a report of the corpus.`)
    else if (pages.has(page)) fail(page, "is there twice: give one of them another name.")
    else pages.set(page, text)
  }
  for (const { page, words } of partsOf(affair)) {
    const text = pages.get(page)
    if (text === undefined) fail(page, `“${words}”: there is no such page: add it or name another.`)
    else checkWords(words, text, (message) => fail(page, message))
  }
  for (const { question, sides } of affair.disputes) {
    const voices = new Set(
      sides.flatMap(({ claims }) => claims.map(({ page, who }) => voiceOf(affair, page, who))),
    )
    if (voices.size < 2)
      fail("file", `“${question}”: one voice alone is no dispute: add the other or remove it.`)
  }
}

// “outlet” is another voice on another outlet's page.
function voiceOf(affair: Affair, page: string, who: string): string {
  return who === "outlet" ? `outlet ${affair.pages.find((each) => each.page === page)?.outlet}` : who
}

function partsOf({ sameEvents, sameUtterances, disputes, notDisputes }: Affair): readonly Part[] {
  return [
    ...sameEvents.flatMap(({ mentions }) => mentions),
    ...sameUtterances.flatMap(({ parts }) => parts),
    ...disputes.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)),
    ...notDisputes.flatMap(({ parts }) => parts),
  ]
}
