'use client';

import { useQuery } from '@tanstack/react-query';
import { TicketIcon } from 'lucide-react';
import type { Schema } from '@/api/client';
import { accountsQuery } from '@/api/queries/accounts';
import { deploymentQuery } from '@/api/queries/deployments';
import { CopyableName } from '@/components/copyable-name';
import { Fact } from '@/components/fact';
import { Link } from '@/components/link';
import { ProblemState } from '@/components/problem-state';
import { StatusBadge } from '@/components/status-badge';
import { Button } from '@/components/ui/button';
import { PanelBody, PanelFooter } from '@/components/ui/dialog';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { exact } from '@/lib/time';
import { useNow } from '@/lib/use-now';
import { Attempts } from './attempts';
import { Happenings } from './happenings';
import { duration } from './history';
import { RowActions } from './row-actions';
import { StepTree } from './step-tree';
import { usePlatformNames } from './use-platform-names';
import { holdOf, situation } from './wait';

/** The whole history of one deployment: its steps, every exchange with the platform, and its current wait. */
export function DeploymentSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: deployment, error, refetch } = useQuery(deploymentQuery(id));
  const platformName = usePlatformNames();
  const platform = platformName(deployment?.platform ?? '');
  return (
    <Sheet open onOpenChange={(next) => !next && onClose()}>
      <SheetContent
        title="Deployment"
        description={deployment && <CopyableName name={deployment.ticket_name} />}
        className="w-[min(52rem,100vw)]"
      >
        <PanelBody className="flex flex-col gap-6">
          {error && !deployment && <ProblemState error={error} retry={() => void refetch()} />}
          {!deployment && !error && <Skeleton className="h-60" />}
          {deployment && (
            <>
              <div className="flex items-start gap-3 rounded-lg border bg-canvas px-3 py-2.5">
                <StatusBadge kind="deployment" status={deployment.status} />
                <Situation deployment={deployment} platform={platform} />
              </div>
              <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
                <Fact label="Platform, account">
                  {platform} <span className="font-mono text-xs">{deployment.account_id}</span>
                </Fact>
                <Fact label="Attempt">
                  <span className="num">
                    {deployment.attempt}, {deployment.retries}{' '}
                    {deployment.retries === 1 ? 'retry' : 'retries'}
                  </span>
                </Fact>
                <Fact label="Accepted">
                  <span className="num">{exact(deployment.created_at)}</span>
                </Fact>
                <Fact label={deployment.finished_at ? 'Ended after' : 'In progress for'}>
                  <Elapsed deployment={deployment} />
                </Fact>
                {deployment.result && (
                  <Fact label="Platform id">
                    <CopyableName name={deployment.result.external_platform_id} />
                  </Fact>
                )}
              </dl>
              <StepTree steps={deployment.steps} />
              <Attempts attempts={deployment.attempts} />
              <Happenings events={deployment.events} />
            </>
          )}
        </PanelBody>
        {deployment && (
          <PanelFooter className="justify-between">
            <Button asChild>
              <Link href={`/tickets/?open=${deployment.ticket_id}`}>
                <TicketIcon aria-hidden /> Open the ticket
              </Link>
            </Button>
            <RowActions deployment={deployment} wide />
          </PanelFooter>
        )}
      </SheetContent>
    </Sheet>
  );
}

interface PartProps {
  deployment: Schema<'DeploymentDetail'>;
}

/** One sentence. It has its own clock, so that the rest of the sheet is not rendered every second. */
function Situation({ deployment, platform }: PartProps & { platform: string }) {
  const { data: accounts = [] } = useQuery(accountsQuery());
  const now = useNow(1000);
  return (
    <p className="min-w-0 flex-1 break-words">
      {situation(deployment, holdOf(deployment, accounts, now), platform, now)}
    </p>
  );
}

function Elapsed({ deployment }: PartProps) {
  const now = useNow(1000);
  const { created_at: from, finished_at: to } = deployment;
  return <span className="num">{duration(Math.max(0, (to ? Date.parse(to) : now) - Date.parse(from)))}</span>;
}
