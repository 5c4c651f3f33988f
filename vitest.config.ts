import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": import.meta.dirname,
  // `server-only` throws outside a React server; tests run the same modules in plain Node.
  "server-only": path.join(import.meta.dirname, "node_modules/server-only/empty.js"),
};

/** Tests that put other modules in the place of ours, or that hang on how deep the stack may go. */
const apart = [
  "tests/unit/content/exercise-card/drafting.test.ts",
  "tests/unit/content/hostile-files.test.ts",
  "tests/unit/exercise/grade.test.ts",
  "tests/unit/exercise/variant.test.ts",
  "tests/unit/ui/once.test.tsx",
];

export default defineConfig({
  resolve: { alias },
  test: {
    // One core less, as vitest takes by itself, is half of a machine with two.
    maxWorkers: "100%",
    // A machine that is busy with something else is slow, not broken.
    testTimeout: 30_000,
    teardownTimeout: 60_000,
    projects: [
      // Loading the modules takes longer than most tests: files share them, one after the other.
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          exclude: [...apart],
          isolate: false,
        },
      },
      { extends: true, test: { name: "unit-apart", include: [...apart] } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/integration/global-setup.ts",
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
