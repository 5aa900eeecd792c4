// Two sorts of tests. "parts" run the sources as they are. "package" run what a user gets: the built command in
// processes of its own; they wait for one build before the first of them starts.
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    // Two processes for two cores: the network's own threads come on top.
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default", "./tools/closing-line.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "parts",
          include: ["test/**/*.test.ts"],
          exclude: ["test/{bad-files,cli,docs,pack}.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: ["test/{bad-files,cli,docs,pack}.test.ts"],
          globalSetup: ["tools/build-for-tests.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
