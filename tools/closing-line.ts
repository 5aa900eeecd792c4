// The last line of a test run, in words that any script can read: "412 passed, 0 failed".
import type { Reporter, TestModule } from "vitest/node"

/** A vitest reporter; the path to this file stands in vitest.config.ts. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A file that could not be loaded has no tests to fail, and an error outside of any test belongs to none.
    const broken = modules.filter(
      (module) => module.state() === "failed" && module.errors().length > 0,
    ).length
    const skipped = count("skipped")
    const tail = skipped === 0 ? "" : `, ${skipped} skipped`
    console.log(`${count("passed")} passed, ${count("failed") + broken + errors.length} failed${tail}`)
  }
}
