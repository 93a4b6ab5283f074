'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuChoice } from '@/components/ui/menu';
import { THEME_COOKIE, themeAttribute, type Theme } from './theme';

const ICONS = { system: Monitor, dark: Moon, light: Sun } as const;
const YEAR_SECONDS = 365 * 24 * 3600;

const OPTIONS = [
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden className="size-4" /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden className="size-4" /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden className="size-4" /> },
] as const;

function applyTheme(theme: Theme) {
  const attribute = themeAttribute(theme);
  if (attribute) document.documentElement.dataset.theme = attribute;
  else delete document.documentElement.dataset.theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

export function ThemeToggle({ initialTheme }: { initialTheme: Theme }) {
  const [theme, setTheme] = useState(initialTheme);
  const Icon = ICONS[theme];
  function handleChange(next: Theme) {
    setTheme(next);
    applyTheme(next);
  }
  return (
    <Menu trigger={<IconButton label="Theme" icon={<Icon aria-hidden className="size-4" />} />}>
      <MenuChoice label="Theme" value={theme} options={OPTIONS} onChange={handleChange} />
    </Menu>
  );
}
