import { existsSync, readFileSync } from "node:fs";

/** What vitest's json report says. A file that could not even be loaded has no tests, and counts as one failed. */
export function vitestCounts(report) {
  const broken = report.testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failures = report.testResults
    .flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })))
    .filter((test) => test.status === "failed")
    .map((test) => `${test.file}: ${test.fullName}`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    told: [...failures, ...broken.map((file) => `${file.name}: ${file.message ?? "not loaded"}`)],
  };
}

/** What Playwright's json report says. A test that passed when tried again has passed, and is told. */
export function playwrightCounts({ stats, errors, suites }) {
  const told = specsOf(suites).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(
        ({ status }) =>
          `${file}: ${title}${status === "flaky" ? " (passed when tried again)" : ""}`,
      ),
  );
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, told };
}

const specsOf = (suites) =>
  suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsOf(inner)]);

/** What a stage comes to: its report's counts; one failed check where there is no report, or where it ended badly
 *  though no test failed. Then its last lines are told again, since what was wrong may stand far above. */
export function countsOf({ code, report, read, lastLines }) {
  if (!read) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 1 };
  if (code === 0 || counts.failed > 0) return counts;
  const told = [
    ...(counts.told ?? []),
    `ended with code ${code} though no test failed:`,
    lastLines,
  ];
  return { ...counts, failed: 1, told };
}
