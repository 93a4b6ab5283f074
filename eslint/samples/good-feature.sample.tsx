// As components/shell/sample.tsx: none
'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { isBadDeviceStatus } from '@/lib/runs/status';

export function Sample() {
  const [isBad, setIsBad] = useState(false);
  return <Button onClick={() => setIsBad(isBadDeviceStatus('failed'))}>{isBad ? 'bad' : 'good'}</Button>;
}
