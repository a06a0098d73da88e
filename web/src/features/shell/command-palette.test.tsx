import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CommandPalette } from './command-palette';

const push = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const asked: string[] = [];

beforeEach(() => {
  push.mockClear();
  asked.length = 0;
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    asked.push(`${pathname} ${searchParams.get('search')}`);
    const [kind] = pathname.split('/').slice(-1);
    const row = { id: `${kind}-1`, name: `DIS_US_${kind?.toUpperCase()}_MoanaLaunch`, status: 'DRAFT' };
    return new Response(JSON.stringify([row]), { headers: { 'content-type': 'application/json' } });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Shell() {
  const [open, setOpen] = useState(false);
  return (
    <QueryClientProvider client={new QueryClient()}>
      <CommandPalette open={open} onOpenChange={setOpen} />
    </QueryClientProvider>
  );
}

function openWith(keys: object) {
  render(<Shell />);
  fireEvent.keyDown(window, keys);
  return screen.getByRole('combobox');
}

const options = () => screen.getAllByRole('option').map((option) => option.textContent?.trim());

test.each([{ ctrlKey: true }, { metaKey: true }])('K with %o opens it, and closes it again', async (held) => {
  openWith({ key: 'k', ...held });
  fireEvent.keyDown(window, { key: 'K', ...held });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a page is found by its subject, and a single letter sends no request', () => {
  const input = openWith({ key: 'k', ctrlKey: true });
  expect(options()).toContain('Deployments');
  fireEvent.change(input, { target: { value: 'parked acc' } });
  expect(options()).toEqual(['Deployments']);
  fireEvent.click(screen.getByRole('option', { name: 'Deployments' }));
  expect(push).toHaveBeenCalledWith('/deployments/');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked).toEqual([]);
});

test('campaigns and tickets are found by a part of their names, and opened', async () => {
  const input = openWith({ key: 'k', ctrlKey: true });
  fireEvent.change(input, { target: { value: 'moana' } });
  fireEvent.click(await screen.findByRole('option', { name: /TICKETS_MoanaLaunch/ }));
  expect(push).toHaveBeenCalledWith('/tickets/?open=tickets-1');
  expect(asked.sort()).toEqual(['/api/v1/campaigns moana', '/api/v1/tickets moana']);
});

test('Enter opens the first entry', async () => {
  const input = openWith({ key: 'k', ctrlKey: true });
  fireEvent.change(input, { target: { value: 'moana' } });
  await screen.findByRole('option', { name: /CAMPAIGNS_MoanaLaunch/ });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(push).toHaveBeenCalledWith('/campaigns/?open=campaigns-1');
});
