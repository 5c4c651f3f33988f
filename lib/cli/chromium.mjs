import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { root } from "./files.mjs";

/** The shell is the same browser without windows, and takes a fifth less of the processor. */
const DEBIAN = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** Debian's Chromium, where it is installed; else undefined, which for Playwright is its own. */
export const debianChromium = () => DEBIAN.find(existsSync);

async function isThere() {
  const { chromium } = await import("@playwright/test");
  return debianChromium() !== undefined || existsSync(chromium.executablePath());
}

/** Makes sure that there is a Chromium: Playwright's own where it can be had, else Debian's. Root can install the
 *  libraries it needs as well. Throws one sentence where there is none to be had. */
export async function ensureChromium() {
  if (await isThere()) return;
  const isRoot = process.getuid?.() === 0;
  const cli = [
    "node_modules/@playwright/test/cli.js",
    "install",
    ...(isRoot ? ["--with-deps"] : []),
    "chromium",
  ];
  attempt(process.execPath, cli, 180_000);
  if (await isThere()) return;
  if (isRoot) {
    attempt("apt-get", ["update"], 120_000);
    const shell = ["install", "-y", "--no-install-recommends", "chromium-headless-shell"];
    attempt("apt-get", shell, 240_000);
  }
  if (await isThere()) return;
  throw new Error(
    `There is no Chromium for the end-to-end tests: install one with npx playwright install chromium, or as ${DEBIAN.join(" or ")}.`,
  );
}

function attempt(file, args, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync(file, args, { cwd: root, env, timeout, stdio: "inherit" });
}
