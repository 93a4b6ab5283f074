'use client';

import { CircleUser } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';

/** Who is signed in, and the way out: `children` is the sign-out button. */
export function UserMenu({ email, role, children }: { email: string; role: string; children: ReactNode }) {
  const trigger = (
    <Button variant="ghost" aria-label={`Account: ${email}`} className="max-w-56 px-2">
      <CircleUser aria-hidden className="size-4 shrink-0" />
      <span className="truncate max-md:hidden">{email}</span>
    </Button>
  );
  return (
    <Popover trigger={trigger} label="Account" align="end" className="w-64 p-3">
      <p className="truncate font-medium" title={email}>
        {email}
      </p>
      <p className="mb-3 text-muted">Role: {role}</p>
      {children}
    </Popover>
  );
}
