import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../client';

/** Means all accounts of a platform. */
export const WHOLE_PLATFORM = '*';

/** Every account that has active deployments, or that is parked or paused. */
export const accountsQuery = () =>
  queryOptions({
    queryKey: ['accounts', 'list'],
    queryFn: ({ signal }) => body(api.GET('/api/v1/accounts', { signal })),
  });

/** The account; `account_id` may be `WHOLE_PLATFORM`. */
export interface AccountRef {
  platform: string;
  account_id: string;
}

/** Stops all requests for it until it is resumed. */
export const pauseAccount = ({ platform, account_id }: AccountRef, reason: string) =>
  body(
    api.POST('/api/v1/accounts/{platform}/{account_id}/pause', {
      params: { path: { platform, account_id } },
      body: { reason },
    }),
  );
export const resumeAccount = ({ platform, account_id }: AccountRef) =>
  body(
    api.POST('/api/v1/accounts/{platform}/{account_id}/resume', {
      params: { path: { platform, account_id } },
    }),
  );
/** Ends a parking at once, because its cause is gone. */
export const releaseAccount = ({ platform, account_id }: AccountRef) =>
  body(
    api.POST('/api/v1/accounts/{platform}/{account_id}/release', {
      params: { path: { platform, account_id } },
    }),
  );
