'use client';

import { usePathname } from 'next/navigation';
import { Link } from '@/components/link';
import { Tooltip } from '@/components/ui/tooltip';
import { cn } from '@/lib/cn';
import { Logo } from './logo';
import { isAt, SECTIONS } from './navigation';

/** The navigation; only icons on a narrow screen. */
export function Sidebar() {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className="flex w-14 shrink-0 flex-col border-r bg-panel lg:w-52">
      <Link href="/campaigns/" className="flex h-12 items-center gap-2.5 px-4 -outline-offset-2">
        <Logo className="size-5 shrink-0" />
        <span className="hidden font-semibold tracking-tight lg:inline">OmniTraffick</span>
        <span className="sr-only lg:hidden">OmniTraffick</span>
      </Link>
      <div className="flex flex-1 flex-col gap-5 overflow-y-auto px-2 py-3">
        {SECTIONS.map((section) => (
          <div key={section.label}>
            <h2 className="hidden px-2 pb-1 font-medium text-2xs text-ink-faint lg:block">{section.label}</h2>
            <ul className="flex flex-col gap-0.5">
              {section.destinations.map((destination) => {
                const here = isAt(pathname, destination);
                return (
                  <li key={destination.href}>
                    <Tooltip content={destination.label} side="right">
                      <Link
                        href={destination.href}
                        aria-current={here ? 'page' : undefined}
                        className={cn(
                          'relative flex h-8 items-center justify-center gap-2.5 rounded-md px-2 font-medium text-ink-soft hover:bg-hover hover:text-ink lg:justify-start',
                          here &&
                            'bg-hover text-ink before:absolute before:inset-y-1.5 before:-left-2 before:w-0.5 before:rounded-full before:bg-gold-solid',
                        )}
                      >
                        <destination.icon
                          className={cn('size-4 shrink-0', here && 'text-gold')}
                          aria-hidden
                        />
                        <span className="sr-only lg:not-sr-only">{destination.label}</span>
                      </Link>
                    </Tooltip>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
