const EXPLANATIONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there; start the server, or correct DATABASE_URL',
  ENOTFOUND: 'the host name is unknown; correct DATABASE_URL',
  EAI_AGAIN: 'the host name cannot be looked up now; check the name service, or correct DATABASE_URL',
  EHOSTUNREACH: 'the host cannot be reached; check the network, or correct DATABASE_URL',
  ENETUNREACH: 'the network cannot be reached; check it, or correct DATABASE_URL',
  '28P01': 'user or password is wrong; correct DATABASE_URL',
  '28000': 'the server does not let this user in from here; see its pg_hba.conf',
  '3D000': 'there is no such database; create it, or correct DATABASE_URL',
  '53300': 'the server has no connection left; raise its max_connections',
  '57P03': 'the server is starting up or shutting down; try again in a moment',
};

/** The fault and its remedy in half a sentence; codes are Node's, and PostgreSQL's (manual, appendix A). */
export function explainConnectError(error: unknown): string {
  for (const code of codesOf(error)) {
    const explanation = EXPLANATIONS[code];
    if (explanation) return explanation;
  }
  const message = error instanceof Error ? error.message : String(error);
  return /timeout/i.test(message)
    ? 'it does not answer; check host and port in DATABASE_URL'
    : (message.split('\n')[0] ?? '');
}

/** A host with several addresses fails with one error that holds one for each. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error ? [String(error.code)] : [];
  return error instanceof AggregateError ? [...own, ...error.errors.flatMap(codesOf)] : own;
}
