'use client';

import { useSyncExternalStore } from 'react';
import { THEME_KEY } from './theme-script';

type Theme = 'dark' | 'light';

const listeners = new Set<() => void>();

function current(): Theme {
  return document.documentElement.dataset.theme === 'light' ? 'light' : 'dark';
}

export function useTheme(): [Theme, () => void] {
  const theme = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    current,
    () => 'dark' as const,
  );
  return [theme, toggleTheme];
}

function toggleTheme(): void {
  const next = current() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(THEME_KEY, next);
  } catch {
    // A browser without storage keeps the theme until the next page.
  }
  for (const listener of listeners) listener();
}
