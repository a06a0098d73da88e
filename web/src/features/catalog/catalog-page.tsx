'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import type { Topic } from '@/api/invalidate';
import type { CatalogCalls } from '@/api/queries/catalog';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { ConflictDialog } from '@/components/conflict-dialog';
import { type DataColumn, DataTable, type PagedRows } from '@/components/data-table/data-table';
import { FilterBar } from '@/components/data-table/filter-bar';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { useVersionedSave } from '@/components/use-versioned-save';
import { type CodeChange, CodeChangeDialog } from './code-change-dialog';

interface Entity {
  id: string;
  version: number;
}

/** The actions of a grid's cells. */
interface CatalogActions<Row, Change> {
  save: (row: Row, change: Change) => Promise<void>;
  /** Asks first, because names contain codes. */
  changeCode: (change: CodeChange) => void;
}

interface CatalogPageProps<Row extends Entity, Create, Change extends object> {
  title: string;
  description: string;
  /** The noun for a row: `market`. */
  noun: string;
  icon: LucideIcon;
  topic: Topic;
  data: PagedRows<Row>;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  calls: CatalogCalls<Row, Create, Change>;
  labels: { [Field in keyof Change]?: string };
  nameOf: (row: Row) => string;
  columns: (actions: CatalogActions<Row, Change>) => DataColumn<Row>[];
  /** The form of the dialog that creates one. */
  form: (done: () => void) => ReactNode;
  /** The list of references to a row, for a refused deletion. */
  referrers: (row: Row) => { href: string; label: string };
}

/** One kind of master data: a grid that is edited in place, with creating and deleting. */
export function CatalogPage<Row extends Entity, Create, Change extends object>(
  props: CatalogPageProps<Row, Create, Change>,
) {
  const { title, description, noun, icon, topic, data, sort, onSort, calls, nameOf } = props;
  const client = useQueryClient();
  const [creating, setCreating] = useState(false);
  const [doomed, setDoomed] = useState<Row>();
  const [codeChange, setCodeChange] = useState<CodeChange>();
  const what = (row: Row) => `the ${noun} ${nameOf(row)}`;
  const { save, conflict, dismiss } = useVersionedSave<Row, Change>({
    topic,
    what,
    labels: props.labels,
    ...calls,
  });

  const remove = async (row: Row) => {
    await calls.remove(row.id, row.version);
    await client.invalidateQueries({ queryKey: [topic] });
    toast.success(`Deleted ${what(row)}.`);
  };
  const columns: DataColumn<Row>[] = [
    ...props.columns({ save, changeCode: setCodeChange }),
    {
      id: 'actions',
      header: 'Actions',
      hideHeader: true,
      width: '5rem',
      align: 'end',
      cell: (row) => (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Delete ${what(row)}`}
          onClick={() => setDoomed(row)}
          className="opacity-0 focus-visible:opacity-100 group-hover/row:opacity-100 hover:text-bad [@media(hover:none)]:opacity-100"
        >
          <Trash2 />
        </Button>
      ),
    },
  ];
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden /> New {noun}
    </Button>
  );
  const refers = doomed && props.referrers(doomed);
  return (
    <>
      <PageHeader title={title} description={description}>
        {create}
      </PageHeader>
      <FilterBar total={data.total} noun={noun}>
        <span className="text-ink-faint text-xs">
          A click on a value edits it; Enter saves, Escape cancels.
        </span>
      </FilterBar>
      <DataTable
        label={title}
        columns={columns}
        data={data}
        rowId={(row) => row.id}
        sort={sort}
        onSort={onSort}
        minWidth="44rem"
        empty={
          <EmptyState icon={icon} title={`No ${noun} yet`} description={`Create the first ${noun} to begin.`}>
            {create}
          </EmptyState>
        }
      />
      <Dialog open={creating} onOpenChange={setCreating}>
        <DialogContent title={`New ${noun}`}>{props.form(() => setCreating(false))}</DialogContent>
      </Dialog>
      <CodeChangeDialog change={codeChange} onClose={() => setCodeChange(undefined)} />
      <ConflictDialog conflict={conflict} onClose={dismiss} />
      <ConfirmDialog
        open={doomed !== undefined}
        onClose={() => setDoomed(undefined)}
        title={doomed ? `Delete ${what(doomed)}?` : ''}
        action="Delete"
        danger
        onConfirm={async () => doomed && remove(doomed)}
        afterRefusal={
          refers && (
            <Button asChild className="self-start">
              <Link href={refers.href}>{refers.label}</Link>
            </Button>
          )
        }
      >
        <p>
          This cannot be undone. If something still refers to it, it is not deleted, and you see the
          references.
        </p>
      </ConfirmDialog>
    </>
  );
}
