#!/usr/bin/env node
// The command on the user's path. Looks at Node's version before anything else is loaded, because an older Node
// would stop with a stack trace; then hands over to the built command line.
import module from "node:module"
import v8 from "node:v8"

const AFTER_ONE_REPORT_MS = 1500

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `sayso: needs Node 22.13 or newer, and this is ${process.version}. Install a newer Node, or in a clone start it with npx sayso.\n`,
  )
  process.exitCode = 1
} else {
  await start()
}

async function start() {
  // Node keeps what it made of our files in the system's folder for temporary files; the next start is a fifth shorter.
  module.enableCompileCache()
  // Nearly all that one report makes is garbage by the next. Node would let new objects fill some 100 MB before it looks which
  // are still wanted, and then as much again of what has outlived two such looks: 610 MB after 250 reports, 510 so. Said at
  // once it would save 50 MB more, but a single report would take a tenth longer. “--max-semi-space-size” says the same, but
  // only to a process that begins with it (2026-11-30).
  setTimeout(() => {
    v8.setFlagsFromString("--semi-space-growth-factor=1")
    v8.setFlagsFromString("--heap-growing-percent=80")
  }, AFTER_ONE_REPORT_MS).unref()
  try {
    const { run } = await import("../dist/cli/run.js")
    await run()
  } catch (error) {
    if (error?.code !== "ERR_MODULE_NOT_FOUND" || !String(error.message).includes("dist/cli/run.js"))
      throw error
    process.stderr.write("sayso: is not built in this folder. Build it with: npm run build\n")
    process.exitCode = 1
  }
}
