// As components/ui/sample.ts: import/no-restricted-paths
import { isBadDeviceStatus } from '@/lib/runs/status';

export const isBad = isBadDeviceStatus;
