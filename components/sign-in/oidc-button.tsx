'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { openOidcSignIn } from './next-auth-client';

export function OidcButton({ name, nextPath }: { name: string; nextPath: string }) {
  const [isLeaving, setIsLeaving] = useState(false);

  function handleClick() {
    setIsLeaving(true);
    openOidcSignIn(nextPath).catch(() => setIsLeaving(false));
  }

  return (
    <Button onClick={handleClick} disabled={isLeaving} className="mt-3 w-full">
      {isLeaving ? `Going to ${name} …` : `Continue with ${name}`}
    </Button>
  );
}
