/** Cues of what goes on in the next line. */
export const OPENING_CUES = [
  ...['-begin ', '- begin ', 'private-lines', 'passw', 'passp', 'passc', 'pass phrase', 'pass code', 'secret', 'key', 'token', 'communit', 'psk', 'pwd'],
  ...['kennwort', 'mot de passe', 'contrase', 'wachtwoord', 'senha', 'pin:', 'otp:', 'assword', 'verification code', 'one-time code', 'access code'],
];
