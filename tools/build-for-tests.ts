// Before the tests that start the built command: builds it, once for all of them. Type errors are the business of
// `npm run check`; the compiler writes its output all the same.
import { build } from "./build.ts"

/** Called by vitest; its path stands in vitest.config.ts. */
export async function setup(): Promise<void> {
  await build()
}
