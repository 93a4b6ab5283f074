import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/shell/skip-link';
import { parseTheme, THEME_COOKIE } from '@/components/shell/theme';
import { TopBar } from '@/components/shell/top-bar';
import { UserMenu } from '@/components/shell/user-menu';
import { SignOutButton } from '@/components/sign-in/sign-out-button';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const viewer = await getPageViewer();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <TopBar theme={theme}>
        {viewer.kind === 'person' && (
          <UserMenu email={viewer.email} role={viewer.role}>
            <SignOutButton className={cn(buttonClass(), 'w-full')} />
          </UserMenu>
        )}
      </TopBar>
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
