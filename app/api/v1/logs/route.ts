import { defineRoute } from '@/lib/http/define-route';
import { appendLines } from '@/lib/ingest/server/append-lines';

export const POST = defineRoute({}, ({ viewer, request }) => appendLines(viewer, request));
