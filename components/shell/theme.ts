export const THEMES = ['system', 'dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** A cookie, not local storage: the server writes the theme into the first HTML, so nothing flashes. */
export const THEME_COOKIE = 'theme';

export const parseTheme = (text: string | undefined): Theme => THEMES.find((theme) => theme === text) ?? 'system';

/** The value of data-theme on <html>; none lets the system decide. */
export const themeAttribute = (theme: Theme): 'dark' | 'light' | undefined => (theme === 'system' ? undefined : theme);
