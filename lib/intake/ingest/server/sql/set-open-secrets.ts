import 'server-only';
import { textArray } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import type { OpenSecrets } from '../../open-secrets';

/** Stores the runs' unfinished secrets behind their last lines. The caller holds the locks of the runs. */
export async function setOpenSecrets(tx: SqlTransaction, opened: ReadonlyMap<string, OpenSecrets>): Promise<void> {
  const texts = [...opened.values()].map((open) => (open.length === 0 ? '' : JSON.stringify(open)));
  await tx.$executeRaw`
    UPDATE run SET open_secrets = nullif(opened.secrets, '')::jsonb
    FROM unnest(${textArray([...opened.keys()])}::text[], ${textArray(texts)}::text[]) AS opened(id, secrets)
    WHERE run.id = opened.id AND run.open_secrets IS DISTINCT FROM nullif(opened.secrets, '')::jsonb`;
}
