'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Megaphone, Plus, SunMoon, TicketIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { campaignsQuery } from '@/api/queries/campaigns';
import { ticketsQuery } from '@/api/queries/tickets';
import { StatusBadge } from '@/components/status-badge';
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from '@/components/ui/command';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { useDebounced } from '@/lib/use-debounced';
import { SECTIONS } from './navigation';
import { useTheme } from './theme';

interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Opens any page, and finds any campaign or ticket by a part of its name. */
export function CommandPalette({ open, onOpenChange }: PaletteProps) {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onOpenChange(!open);
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [open, onOpenChange]);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="Go to"
        className="top-[14vh] w-[min(38rem,calc(100vw-2rem))] translate-y-0 overflow-hidden [&>header]:sr-only"
      >
        <Palette close={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

/** Fewer letters would find everything. */
const LEAST_LETTERS = 2;
const MOST_HITS = 8;

function Palette({ close }: { close: () => void }) {
  const [text, setText] = useState('');
  const search = useDebounced(text.trim(), 120);
  const router = useRouter();
  const [, toggleTheme] = useTheme();
  const enabled = search.length >= LEAST_LETTERS;
  const campaigns = useInfiniteQuery({
    ...campaignsQuery({ search }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const tickets = useInfiniteQuery({
    ...ticketsQuery({ search }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const go = (href: string) => {
    close();
    router.push(href);
  };
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (candidate: string) => words.every((word) => candidate.toLowerCase().includes(word));
  const foundCampaigns = enabled ? (campaigns.data?.pages[0]?.rows.slice(0, MOST_HITS) ?? []) : [];
  const foundTickets = enabled ? (tickets.data?.pages[0]?.rows.slice(0, MOST_HITS) ?? []) : [];
  const places = SECTIONS.flatMap((section) => section.destinations).filter((place) =>
    fits(`${place.label} ${place.keywords}`),
  );
  const looking = enabled && (campaigns.isFetching || tickets.isFetching || search !== text.trim());
  return (
    // The server searches the names, so nothing is filtered a second time here.
    <Command shouldFilter={false} label="Go to">
      <CommandInput
        value={text}
        onValueChange={setText}
        placeholder="Type a page, or a part of a name"
        className="h-11 text-sm"
      />
      <CommandList className="max-h-[52vh]" label="Pages, campaigns and tickets">
        <CommandEmpty>{looking ? 'Looking …' : `No results for “${text.trim()}”.`}</CommandEmpty>
        {places.length > 0 && (
          <CommandGroup heading="Go to">
            {places.map((place) => (
              <CommandItem key={place.href} value={place.href} onSelect={() => go(place.href)}>
                <place.icon className="text-ink-faint" aria-hidden /> {place.label}
              </CommandItem>
            ))}
          </CommandGroup>
        )}
        {foundCampaigns.length > 0 && (
          <CommandGroup heading="Campaigns">
            {foundCampaigns.map((campaign) => (
              <CommandItem
                key={campaign.id}
                value={campaign.id}
                onSelect={() => go(`/campaigns/?open=${campaign.id}`)}
              >
                <Megaphone className="text-ink-faint" aria-hidden />
                <span className="min-w-0 flex-1 truncate font-mono text-xs">{campaign.name}</span>
                <StatusBadge kind="campaign" status={campaign.status} />
              </CommandItem>
            ))}
          </CommandGroup>
        )}
        {foundTickets.length > 0 && (
          <CommandGroup heading="Tickets">
            {foundTickets.map((ticket) => (
              <CommandItem
                key={ticket.id}
                value={ticket.id}
                onSelect={() => go(`/tickets/?open=${ticket.id}`)}
              >
                <TicketIcon className="text-ink-faint" aria-hidden />
                <span className="min-w-0 flex-1 truncate font-mono text-xs">{ticket.name}</span>
                <StatusBadge kind="ticket" status={ticket.status} />
              </CommandItem>
            ))}
          </CommandGroup>
        )}
        {fits('new ticket create') && (
          <CommandGroup heading="Make">
            <CommandItem value="new-ticket" onSelect={() => go('/tickets/?build=new')}>
              <Plus className="text-ink-faint" aria-hidden /> New ticket
            </CommandItem>
          </CommandGroup>
        )}
        {fits('change theme dark light') && (
          <CommandGroup heading="Do">
            <CommandItem
              value="theme"
              onSelect={() => {
                toggleTheme();
                close();
              }}
            >
              <SunMoon className="text-ink-faint" aria-hidden /> Change the theme
            </CommandItem>
          </CommandGroup>
        )}
      </CommandList>
    </Command>
  );
}
