'use client';

import { useQuery } from '@tanstack/react-query';
import { Moon, Search, Sun } from 'lucide-react';
import { platformsQuery } from '@/api/queries/house';
import { SandboxMark } from '@/components/sandbox-mark';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Tooltip } from '@/components/ui/tooltip';
import { Connection } from './connection';
import { useTheme } from './theme';

export function Topbar({ onSearch }: { onSearch: () => void }) {
  const [theme, toggle] = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b bg-panel px-4">
      <button
        type="button"
        onClick={onSearch}
        className="flex h-8 w-full max-w-80 items-center gap-2 rounded-md border bg-canvas px-2.5 text-ink-faint hover:border-line-strong"
      >
        <Search className="size-3.5" aria-hidden />
        <span className="flex-1 truncate text-left">Find a campaign, a ticket, a page</span>
        <Kbd className="hidden sm:inline">Ctrl K</Kbd>
      </button>
      <div className="ml-auto flex items-center gap-3">
        <Sandbox />
        <Connection />
        <Tooltip content={`Change to the ${other} theme`} side="bottom">
          <Button variant="ghost" size="icon" aria-label={`Change to the ${other} theme`} onClick={toggle}>
            {theme === 'dark' ? <Sun /> : <Moon />}
          </Button>
        </Tooltip>
      </div>
    </header>
  );
}

function Sandbox() {
  const { data = [] } = useQuery(platformsQuery());
  const names = data.filter((platform) => platform.sandbox).map((platform) => platform.name);
  if (names.length === 0) return null;
  const real = data.filter((platform) => !platform.sandbox).map((platform) => platform.name);
  const says = `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} simulated by the sandbox on this machine: a deployment there reaches no real account and costs nothing.`;
  return (
    <Tooltip
      side="bottom"
      content={
        real.length > 0 ? `${says} ${real.join(' and ')} ${real.length === 1 ? 'is' : 'are'} real.` : says
      }
    >
      <button type="button" aria-label={`Sandbox. ${says}`} className="rounded-md">
        <SandboxMark />
      </button>
    </Tooltip>
  );
}
