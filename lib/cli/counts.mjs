import { existsSync, readFileSync } from "node:fs";

/** What vitest's json report says. A file that could not even be loaded has no tests, and counts as one failed. */
export function vitestCounts(report) {
  const broken = report.testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** What Playwright's json report says. A test that passed when tried again has passed. */
export function playwrightCounts({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/** What a stage comes to: its report's counts; one failed check where there is no report, or where it ended badly
 *  though no test failed. */
export function countsOf({ code, report, read }) {
  if (!read) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 1 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
