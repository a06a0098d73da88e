import { Compass } from 'lucide-react';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';

export default function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={Compass}
        title="There is no such page"
        description="The address may be old or mistyped."
      >
        <Button asChild>
          <Link href="/campaigns/">Go to the campaigns</Link>
        </Button>
      </EmptyState>
    </>
  );
}
