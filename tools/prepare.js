// Run by npm after `npm ci` in a clone and before `npm pack`. Builds `dist/` and puts `sayso` beside the other
// commands of the clone, so that `npx sayso` finds it there. Plain JavaScript, because an install without the
// development dependencies may run on a Node that cannot read TypeScript: then there is nothing to build with,
// and nothing to complain about.
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = new URL("..", import.meta.url)
const compiler = new URL("node_modules/typescript/package.json", root)

if (!existsSync(compiler) || !process.features.typescript) {
  console.log("sayso: not built, because the development dependencies are not installed here.")
} else {
  const { build } = await import("./build.ts")
  process.exitCode = await build()
  linkCommand()
}

// `npx sayso` in a clone would otherwise install the clone into npm's cache first, and ask before it does.
function linkCommand() {
  if (process.platform === "win32") return
  const folder = new URL("node_modules/.bin/", root)
  const link = fileURLToPath(new URL("sayso", folder))
  mkdirSync(folder, { recursive: true })
  rmSync(link, { force: true })
  symlinkSync("../../bin/sayso.js", link)
}
