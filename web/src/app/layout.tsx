import '@fontsource-variable/geist/wght.css';
import '@fontsource-variable/geist-mono/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AppShell } from '@/features/shell/app-shell';
import { THEME_SCRIPT } from '@/features/shell/theme-script';

export const metadata: Metadata = {
  title: { default: 'OmniTraffick', template: '%s · OmniTraffick' },
  description: 'From the media plan to the ad platforms, exactly once.',
};

export const viewport: Viewport = { colorScheme: 'dark light' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script below sets the theme before React looks at the document.
    <html lang="en" data-theme="dark" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <AppShell>{children}</AppShell>
      </body>
    </html>
  );
}
