/**
 * What the person who starts the server must change. The message is one line that says what is wrong and what to do,
 * holds no secret, and is printed as it is before the process ends with code 1.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
