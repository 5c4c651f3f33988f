import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": import.meta.dirname,
  // `server-only` throws outside a React server; tests run the same modules in plain Node.
  "server-only": path.join(import.meta.dirname, "node_modules/server-only/empty.js"),
};

export default defineConfig({
  resolve: { alias },
  test: {
    // One core less, as vitest takes by itself, is half of a machine with two.
    maxWorkers: "100%",
    // A machine that is busy with something else is slow, not broken.
    testTimeout: 30_000,
    teardownTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] } },
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
