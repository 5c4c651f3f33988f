import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { debianChromium } from "./lib/cli/chromium.mjs";
import { freePort } from "./lib/db/free-port.mjs";
import { campusSettings } from "./tests/e2e/pages/campus-settings";
import { mailSettings } from "./tests/e2e/pages/mail-settings";

// Whatever else runs on the machine. Workers read this file too, and must come to the same port.
process.env.E2E_PORT ??= String(await freePort());
const PORT = Number(process.env.E2E_PORT);
const data = path.resolve(import.meta.dirname, "test-results/e2e-data");
const content = path.resolve(import.meta.dirname, "test-results/e2e-content");

// Workers read this file too, when the product already runs on its data.
if (process.env.TEST_WORKER_INDEX === undefined) {
  for (const folder of [data, content]) rmSync(folder, { recursive: true, force: true });
  // A second course, which only students of it see.
  for (const from of ["content", "tests/fixtures/courses"])
    cpSync(path.resolve(import.meta.dirname, from), content, { recursive: true });
}

/** The built product with a database of its own and the demo accounts, in a real Chromium. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  workers: 2,
  // A machine that is busy with something else is slow, not broken.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    actionTimeout: 20_000,
    // A trace keeps a copy of the page at every step, and on pages as large as lessons that takes longer than the step.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: debianChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node lib/cli/start.mjs",
    url: `http://localhost:${PORT}`,
    env: {
      PORT: String(PORT),
      HOST: "127.0.0.1",
      DATA_DIR: data,
      CONTENT_DIR: content,
      DATABASE_URL: "",
      NEXTAUTH_URL: `http://localhost:${PORT}`,
      LOG_LEVEL: "warn",
      DEMO: "1",
      ...campusSettings(PORT),
      ...mailSettings(PORT),
    },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
