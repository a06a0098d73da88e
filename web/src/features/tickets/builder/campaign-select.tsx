'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { campaignQuery, campaignsQuery } from '@/api/queries/campaigns';
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from '@/components/ui/command';
import { useField } from '@/components/ui/field';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { cn } from '@/lib/cn';
import { useDebounced } from '@/lib/use-debounced';

interface CampaignSelectProps {
  value: string | undefined;
  onChange: (id: string) => void;
}

/** Chooses a campaign; the server searches, because a house has thousands. */
export function CampaignSelect({ value, onChange }: CampaignSelectProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const search = useDebounced(text.trim(), 150);
  const field = useField({});
  const { data: chosen } = useQuery({ ...campaignQuery(value ?? ''), enabled: Boolean(value) });
  const found = useInfiniteQuery({
    ...campaignsQuery(search ? { search } : {}),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.pages[0]?.rows ?? [];
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        role="combobox"
        aria-expanded={open}
        aria-haspopup="listbox"
        className="flex h-8 w-full items-center gap-1.5 rounded-md border border-line-strong/60 bg-canvas px-2.5 text-left hover:border-line-strong aria-invalid:border-bad"
        {...field}
      >
        <span className={cn('min-w-0 flex-1 truncate', chosen ? 'font-mono text-xs' : 'text-ink-faint')}>
          {chosen?.name ?? 'Choose a campaign'}
        </span>
        <ChevronsUpDown className="size-3.5 shrink-0 text-ink-faint" aria-hidden />
      </PopoverTrigger>
      <PopoverContent className="w-(--radix-popover-trigger-width) min-w-72 p-0">
        <Command shouldFilter={false}>
          <CommandInput
            placeholder="Part of its name"
            aria-label="Search the campaigns"
            value={text}
            onValueChange={setText}
          />
          <CommandList label="Campaigns">
            <CommandEmpty>{found.isFetching ? 'Looking …' : 'No campaign has that name.'}</CommandEmpty>
            <CommandGroup>
              {rows.map((campaign) => (
                <CommandItem
                  key={campaign.id}
                  value={campaign.id}
                  onSelect={() => {
                    onChange(campaign.id);
                    setOpen(false);
                  }}
                >
                  <Check className={cn('text-gold', campaign.id !== value && 'invisible')} aria-hidden />
                  <span className="min-w-0 flex-1 truncate font-mono text-xs">{campaign.name}</span>
                  <span className="text-2xs text-ink-faint">{campaign.campaign_name}</span>
                </CommandItem>
              ))}
            </CommandGroup>
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
