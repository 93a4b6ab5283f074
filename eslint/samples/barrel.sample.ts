// As lib/runs/index.ts: netraven/file-name
export { isBadDeviceStatus } from '@/lib/runs/status';
