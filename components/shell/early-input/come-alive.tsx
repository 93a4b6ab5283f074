'use client';

import { useEffect } from 'react';
import type { LivingPart } from './early-input';
import { openPart } from './hand-on-early-input';

/**
 * Says that a part of the document listens, and hands on what was pressed before. Stands last in its part: React runs
 * effects in the order of the tree, so that by then all others of the part, which listen to keys, are in place.
 */
export function ComeAlive({ part = 'page' }: { part?: LivingPart }) {
  useEffect(() => openPart(part), [part]);
  return null;
}
