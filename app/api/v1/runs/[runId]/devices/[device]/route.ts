import { defineRoute } from '@/lib/edges/define-route';
import { putDeviceInput } from '@/lib/runs/device-schema';
import { runQuery } from '@/lib/runs/schema';
import { getRunAddress } from '@/lib/runs/server/get-run-address';
import { putDevice } from '@/lib/runs/server/put-device';

export const PUT = defineRoute(
  { params: ['runId', 'device'], query: runQuery, body: putDeviceInput },
  async ({ viewer, params, query, body }) => {
    const runId = await getRunAddress(viewer, 'runs:write', { ...params, ...query });
    return putDevice(viewer, { runId, device: params.device }, body);
  },
);
