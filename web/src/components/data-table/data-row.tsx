'use client';

import type { RowData } from '@tanstack/react-table';
import { memo } from 'react';
import { cn } from '@/lib/cn';
import { Checkbox } from '../ui/checkbox';
import type { DataColumn } from './data-table';

interface DataRowProps<Row extends RowData> extends Partial<SelectProps> {
  row: Row;
  columns: readonly DataColumn<Row>[];
  /** Its number among all rows, for screen readers. */
  rowIndex: number;
  height: number;
  className: string | undefined;
}

/** Present only if rows can be selected. */
interface SelectProps {
  id: string;
  name: string;
  selected: boolean;
  onToggle: (id: string, event: unknown) => void;
}

function Row<Row extends RowData>(props: DataRowProps<Row>) {
  const { row, columns, rowIndex, height, className, id, name, selected, onToggle } = props;
  return (
    <tr
      aria-rowindex={rowIndex}
      data-selected={selected || undefined}
      className={cn('group/row hover:bg-hover/60 data-selected:bg-gold-wash', className)}
      style={{ height }}
    >
      {id !== undefined && onToggle && (
        <td className="border-b pl-6">
          <Checkbox
            className="flex"
            aria-label={`Select ${name}`}
            checked={selected ?? false}
            // The click, not the change: only it has the state of Shift.
            onClick={(event) => onToggle(id, { target: { checked: !selected }, shiftKey: event.shiftKey })}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          className={cn('truncate border-b px-3 first:pl-6 last:pr-6', column.align && 'num text-right')}
        >
          {/* Called, not rendered as a component: a new function would discard an edit in progress. */}
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** One row; while the table scrolls, only rows that become visible are rendered. */
export const DataRow = memo(Row) as typeof Row;
