/** Ends the process with one line that says what is wrong and what to do. */
export function fail(line) {
  console.error(`NetRaven cannot start. ${line}`);
  process.exit(1);
}
