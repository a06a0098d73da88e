import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OfflineError } from '@/api/problem';
import { type DataColumn, DataTable, type PagedRows, type Selected } from './data-table';
import { InlineText } from './inline-edit';

interface Row {
  id: string;
  name: string;
}

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, name: `Row ${index}` }));

function paged(rows: Row[], change: Partial<PagedRows<Row>> = {}): PagedRows<Row> {
  return {
    rows,
    total: rows.length,
    isPending: false,
    error: null,
    refetch: vi.fn(),
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: vi.fn(),
    ...change,
  };
}

const COLUMNS: DataColumn<Row>[] = [
  { id: 'name', header: 'Name', sort: 'name', cell: (row) => row.name },
  { id: 'id', header: 'Id', cell: (row) => row.id },
];

const common = { label: 'Rows', columns: COLUMNS, rowId: (row: Row) => row.id, empty: <p>Nothing here</p> };
const shown = () => screen.getAllByRole('row').length - 1;

beforeEach(() => {
  // Without a layout nothing has a size, and an element without a size shows no rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Sorted({ told }: { told: (sort: string | undefined) => void }) {
  const [sort, setSort] = useState<string>();
  const onSort = (next: string | undefined) => {
    told(next);
    setSort(next);
  };
  return <DataTable {...common} data={paged(rowsOf(3))} sort={sort} onSort={onSort} />;
}

test('a click on a head asks for the order, up, down, and as it was', () => {
  const asked: (string | undefined)[] = [];
  render(<Sorted told={(sort) => asked.push(sort)} />);
  const orders = [0, 1, 2].map(() => {
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    return screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort');
  });
  expect(asked).toEqual(['name', '-name', undefined]);
  expect(orders).toEqual(['ascending', 'descending', 'none']);
  expect(screen.queryByRole('button', { name: 'Id' })).toBeNull();
});

test('only rows in sight are in the document, and the next page is read before its first row is reached', () => {
  const fetchNextPage = vi.fn();
  const data = paged(rowsOf(100), { total: 250, hasNextPage: true, fetchNextPage });
  render(<DataTable {...common} data={data} />);
  expect(shown()).toBeGreaterThan(9);
  expect(shown()).toBeLessThan(40);
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('251');
  expect(fetchNextPage).not.toHaveBeenCalled();
  const scroller = screen.getByRole('region', { name: 'Rows' });
  scroller.scrollTop = 40 * 70;
  fireEvent.scroll(scroller);
  expect(screen.getByText('Row 75')).toBeDefined();
  expect(fetchNextPage).toHaveBeenCalledTimes(1);
});

test('a page that is being loaded is not requested again', () => {
  const fetchNextPage = vi.fn();
  const change = { hasNextPage: true, isFetchingNextPage: true, fetchNextPage };
  render(<DataTable {...common} data={paged(rowsOf(5), change)} />);
  expect(screen.getByText('Loading more')).toBeDefined();
  expect(fetchNextPage).not.toHaveBeenCalled();
});

function Selectable({ told }: { told: (selected: Selected) => void }) {
  const [selected, setSelected] = useState<Selected>({});
  const onChange = (next: Selected) => {
    told(next);
    setSelected(next);
  };
  return (
    <DataTable
      {...common}
      data={paged(rowsOf(4))}
      selection={{ selected, onChange, nameOf: (row) => row.name }}
    />
  );
}

test('rows are selected one by one, with Shift all between, and all at once', () => {
  const told = vi.fn();
  render(<Selectable told={told} />);
  const last = () => Object.keys(told.mock.lastCall?.[0] ?? {}).sort();
  const box = (index: number) => screen.getByRole('checkbox', { name: `Select Row ${index}` });
  const all = screen.getByRole('checkbox', { name: 'Select all' });
  fireEvent.click(box(0));
  expect(last()).toEqual(['r0']);
  expect(box(0).getAttribute('aria-checked')).toBe('true');
  expect(all.getAttribute('aria-checked')).toBe('mixed');
  fireEvent.click(box(2), { shiftKey: true });
  expect(last()).toEqual(['r0', 'r1', 'r2']);
  fireEvent.click(box(1));
  expect(last()).toEqual(['r0', 'r2']);
  fireEvent.click(all);
  expect(last()).toEqual(['r0', 'r1', 'r2', 'r3']);
  fireEvent.click(all);
  expect(last()).toEqual([]);
});

test('a table that cannot be selected from has no checkbox', () => {
  render(<DataTable {...common} data={paged(rowsOf(2))} />);
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('an edit in progress stays while the row is refetched', () => {
  const save = vi.fn(async () => undefined);
  const columns = (): DataColumn<Row>[] => [
    {
      id: 'name',
      header: 'Name',
      cell: (row) => <InlineText label={`Name of ${row.id}`} value={row.name} onSave={save} />,
    },
  ];
  const { rerender } = render(<DataTable {...common} columns={columns()} data={paged(rowsOf(2))} />);
  fireEvent.click(screen.getByRole('button', { name: /Name of r0/ }));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Half ty' } });
  rerender(<DataTable {...common} columns={columns()} data={paged(rowsOf(3))} />);
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Half ty');
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
  expect(save.mock.calls).toEqual([['Half ty']]);
});

test('skeletons, an empty list, and a failure with a next step', () => {
  const { rerender } = render(<DataTable {...common} data={paged([], { isPending: true })} />);
  expect(screen.getByRole('region', { name: 'Rows' }).getAttribute('aria-busy')).toBe('true');
  rerender(<DataTable {...common} data={paged([])} />);
  expect(screen.getByText('Nothing here')).toBeDefined();
  const refetch = vi.fn();
  rerender(<DataTable {...common} data={paged([], { error: new OfflineError('gone'), refetch })} />);
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('does not answer');
  fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(refetch).toHaveBeenCalledTimes(1);
});

test('known rows stay while the server is down', () => {
  render(<DataTable {...common} data={paged(rowsOf(2), { error: new OfflineError('gone') })} />);
  expect(screen.getByText('Row 1')).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});
