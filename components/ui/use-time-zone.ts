'use client';

import { useSyncExternalStore } from 'react';

const subscribe = () => () => {};
const readZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The viewer's IANA zone; `UTC` on the server and while hydrating, so that the first render is the same on both sides. */
export const useTimeZone = (): string => useSyncExternalStore(subscribe, readZone, () => 'UTC');
