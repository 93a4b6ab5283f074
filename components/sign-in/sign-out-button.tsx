'use client';

import { useState } from 'react';
import { endSession } from './next-auth-client';

/** `className` is the caller's: in a menu it is an item, in a bar a link. */
export function SignOutButton({ className }: { className?: string }) {
  const [label, setLabel] = useState('Sign out');

  async function handleClick() {
    setLabel('Signing out …');
    try {
      await endSession();
      // A full load: nothing of the person who left stays in the router's cache.
      window.location.replace('/login');
    } catch {
      setLabel('Sign out again: the server did not answer');
    }
  }

  return (
    <button type="button" onClick={() => void handleClick()} className={className}>
      {label}
    </button>
  );
}
