'use client';

import { useSyncExternalStore } from 'react';
import { EmptyState } from './empty-state';

const subscribe = () => () => {};
const readOrigin = () => window.location.origin;

/** Nothing was ever received: says how to send the first line. */
export function NothingReceived() {
  const origin = useSyncExternalStore(subscribe, readOrigin, () => 'http://localhost:3000');
  const command = [
    `curl ${origin}/api/v1/logs \\`,
    `  -H "Authorization: Bearer $INGEST_TOKEN" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"level":"INFO","message":"hello","job_id":1,"component":"gateway"}'`,
  ].join('\n');
  return (
    <EmptyState role="status" title="No run has been received yet">
      <p>Send the first line with the token that the server was started with:</p>
      <pre
        tabIndex={0}
        aria-label="Command"
        className="my-3 overflow-x-auto rounded-lg border border-line bg-panel p-3 text-left font-mono text-xs text-fg"
      >
        {command}
      </pre>
      <p>
        Or start <code className="font-mono text-fg">npm run demo</code>, which plays a Gateway with some nights of
        runs.
      </p>
    </EmptyState>
  );
}
