import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { KEEP_EARLY_INPUT } from '@/components/shell/early-input/keep-early-input';
import { LifeNotice } from '@/components/shell/early-input/life-notice';
import { Providers } from '@/components/shell/providers';
import { parseTheme, THEME_COOKIE, themeAttribute } from '@/components/shell/theme';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'NetRaven', template: '%s · NetRaven' },
  description: 'Every run of every job, line by line.',
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
  manifest: '/manifest.webmanifest',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={themeAttribute(theme)}>
      <head>
        <script dangerouslySetInnerHTML={{ __html: KEEP_EARLY_INPUT }} />
      </head>
      <body>
        {/* A stacking context of its own, so that what floats is always above the page. */}
        <div className="isolate">
          <Providers renderedAtMs={readClock()}>{children}</Providers>
          <LifeNotice />
          <ComeAlive part="shell" />
        </div>
      </body>
    </html>
  );
}

const readClock = (): number => Date.now();
