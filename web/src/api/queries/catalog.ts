import { queryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, page, type Schema } from '../client';
import type { paths } from '../schema';
import { pagedQuery } from './list';

type Query<Path extends keyof paths> = NonNullable<
  paths[Path] extends { get: { parameters: { query?: infer Q } } } ? Q : never
>;
/** The sort orders and filters of a list. */
export type ListFilters<Path extends keyof paths> = Omit<Query<Path>, 'limit' | 'skip' | 'cursor'>;

/** The most entries of a select; a house has tens of each. */
const ALL = 1000;

export const marketsQuery = (filters: ListFilters<'/api/v1/markets'> = {}) =>
  pagedQuery<Schema<'Market'>, typeof filters>('markets', filters, (query, signal) =>
    page(api.GET('/api/v1/markets', { params: { query }, signal })),
  );
export const brandsQuery = (filters: ListFilters<'/api/v1/brands'> = {}) =>
  pagedQuery<Schema<'Brand'>, typeof filters>('brands', filters, (query, signal) =>
    page(api.GET('/api/v1/brands', { params: { query }, signal })),
  );
export const channelsQuery = (filters: ListFilters<'/api/v1/channels'> = {}) =>
  pagedQuery<Schema<'Channel'>, typeof filters>('channels', filters, (query, signal) =>
    page(api.GET('/api/v1/channels', { params: { query }, signal })),
  );

/** All markets, for selects and for names instead of ids. */
export const allMarketsQuery = () =>
  queryOptions({
    queryKey: ['markets', 'all'],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/markets', { params: { query: { limit: ALL, sort: 'code' } }, signal })),
  });
/** All brands, for selects and for names instead of ids. */
export const allBrandsQuery = () =>
  queryOptions({
    queryKey: ['brands', 'all'],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/brands', { params: { query: { limit: ALL, sort: 'name' } }, signal })),
  });
/** All channels, for selects and for names instead of ids. */
export const allChannelsQuery = () =>
  queryOptions({
    queryKey: ['channels', 'all'],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/channels', { params: { query: { limit: ALL, sort: 'platform_name' } }, signal })),
  });

/** The calls of one kind of master data, as the grids and forms of all kinds use them. */
export interface CatalogCalls<Entity, Create, Update> {
  get: (id: string) => Promise<Entity>;
  create: (input: Create) => Promise<Entity>;
  update: (id: string, version: number, change: Update) => Promise<Entity>;
  remove: (id: string, version: number) => Promise<unknown>;
}

export const markets: CatalogCalls<Schema<'Market'>, Schema<'MarketCreate'>, Schema<'MarketUpdate'>> = {
  get: (id) => body(api.GET('/api/v1/markets/{id}', { params: { path: { id } } })),
  create: (input) => body(api.POST('/api/v1/markets', { body: input })),
  update: (id, version, change) =>
    body(
      api.PUT('/api/v1/markets/{id}', { params: { path: { id }, header: ifMatch(version) }, body: change }),
    ),
  remove: (id, version) =>
    body(api.DELETE('/api/v1/markets/{id}', { params: { path: { id }, header: ifMatch(version) } })),
};
export const brands: CatalogCalls<Schema<'Brand'>, Schema<'BrandCreate'>, Schema<'BrandUpdate'>> = {
  get: (id) => body(api.GET('/api/v1/brands/{id}', { params: { path: { id } } })),
  create: (input) => body(api.POST('/api/v1/brands', { body: input })),
  update: (id, version, change) =>
    body(
      api.PUT('/api/v1/brands/{id}', { params: { path: { id }, header: ifMatch(version) }, body: change }),
    ),
  remove: (id, version) =>
    body(api.DELETE('/api/v1/brands/{id}', { params: { path: { id }, header: ifMatch(version) } })),
};
export const channels: CatalogCalls<Schema<'Channel'>, Schema<'ChannelCreate'>, Schema<'ChannelUpdate'>> = {
  get: (id) => body(api.GET('/api/v1/channels/{id}', { params: { path: { id } } })),
  create: (input) => body(api.POST('/api/v1/channels', { body: input })),
  update: (id, version, change) =>
    body(
      api.PUT('/api/v1/channels/{id}', { params: { path: { id }, header: ifMatch(version) }, body: change }),
    ),
  remove: (id, version) =>
    body(api.DELETE('/api/v1/channels/{id}', { params: { path: { id }, header: ifMatch(version) } })),
};
