import 'server-only';
import type { RunKey } from '@/lib/runs/server/sql/ensured-run';
import type { DraftGroup, LineDraft } from '@/lib/store/chunks/line-draft';

/** Lines of a group and the run that they go to; the lines of a group that names only its job may go to several. */
export type RunTarget = { run: RunKey; lines: LineDraft[] };

export type Resolving = { targets: Map<DraftGroup, RunTarget[]>; receivedMs: number };
