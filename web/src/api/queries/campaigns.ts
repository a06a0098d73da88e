import { queryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, page, type Schema } from '../client';
import type { ListFilters } from './catalog';
import { pagedQuery } from './list';

export type CampaignFilters = ListFilters<'/api/v1/campaigns'>;

export const campaignsQuery = (filters: CampaignFilters) =>
  pagedQuery<Schema<'Campaign'>, CampaignFilters>('campaigns', filters, (query, signal) =>
    page(api.GET('/api/v1/campaigns', { params: { query }, signal })),
  );

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', 'detail', id],
    queryFn: ({ signal }) => body(api.GET('/api/v1/campaigns/{id}', { params: { path: { id } }, signal })),
  });

/** The number of campaigns of a brand or a market. */
export const campaignCountQuery = (filters: Pick<CampaignFilters, 'brand_id' | 'market_id'>) =>
  queryOptions({
    queryKey: ['campaigns', 'count', filters],
    queryFn: async ({ signal }) => {
      const query = { ...filters, limit: 1 };
      const { total } = await page(api.GET('/api/v1/campaigns', { params: { query }, signal }));
      return total ?? 0;
    },
  });

export const getCampaign = (id: string) =>
  body(api.GET('/api/v1/campaigns/{id}', { params: { path: { id } } }));
export const createCampaign = (input: Schema<'CampaignCreate'>) =>
  body(api.POST('/api/v1/campaigns', { body: input }));
export const updateCampaign = (id: string, version: number, change: Schema<'CampaignUpdate'>) =>
  body(
    api.PUT('/api/v1/campaigns/{id}', { params: { path: { id }, header: ifMatch(version) }, body: change }),
  );
export const deleteCampaign = (id: string, version: number) =>
  body(api.DELETE('/api/v1/campaigns/{id}', { params: { path: { id }, header: ifMatch(version) } }));
