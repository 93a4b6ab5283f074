/** What the servers of fault tests, benches and browser tests are started with; worth nothing elsewhere. */
export const INGEST_TOKEN = 'ingest-token-of-the-test-servers-00001';
export const READ_TOKEN = 'read-token-of-the-test-servers-0000001';
export const ADMIN_EMAIL = 'admin@example.net';
export const ADMIN_PASSWORD = 'admin-of-the-test-servers';
