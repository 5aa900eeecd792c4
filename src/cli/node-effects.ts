// The real effects: this process's outputs, files and clock.
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { type FileHandle, lstat, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import type { Readable } from "node:stream"
import { type Effects, type Files, type Input, MOST_BYTES, type NewFile, type Output } from "./effects.ts"

/** Effects on this process. `interrupted` is the caller's, since what a second Ctrl-C does is not for commands to know. */
export function nodeEffects(interrupted: AbortSignal): Effects {
  return {
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    stdin: toInput(process.stdin),
    files: nodeFiles,
    env: process.env,
    now: () => Date.now(),
    interrupted,
    // The network's runtime takes a while to load, and `--help` needs none of it.
    openReader: async (options) => (await import("../node.ts")).openReader(options),
    readText: async (bytes, options) => (await import("../node.ts")).readText(bytes, options),
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  }
}

function toOutput(stream: NodeJS.WriteStream): Output {
  // Each write reports its own error; without a listener Node would also throw it at the whole process.
  stream.on("error", () => {})
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()))
      }),
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
  }
}

function toInput(stream: NodeJS.ReadStream): Input {
  // Kept: a stream that has ended never ends again, and “sayso verify - -” would wait for it.
  let content: Promise<Uint8Array> | null = null
  return {
    isTerminal: stream.isTTY === true,
    read() {
      content ??= readToEnd(stream)
      return content
    },
  }
}

async function readToEnd(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > MOST_BYTES) break
  }
  return Buffer.concat(chunks)
}

const nodeFiles: Files = {
  async read(path) {
    // A device may have no end.
    return kindOf(await stat(path)) === "file" ? readFile(path) : readToEnd(createReadStream(path))
  },
  async stat(path) {
    const found = await stat(path)
    return { kind: kindOf(found), size: found.size }
  },
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
  },
  create: createWhole,
}

function kindOf(entry: {
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}): "file" | "folder" | "other" {
  // A link in a folder counts as what it is most likely to lead to; opening it shows.
  if (entry.isFile() || entry.isSymbolicLink()) return "file"
  return entry.isDirectory() ? "folder" : "other"
}

/**
 * A new file is written beside its place and renamed when it is finished and on
 * the disk, so that nobody ever sees half of it. What is no plain file
 * (`/dev/stdout`, a named pipe) cannot be replaced and is written to directly.
 */
async function createWhole(path: string): Promise<NewFile> {
  const target = await realpath(path).catch(() => path)
  const existing = await lstat(target).catch(() => null)
  if (existing !== null && !existing.isFile()) return writeTo(await open(target, "w"))
  const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}.unfinished`)
  // An earlier process with this number may have been killed half-way.
  await rm(unfinished, { force: true })
  const handle = await open(unfinished, "wx", existing === null ? 0o666 : existing.mode)
  const discard = async () => {
    await handle.close()
    await rm(unfinished, { force: true })
  }
  return {
    write: (text) => handle.writeFile(text),
    async finish() {
      try {
        await handle.sync()
      } catch (error) {
        await discard()
        throw error
      }
      await handle.close()
      await rename(unfinished, target)
    },
    discard,
  }
}

function writeTo(handle: FileHandle): NewFile {
  return {
    write: (text) => handle.writeFile(text),
    finish: () => handle.close(),
    discard: () => handle.close(),
  }
}
