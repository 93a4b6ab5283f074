import type { Scenario } from '@/lib/redaction/testing/record-scenarios';
import { continueSecrets, readOpenSecrets, type OpenSecrets } from '../open-secrets';
import { prepareBatch } from '../prepare-batch';

/**
 * The messages as they would be stored, in the order sent. What is open goes from batch to batch as the run's row keeps it,
 * so that each batch may meet another server.
 */
export function storeScenario({ batches }: Scenario): string[] {
  let kept: OpenSecrets = [];
  return batches.flatMap((records) => {
    const wire = records.map((record) => ({ ...record, run_id: 'r' }));
    const { groups } = prepareBatch(wire, { receivedMs: 0, defaults: null });
    return groups.flatMap((group) => {
      const { lines, open } = continueSecrets(group.lines, kept, 0);
      kept = readOpenSecrets(JSON.parse(JSON.stringify(open)));
      return lines.map(({ message }) => message);
    });
  });
}
