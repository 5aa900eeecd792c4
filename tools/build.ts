// Makes `dist/` from `src/`: types of every module, and the code in some forty files instead of four hundred, since a
// command that loads few files starts a tenth of a second sooner. In: nothing but the tree. Out: `dist/`, replaced as a whole when the compiler is
// through, so that a command started meanwhile finds the old one or the new one, and no file of a module that
// is gone stays behind.
import { spawn } from "node:child_process"
import { existsSync, renameSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { rolldown } from "rolldown"

const root = fileURLToPath(new URL("..", import.meta.url))
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url))

/** Builds, and gives the exit code: 0, or the compiler's when there are type errors (what it wrote is kept all the same). */
export async function build(): Promise<number> {
  const fresh = `dist.new-${process.pid}`
  const old = `dist.old-${process.pid}`
  const code = await runCompiler(["-p", "tsconfig.build.json", "--outDir", fresh])
  if (!existsSync(`${root}${fresh}`)) return code === 0 ? 1 : code
  await bundle(`${root}${fresh}`)
  if (existsSync(`${root}dist`)) renameSync(`${root}dist`, `${root}${old}`)
  renameSync(`${root}${fresh}`, `${root}dist`)
  rmSync(`${root}${old}`, { recursive: true, force: true })
  return code
}

// What users import, what bin/sayso.js does, and what the network's thread runs.
const ENTRIES = {
  node: "src/node.ts",
  "cli/run": "src/cli/run.ts",
  "network-thread": "src/runtime/network-thread.ts",
}

/** Writes the code of `src/` into `folder`; packages stay outside. */
async function bundle(folder: string): Promise<void> {
  const whole = await rolldown({
    cwd: root,
    input: ENTRIES,
    platform: "node",
    external: (id) => !id.startsWith(".") && !id.startsWith("/") && !id.startsWith("src/"),
  })
  await whole.write({ dir: folder, format: "esm", chunkFileNames: "chunks/[name].js" })
  await whole.close()
}

function runCompiler(options: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const tsc = spawn(process.execPath, [compiler, ...options], { cwd: root, stdio: "inherit" })
    tsc.on("error", reject)
    tsc.on("close", (code) => resolve(code ?? 1))
  })
}

if (import.meta.main) process.exitCode = await build()
