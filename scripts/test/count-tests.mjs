/**
 * The tests in a JSON report of vitest (numPassedTests …) or of Playwright (stats, where one that passed on a repeat is
 * "flaky"). Throws on anything else, so that a changed format is not taken for no tests.
 */
export function countTests(report) {
  if (typeof report.numPassedTests === 'number') {
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  }
  const { expected, flaky, unexpected } = report.stats ?? {};
  if ([expected, flaky, unexpected].some((count) => typeof count !== 'number'))
    throw new Error('an unknown test report');
  return { passed: expected + flaky, failed: unexpected };
}
