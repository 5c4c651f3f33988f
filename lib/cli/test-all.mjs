import { rmSync } from "node:fs";
import path from "node:path";
import { build, isBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { countsOf, playwrightCounts, vitestCounts } from "./counts.mjs";
import { root } from "./files.mjs";
import { generate, isGenerated } from "./generate.mjs";
import { onEnd } from "./on-end.mjs";
import { installPackages, packagesInstalled } from "./packages.mjs";
import { endAll, run, start } from "./run.mjs";
import { complain, step } from "./say.mjs";

const MINUTE = 60_000;
const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "."];
const types = ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."];
// A browser may crash under a test. What passed at the second try is told at the end.
const playwright = ["node_modules/@playwright/test/cli.js", "test", "--retries=1"];
const author = ["lib/cli/author.mjs"];
const next = "node_modules/next/dist/bin/next";

const reportOf = (name) => path.join(root, `test-results/${name}.json`);
const vitest = (project) => [
  "node_modules/vitest/vitest.mjs",
  "run",
  `--project=${project}*`,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${reportOf(project)}`,
];

/** Runs every check, shows what each came to, and ends the process with 1 if any failed. */
export async function testAll() {
  onEnd(() => endAll().then(() => process.exit(130)));
  const results = [];
  const add = (name, counts) => results.push({ name, ...counts });
  rmSync(path.join(root, "test-results"), { recursive: true, force: true });

  if (await ready("install", add, install)) {
    add("lint", await stage("Lint", { args: biome, minutes: 2 }));
    await ready("route types", add, routeTypes);
    add("types", await stage("Types", { args: types, minutes: 3 }));
    add(
      "author's check",
      await stage("The author's check of content/", {
        args: [...author, "check", "content", "--seeds", "40"],
        minutes: 4,
      }),
    );
    add(
      "unit",
      await stage("Unit tests", {
        args: vitest("unit"),
        minutes: 15,
        report: reportOf("unit"),
        read: vitestCounts,
      }),
    );
    add(
      "integration",
      await stage("Integration tests", {
        args: vitest("integration"),
        minutes: 15,
        report: reportOf("integration"),
        read: vitestCounts,
      }),
    );
    if (await ready("build", add, makeBuild)) {
      add(
        "e2e",
        await stage("End-to-end tests", {
          args: playwright,
          minutes: 40,
          report: reportOf("e2e"),
          read: playwrightCounts,
        }),
      );
    }
  }
  conclude(results);
}

async function install() {
  if (!packagesInstalled({ tests: true })) {
    await step("Installing packages", () => installPackages({ tests: true }));
  }
  if (!isGenerated()) await step("Generating the database client", generate);
}

/** next-env.d.ts and the types of the routes, which tsc reads and git does not keep. */
const routeTypes = () => run("next typegen", process.execPath, [next, "typegen"]);

async function makeBuild() {
  await ensureChromium();
  if (!isBuilt()) await step("Building the pages", build);
}

/** True when `work` went well; else says why and counts one failed check. */
async function ready(name, add, work) {
  try {
    await work();
    return true;
  } catch (error) {
    complain(error);
    add(name, { passed: 0, failed: 1 });
    return false;
  }
}

/** Runs one Node program with its output shown as it comes, for `minutes` at most. */
async function stage(title, { args, minutes, report, read }) {
  process.stdout.write(`\n== ${title}\n`);
  const begun = Date.now();
  const child = start(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let lastLines = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      process.stdout.write(chunk);
      lastLines = (lastLines + chunk).slice(-2000);
    });
  }
  const timer = setTimeout(() => {
    process.stdout.write(`${title}: stopped after ${minutes} minutes.\n`);
    child.kill("SIGTERM");
  }, minutes * MINUTE);
  const code = await new Promise((resolve) => child.on("close", (ended) => resolve(ended ?? 1)));
  clearTimeout(timer);
  process.stdout.write(`${title}: ${Math.round((Date.now() - begun) / 1000)} s\n`);
  return countsOf({ code, report, read, lastLines });
}

function conclude(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const lines = results.map(({ name, passed, failed, told = [] }) =>
    [`${name}: ${passed} passed, ${failed} failed`, ...told.map((test) => `  ${test}`)].join("\n"),
  );
  process.stdout.write(
    `\n${lines.join("\n")}\n\n${sum("passed")} passed, ${sum("failed")} failed\n`,
  );
  process.exit(sum("failed") === 0 ? 0 : 1);
}
