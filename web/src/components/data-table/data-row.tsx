'use client';

import type { RowData } from '@tanstack/react-table';
import { memo } from 'react';
import { cn } from '@/lib/cn';
import type { DataColumn } from './data-table';

interface DataRowProps<Row extends RowData> {
  row: Row;
  columns: readonly DataColumn<Row>[];
  /** Its place among all rows, for screen readers. */
  rowIndex: number;
  height: number;
  className: string | undefined;
}

function Row<Row extends RowData>({ row, columns, rowIndex, height, className }: DataRowProps<Row>) {
  return (
    <tr aria-rowindex={rowIndex} className={cn('group/row hover:bg-hover/60', className)} style={{ height }}>
      {columns.map((column) => (
        <td
          key={column.id}
          className={cn('truncate border-b px-3 first:pl-6 last:pr-6', column.align && 'num text-right')}
        >
          {/* Called, not rendered as a component: a new function would throw away what is being edited. */}
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** One row; while the table scrolls, only rows that come into sight are drawn. */
export const DataRow = memo(Row) as typeof Row;
