'use client';

import type { Schema } from '@/api/client';
import { Fact } from '@/components/fact';
import { PanelBody } from '@/components/ui/dialog';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Table, Td, Th } from '@/components/ui/table';
import { differencesOf } from '@/lib/diff';
import { exact } from '@/lib/time';
import { eventLabel } from './event-types';
import { longValue } from './value';

interface EventSheetProps {
  event: Schema<'Event'> | undefined;
  name: string | undefined;
  onClose: () => void;
}

/** One event with all its changes, before beside after. */
export function EventSheet({ event, name, onClose }: EventSheetProps) {
  const differences = differencesOf(event?.data);
  return (
    <Sheet open={event !== undefined} onOpenChange={(next) => !next && onClose()}>
      <SheetContent
        title={event ? eventLabel(event.type) : ''}
        description={<span className="break-all font-mono">{name}</span>}
        className="w-[min(48rem,100vw)]"
      >
        {event && (
          <PanelBody className="flex flex-col gap-6">
            <dl className="grid grid-cols-2 gap-x-6 gap-y-3">
              <Fact label="When">{exact(event.time)}</Fact>
              <Fact label="Who">
                <span className="font-mono text-xs">{event.actor}</span>
              </Fact>
              <Fact label="Subject">
                <span className="break-all font-mono text-xs">{event.subject}</span>
              </Fact>
              <Fact label="Position in the log">
                <span className="num">{event.seq}</span>
              </Fact>
            </dl>
            {differences.length > 0 ? (
              <Table className="table-fixed">
                <thead>
                  <tr>
                    <Th className="w-1/4 pl-0">Field</Th>
                    <Th>Before</Th>
                    <Th>After</Th>
                  </tr>
                </thead>
                <tbody>
                  {differences.map((difference) => (
                    <tr key={difference.path}>
                      <Td className="break-words pl-0 text-ink-soft">{difference.path}</Td>
                      <Td>
                        <Value value={difference.before} className="bg-bad-wash" />
                      </Td>
                      <Td>
                        <Value value={difference.after} className="bg-ok-wash" />
                      </Td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            ) : (
              <p className="text-ink-faint">No field changed.</p>
            )}
            <Rest data={event.data} />
          </PanelBody>
        )}
      </SheetContent>
    </Sheet>
  );
}

function Value({ value, className }: { value: unknown; className: string }) {
  if (value === undefined || value === null) return <span className="text-ink-faint">–</span>;
  return (
    <span className={`${className} whitespace-pre-wrap break-words rounded px-1 py-0.5 font-mono text-xs`}>
      {longValue(value)}
    </span>
  );
}

/** The data of an event besides before and after. */
function Rest({ data }: { data: unknown }) {
  const told = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const rest = told.filter(([key, value]) => key !== 'before' && key !== 'after' && value !== null);
  if (rest.length === 0) return null;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3">
      {rest.map(([key, value]) => (
        <Fact key={key} label={key}>
          <span className="break-words font-mono text-xs">{longValue(value)}</span>
        </Fact>
      ))}
    </dl>
  );
}
