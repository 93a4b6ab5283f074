'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';

const LINKS = [
  { href: '/runs', label: 'Runs' },
  { href: '/jobs', label: 'Jobs' },
  { href: '/insights', label: 'Insights' },
] as const;

export function NavLinks() {
  const pathname = usePathname();
  return (
    <nav aria-label="Main">
      <ul className="flex items-center gap-1 max-md:gap-0">
        {LINKS.map(({ href, label }) => {
          const isHere = pathname === href;
          const isInside = isHere || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isHere ? 'page' : isInside ? 'true' : undefined}
                className={cn(
                  'flex h-8 items-center rounded-md px-2 font-medium max-md:px-1.5 hover:bg-hover',
                  isInside ? 'bg-hover text-fg' : 'text-muted',
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
