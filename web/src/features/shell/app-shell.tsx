'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { LiveProvider } from '@/api/live-provider';
import { createQueryClient } from '@/api/query-client';
import { Toaster } from '@/components/ui/toaster';
import { TooltipProvider } from '@/components/ui/tooltip';
import { CommandPalette } from './command-palette';
import { OfflineBanner } from './connection';
import { Sidebar } from './sidebar';
import { Topbar } from './topbar';

/** The frame around every page. */
export function AppShell({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  const [searching, setSearching] = useState(false);
  return (
    <QueryClientProvider client={client}>
      <LiveProvider>
        <TooltipProvider delayDuration={350}>
          <a
            href="#main"
            className="-translate-y-full absolute z-50 rounded-br-md bg-gold-solid px-3 py-2 font-medium text-on-gold focus:translate-y-0"
          >
            Skip to the content
          </a>
          <div className="flex h-dvh">
            <Sidebar />
            <div className="flex min-w-0 flex-1 flex-col">
              <Topbar onSearch={() => setSearching(true)} />
              <OfflineBanner />
              <main
                id="main"
                tabIndex={-1}
                className="flex min-h-0 flex-1 flex-col overflow-y-auto outline-none"
              >
                {/* Pages read the address's query, which a static page does not have yet. */}
                <Suspense>{children}</Suspense>
              </main>
            </div>
          </div>
          <CommandPalette open={searching} onOpenChange={setSearching} />
          <Toaster />
        </TooltipProvider>
      </LiveProvider>
    </QueryClientProvider>
  );
}
