import { defineRoute } from '@/lib/http/define-route';
import { putDeviceInput } from '@/lib/runs/schema';
import { putDevice } from '@/lib/runs/server/put-device';

export const PUT = defineRoute({ params: ['runId', 'device'], body: putDeviceInput }, ({ viewer, params, body }) =>
  putDevice(viewer, params, body),
);
