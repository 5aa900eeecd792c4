// The command line without a process: files in memory, a reader that always gives the example's record. In: the
// arguments. Out: what was printed, what was written, the exit code.

import type { Effects, Files } from "../../src/cli/effects.ts"
import { main } from "../../src/cli/main.ts"
import type { OpenOptions, ReportReader } from "../../src/node.ts"
import { readText } from "../../src/node.ts"
import { sha256 } from "./example-reading.ts"
import { EXAMPLE_REPORT, exampleRecord } from "./example-record.ts"

export interface World {
  /** Files by path; a file in a folder makes the folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdoutIsTerminal?: boolean
  readonly stderrIsTerminal?: boolean
  readonly interrupted?: AbortSignal
  /** The clock, in milliseconds since 1970; the end of 2026 where none is given. */
  readonly now?: number
  /** Takes the place of the example's reader. */
  readonly read?: ReportReader["read"]
  /** A folder that may not be looked into. */
  readonly closedFolder?: string
  /** Writing to standard output, or to standard error, fails with this code of the system. */
  readonly stdoutFails?: string
  readonly stderrFails?: string
  /** Writing to any file fails with this code of the system. */
  readonly writingFails?: string
}

export interface CliRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Files that were finished. */
  readonly written: ReadonlyMap<string, string>
  /** How many times the network was opened. */
  readonly opened: number
  /** The word lists with which it was opened. */
  readonly lexicons: NonNullable<OpenOptions["lexicons"]>
}

/** Runs `sayso ARGS`. A report.txt with the example's text is always there. */
export async function runCli(args: readonly string[], world: World = {}): Promise<CliRun> {
  const written = new Map<string, string>()
  const printed = { stdout: "", stderr: "" }
  let opened = 0
  const given: { readonly name: string; readonly text: string }[] = []
  const effects: Effects = {
    stdout: {
      write: async (text) => {
        if (world.stdoutFails !== undefined) throw systemError(world.stdoutFails)
        printed.stdout += text
      },
      isTerminal: world.stdoutIsTerminal ?? false,
      columns: 80,
    },
    stderr: {
      write: async (text) => {
        if (world.stderrFails !== undefined) throw systemError(world.stderrFails)
        printed.stderr += text
      },
      isTerminal: world.stderrIsTerminal ?? false,
      columns: 80,
    },
    stdin: { isTerminal: world.stdin === undefined, read: async () => encode(world.stdin ?? "") },
    files: makeFiles({ "report.txt": EXAMPLE_REPORT, ...world.files }, written, world),
    env: world.env ?? {},
    now: () => world.now ?? Date.UTC(2026, 11, 31),
    interrupted: world.interrupted ?? new AbortController().signal,
    openReader: async ({ lexicons }) => {
      opened++
      given.push(...(lexicons ?? []))
      return makeReader(world.read ?? (async () => exampleRecord))
    },
    readText: async (bytes, options) => readText(bytes, options),
    sha256,
  }
  const code = await main(args, effects)
  return { code, ...printed, written, opened, lexicons: given }
}

function makeReader(read: ReportReader["read"]): ReportReader {
  return {
    read,
    runtime: { name: "node", version: "1.30.0", threads: 2, fallbackReason: null },
    weights: { name: "example", made: "2026-11-24", sha256: "0".repeat(64), polnear: false },
    close: async () => {},
  }
}

function makeFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
  written: Map<string, string>,
  { writingFails, closedFolder }: World,
): Files {
  const paths = Object.keys(contents).sort()
  const isFolder = (path: string) => path === "." || paths.some((each) => each.startsWith(`${path}/`))
  const normal = (path: string) => path.replace(/^\.\//, "").replace(/\/$/, "")
  return {
    read: async (path) => {
      const content = contents[normal(path)] ?? written.get(normal(path))
      if (content === undefined) throw systemError("ENOENT")
      return encode(content)
    },
    stat: async (path) => {
      const content = contents[normal(path)] ?? written.get(normal(path))
      if (content !== undefined) return { kind: "file", size: content.length }
      if (isFolder(normal(path))) return { kind: "folder", size: 0 }
      throw systemError("ENOENT")
    },
    list: async (folder) => {
      if (normal(folder) === closedFolder) throw systemError("EACCES")
      const prefix = normal(folder) === "." || folder === "" ? "" : `${normal(folder)}/`
      const names = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))
      return [...new Set(names.map((name) => name.split("/")[0] as string))].map((name) => ({
        name,
        kind: names.includes(name) ? "file" : "folder",
      }))
    },
    create: async (path) => {
      let text = ""
      return {
        write: async (more) => {
          if (writingFails !== undefined) throw systemError(writingFails)
          text += more
        },
        finish: async () => {
          written.set(path, text)
        },
        discard: async () => {},
      }
    },
  }
}

function encode(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: "write" })
}
