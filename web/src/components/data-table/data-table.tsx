'use client';

import {
  type ColumnDef,
  type RowData,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ChevronsUpDown, LoaderCircle } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { cn } from '@/lib/cn';
import { ProblemState } from '../problem-state';
import { Checkbox } from '../ui/checkbox';
import { Skeleton } from '../ui/skeleton';
import { DataRow } from './data-row';
import { ariaSort, nextSort } from './sort';

const features = tableFeatures({ rowSelectionFeature });

/** Rows by their ids. */
export type Selected = RowSelectionState;

/** The layout of a column; all other options are TanStack's. */
interface Layout {
  /** A CSS width, such as `12rem`; columns without one share the remaining width. */
  width?: string;
  align?: 'end';
  /** The API's name of the sort order; without it the column cannot be sorted. */
  sort?: string;
}

export interface DataColumn<Row extends RowData> extends Layout {
  id: string;
  /** The column's heading; with `hideHeader` only for screen readers. */
  header: string;
  hideHeader?: boolean;
  cell: (row: Row) => ReactNode;
}

/** The part of `useInfiniteQuery` that a table needs; see `usePaged`. */
export interface PagedRows<Row> {
  rows: Row[];
  total: number | undefined;
  isPending: boolean;
  error: Error | null;
  refetch: () => void;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => void;
}

interface DataTableProps<Row extends RowData> {
  /** The name of the list, for screen readers. */
  label: string;
  columns: readonly DataColumn<Row>[];
  data: PagedRows<Row>;
  rowId: (row: Row) => string;
  /** The order in the API's form: `name` or `-name`. */
  sort?: string | undefined;
  onSort?: (sort: string | undefined) => void;
  /** Shown if there are no rows. */
  empty: ReactNode;
  /** Further classes of a row, such as a pulse. */
  rowClassName?: (row: Row) => string | undefined;
  rowHeight?: number;
  /** If the space is narrower, the table scrolls sideways. */
  minWidth?: string;
  /** Rows can be selected; Shift selects all from the last clicked one. */
  selection?: RowSelection<Row>;
}

interface RowSelection<Row extends RowData> {
  selected: Selected;
  onChange: (selected: Selected) => void;
  /** The name of a row, for screen readers. */
  nameOf: (row: Row) => string;
}

/** The width of a checkbox with its space. */
const SELECT_WIDTH = '3rem';

const NONE: Selected = {};

/** The number of rows to load ahead: the next page is requested before its first row is visible. */
const READ_AHEAD = 20;

/** A list of the API: loaded page by page while one scrolls, sorted by the server, with only the visible rows in the document. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, data, rowId, sort, onSort, empty, rowClassName, rowHeight = 40, minWidth } = props;
  const { selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const layouts = new Map<string, DataColumn<Row>>(columns.map((column) => [column.id, column]));
  const table = useTable({
    features,
    data: data.rows,
    getRowId: rowId,
    columns: columns.map(
      (column): ColumnDef<typeof features, Row> => ({
        id: column.id,
        header: column.header,
      }),
    ),
    enableRowSelection: selection !== undefined,
    state: { rowSelection: selection?.selected ?? NONE },
    onRowSelectionChange: (change) =>
      selection?.onChange(typeof change === 'function' ? change(selection.selected) : change),
  });
  const latest = useRef(table);
  useEffect(() => {
    latest.current = table;
  });
  // It stays the same function, so that a click renders only its own row.
  const toggle = useCallback((id: string, event: unknown) => {
    latest.current.getRow(id).getToggleSelectedHandler()(event);
  }, []);
  const rows = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // Rendering within the scroll event would delay the scrolling.
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const last = items.at(-1)?.index ?? 0;

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = data;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - READ_AHEAD) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);

  if (data.error && data.rows.length === 0) return <ProblemState error={data.error} retry={data.refetch} />;
  if (!data.isPending && rows.length === 0) return <>{empty}</>;
  return (
    <section
      ref={scroller}
      aria-label={label}
      aria-busy={data.isPending}
      // A region that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      className="relative min-h-0 flex-1 overflow-auto border-t -outline-offset-2"
    >
      <table
        className="w-full table-fixed border-separate border-spacing-0 text-left"
        style={{ minWidth }}
        aria-rowcount={(data.total ?? rows.length) + 1}
      >
        <colgroup>
          {selection && <col style={{ width: SELECT_WIDTH }} />}
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {selection && (
                <th scope="col" className="sticky top-0 z-10 h-8 border-b bg-canvas pl-6">
                  <Checkbox
                    aria-label="Select all"
                    className="flex"
                    checked={
                      table.getIsAllRowsSelected() ||
                      (table.getIsSomeRowsSelected() ? 'indeterminate' : false)
                    }
                    onCheckedChange={(checked) => table.toggleAllRowsSelected(checked === true)}
                  />
                </th>
              )}
              {group.headers.map((header) => (
                <HeaderCell
                  key={header.id}
                  column={layouts.get(header.column.id)}
                  sort={sort}
                  onSort={onSort}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {data.isPending && (
            <SkeletonRows columns={columns} height={rowHeight} selectable={selection !== undefined} />
          )}
          {above > 0 && <Spacer height={above} />}
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <DataRow
                key={row.id}
                row={row.original}
                columns={columns}
                rowIndex={item.index + 2}
                height={rowHeight}
                className={rowClassName?.(row.original)}
                {...(selection && {
                  id: row.id,
                  name: selection.nameOf(row.original),
                  selected: selection.selected[row.id] === true,
                  onToggle: toggle,
                })}
              />
            );
          })}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </table>
      {isFetchingNextPage && (
        <p className="sticky left-0 flex items-center justify-center gap-2 py-3 text-ink-faint">
          <LoaderCircle className="size-3.5 animate-spin" aria-hidden /> Loading more
        </p>
      )}
    </section>
  );
}

interface HeaderCellProps<Row extends RowData> {
  column: DataColumn<Row> | undefined;
  sort: string | undefined;
  onSort: ((sort: string | undefined) => void) | undefined;
}

function HeaderCell<Row extends RowData>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const field = column?.sort;
  const sorted = ariaSort(sort, field);
  const Arrow = sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={field ? sorted : undefined}
      className={cn(
        'sticky top-0 z-10 h-8 truncate border-b bg-canvas px-3 font-medium text-ink-faint text-xs first:pl-6 last:pr-6',
        column?.align && 'text-right',
      )}
    >
      {field && onSort ? (
        <button
          type="button"
          className={cn(
            'group inline-flex items-center gap-1 hover:text-ink',
            sorted !== 'none' && 'text-gold',
          )}
          onClick={() => onSort(nextSort(sort, field))}
        >
          {column.header}
          <Arrow
            aria-hidden
            className={cn(
              'size-3',
              sorted === 'none' && 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
            )}
          />
        </button>
      ) : (
        <span className={cn(column?.hideHeader && 'sr-only')}>{column?.header}</span>
      )}
    </th>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}

const SKELETONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function SkeletonRows<Row extends RowData>({
  columns,
  height,
  selectable,
}: {
  columns: readonly DataColumn<Row>[];
  height: number;
  selectable: boolean;
}) {
  return SKELETONS.map((key) => (
    <tr key={key} style={{ height }} aria-hidden>
      {selectable && <td className="border-b" />}
      {columns.map((column) => (
        <td key={column.id} className="border-b px-3 first:pl-6 last:pr-6">
          <Skeleton className="h-3 w-2/3" />
        </td>
      ))}
    </tr>
  ));
}
