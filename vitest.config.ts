import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/ThrowawayPostgres.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Modules are loaded once a worker, which saves a third of the time; no test leaves anything behind in them.
    isolate: false,
    // Left to itself the runner leaves one of two cores idle.
    maxWorkers: 2
  }
})
