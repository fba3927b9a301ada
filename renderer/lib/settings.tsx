import { useEffect } from 'react';

import type { LocalSettings } from '#core/contract/answers.ts';

import { shell } from './office/shell-bridge.ts';
import { rememberLock } from './office/remembered-lock.ts';
import { useAsk } from './office/use-ask.ts';
import { i18n } from './words/i18n.ts';

/** Puts language and theme onto the page and tells the shell, for menus, tray and the window's frame. */
export function applySettings(settings: Pick<LocalSettings, 'language' | 'theme'>): void {
  const root = document.documentElement;
  root.lang = settings.language;
  if (settings.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = settings.theme;
  if (i18n.language !== settings.language) void i18n.changeLanguage(settings.language);
  void shell.setTheme(settings.theme);
  void shell.setLanguage(settings.language);
}

/** Follows the settings that the engine keeps for this PC. Mounted once. */
export function useAppliedSettings(): void {
  const { data } = useAsk('settings.get', undefined);
  const language = data?.language;
  const theme = data?.theme;
  useEffect(() => {
    if (language !== undefined && theme !== undefined) applySettings({ language, theme });
  }, [language, theme]);
}

/** Keeps the lock screen of this PC for the next start. Mounted once. */
export function useRememberedLock(): void {
  const session = useAsk('session.state', undefined).data;
  const settings = useAsk('settings.get', undefined).data;
  useEffect(() => {
    if (session !== undefined && settings !== undefined) rememberLock(session, settings);
  }, [session, settings]);
}
