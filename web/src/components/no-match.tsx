import { SearchX } from 'lucide-react';
import { EmptyState } from './empty-state';
import { Button } from './ui/button';

/** Shown if a list's filters match nothing. */
export function NoMatch({ noun, onClear }: { noun: string; onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title={`No matching ${noun}`}
      description="Remove a filter, or clear all of them."
    >
      <Button onClick={onClear}>Clear the filters</Button>
    </EmptyState>
  );
}
