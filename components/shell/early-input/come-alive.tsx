'use client';

import { useEffect } from 'react';
import type { LivingPart } from './early-input';
import { openPart } from './hand-on-early-input';

/**
 * Says that a part of the document is alive, and hands on what was pressed before. It stands last in its part: React
 * runs effects in the order of the tree, so by then everything in the part that listens to keys does so.
 */
export function ComeAlive({ part = 'page' }: { part?: LivingPart }) {
  useEffect(() => openPart(part), [part]);
  return null;
}
