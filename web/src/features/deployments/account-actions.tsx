'use client';

import { useQueryClient } from '@tanstack/react-query';
import { LockOpen, Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Schema } from '@/api/client';
import { pauseAccount, releaseAccount, resumeAccount, WHOLE_PLATFORM } from '@/api/queries/accounts';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { accountName } from './wait';

type Act = 'pause' | 'resume' | 'release';

const LOOK = {
  pause: { label: 'Pause', icon: Pause },
  resume: { label: 'Resume', icon: Play },
  release: { label: 'Release', icon: LockOpen },
} as const;

interface AccountActionsProps {
  account: Pick<Schema<'Account'>, 'platform' | 'account_id' | 'parked' | 'paused'>;
  /** The platform's name. */
  platform: string;
}

/** The actions for an account: pause or resume it, and release it if it is parked. Each asks first. */
export function AccountActions({ account, platform }: AccountActionsProps) {
  const [asked, setAsked] = useState<Act>();
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const name = accountName(account, platform);
  const acts: Act[] = [
    ...(account.parked ? (['release'] as const) : []),
    account.paused ? 'resume' : 'pause',
  ];
  const act = async () => {
    if (asked === 'pause') await pauseAccount(account, reason.trim());
    if (asked === 'resume') await resumeAccount(account);
    if (asked === 'release') await releaseAccount(account);
    toast.success(asked === 'pause' ? `Paused: ${name}.` : `${name} continues.`);
    await client.invalidateQueries({ queryKey: ['accounts'] });
    await client.invalidateQueries({ queryKey: ['deployments'] });
  };
  return (
    <span className="flex shrink-0 gap-1.5">
      {acts.map((one) => {
        const { label, icon: Icon } = LOOK[one];
        return (
          <Button key={one} size="sm" aria-label={`${label} ${name}`} onClick={() => setAsked(one)}>
            <Icon aria-hidden /> {label}
          </Button>
        );
      })}
      <ConfirmDialog
        open={asked !== undefined}
        onClose={() => {
          setAsked(undefined);
          setReason('');
        }}
        title={asked ? `${LOOK[asked].label} ${name}?` : ''}
        action={asked ? LOOK[asked].label : ''}
        onConfirm={act}
      >
        {asked === 'pause' && (
          <>
            <p>
              Nothing is sent {account.account_id === WHOLE_PLATFORM ? `to ${platform}` : 'for it'} until
              somebody resumes it. A request that is being sent is finished. New deployments are accepted and
              wait.
            </p>
            <Field label="Reason" optional hint="Shown to other people.">
              <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            </Field>
          </>
        )}
        {asked === 'resume' && <p>All waiting deployments continue at once.</p>}
        {asked === 'release' && (
          <p>
            Use this when the cause is gone, for example after the token was renewed. Otherwise the account is
            parked again.
          </p>
        )}
      </ConfirmDialog>
    </span>
  );
}
