'use client';

import { useQuery } from '@tanstack/react-query';
import { Cpu } from 'lucide-react';
import type { Schema } from '@/api/client';
import { workersQuery } from '@/api/queries/deployments';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { Table, Td, Th } from '@/components/ui/table';
import { cn } from '@/lib/cn';
import { counted } from '@/lib/counted';
import { ago, exact } from '@/lib/time';
import { useNow } from '@/lib/use-now';

/** The number of living workers; opened, their list. */
export function Workers() {
  const { data: workers } = useQuery(workersQuery());
  const alive = workers?.filter((worker) => worker.alive).length ?? 0;
  const silent = (workers?.length ?? 0) - alive;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button>
          <Cpu aria-hidden className={cn(silent > 0 ? 'text-warn' : 'text-ink-faint')} />
          {workers?.length === 0 ? 'Workers' : counted(alive, 'worker')}
          {silent > 0 && <Badge tone="warn">{silent} silent</Badge>}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-[min(40rem,calc(100vw-2rem))] p-0" aria-label="Workers">
        {workers?.length === 0 ? (
          <p className="p-4 text-ink-soft">
            No worker has reported yet. A server that was started with{' '}
            <code className="font-mono text-xs">up</code> drives deployments itself; for other servers, start{' '}
            <code className="font-mono text-xs">omnitraffick worker</code>.
          </p>
        ) : (
          <Table>
            <thead>
              <tr>
                <Th>Worker</Th>
                <Th>Version</Th>
                <Th>In progress</Th>
                <Th>Driven</Th>
                <Th>Heartbeat</Th>
              </tr>
            </thead>
            <tbody>
              {workers?.map((worker) => (
                <WorkerRow key={worker.id} worker={worker} />
              ))}
            </tbody>
          </Table>
        )}
      </PopoverContent>
    </Popover>
  );
}

function WorkerRow({ worker }: { worker: Schema<'Worker'> }) {
  const now = useNow(1000);
  const seconds = Math.max(0, Math.round((now - Date.parse(worker.last_heartbeat_at)) / 1000));
  return (
    <tr className={cn(!worker.alive && 'text-ink-faint')}>
      <Td>
        <span className="flex items-center gap-2">
          <span
            className={cn('size-2 shrink-0 rounded-full', worker.alive ? 'bg-ok' : 'bg-warn')}
            title={worker.alive ? 'Alive' : 'Silent'}
          />
          <span className="break-all font-mono text-xs">{worker.name}</span>
        </span>
        <span className="pl-4 text-2xs text-ink-faint">{worker.broker}</span>
      </Td>
      <Td className="num">{worker.version}</Td>
      <Td className="num">
        {worker.in_hand} of {worker.concurrency}
        {worker.queued > 0 && <span className="block text-2xs text-ink-faint">{worker.queued} wait</span>}
      </Td>
      <Td className="num">{worker.driven.toLocaleString('en')}</Td>
      <Td className="num whitespace-nowrap">
        <time dateTime={worker.last_heartbeat_at} title={exact(worker.last_heartbeat_at)}>
          {seconds < 60 ? `${seconds} s ago` : ago(worker.last_heartbeat_at, now)}
        </time>
      </Td>
    </tr>
  );
}
