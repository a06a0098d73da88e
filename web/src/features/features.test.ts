import { expect, test } from 'vitest';
import type { Schema } from '@/api/client';
import { campaignSchema, toRequest } from './campaigns/campaign-form';
import { usageOf } from './campaigns/usage';
import { campaignOf } from './campaigns/use-pulses';
import { AD_PLATFORMS, adPlatform } from './catalog/ad-platforms';
import { countryCodes } from './catalog/country-codes';
import { addTerms } from './policy/terms';
import { isAt, SECTIONS } from './shell/navigation';
import { judge, namesIn } from './taxonomy/names';

test('the tickets of a campaign are grouped by channel and state, in the order of the states', () => {
  const tickets: Schema<'CampaignUsage'>['tickets'] = [
    { channel_id: 'm', status: 'DRAFT', count: 3 },
    { channel_id: 't', status: 'DRAFT', count: 1 },
    { channel_id: 'm', status: 'FAILED', count: 2 },
  ];
  const usage = usageOf('100.00', { campaign_id: 'c', planned: '50.30', tickets }, ['FAILED', 'DRAFT']);
  expect(usage.percent).toBe(50.3);
  expect(usage.channels).toEqual([
    {
      channelId: 'm',
      byStatus: [
        { status: 'FAILED', count: 2 },
        { status: 'DRAFT', count: 3 },
      ],
    },
    { channelId: 't', byStatus: [{ status: 'DRAFT', count: 1 }] },
  ]);
});

test('a row pulses when something of its campaign goes live', () => {
  const event = (status: string, more: object = { campaign_id: 'c1' }) => ({
    type: 'ticket.status_changed',
    subject: 'tickets/t1',
    data: { after: { status }, ...more },
  });
  expect(campaignOf(event('TRAFFICKED_SUCCESS'))).toBe('c1');
  expect(campaignOf(event('QA_FAILED'))).toBeUndefined();
  expect(campaignOf(event('TRAFFICKED_SUCCESS', {}))).toBeUndefined();
  expect(campaignOf({ type: 'campaign.changed', subject: 'campaigns/c9', data: {} })).toBe('c9');
  expect(campaignOf({ type: 'campaign.deleted', subject: 'campaigns/c9', data: {} })).toBeUndefined();
});

test('a campaign form refuses obvious errors, and leaves out empty fields', () => {
  const values = {
    brand_id: 'b',
    market_id: 'm',
    channel_id: '',
    campaign_name: ' Moana ',
    budget: '50,000.00',
    currency: 'USD',
    start_date: '2026-12-01',
    end_date: '',
  };
  expect(toRequest(campaignSchema.parse(values))).toEqual({
    brand_id: 'b',
    market_id: 'm',
    campaign_name: 'Moana',
    budget: '50000.00',
    currency: 'USD',
    start_date: '2026-12-01',
  });
  expect(campaignSchema.safeParse({ ...values, budget: '0' }).success).toBe(false);
  expect(campaignSchema.safeParse({ ...values, end_date: '2026-11-30' }).error?.issues[0]?.path).toEqual([
    'end_date',
  ]);
});

test('pasted names are read one per line, of a sheet only the first column, each once', () => {
  expect(namesIn('A_B\r\n\n "C_D",12\nA_B\nE\tF')).toEqual(['A_B', 'C_D', 'E']);
});

test('a name that can be read in two ways is ambiguous, one with an old code former', () => {
  const verdict: Schema<'NameVerdict'> = { name: 'x', valid: true, ambiguous: [], problems: [] };
  const reading = { former: true } as Schema<'NameReading'>;
  expect(judge(verdict)).toBe('valid');
  expect(judge({ ...verdict, reading })).toBe('former');
  expect(judge({ ...verdict, valid: false, ambiguous: [reading] })).toBe('ambiguous');
  expect(judge({ ...verdict, valid: false })).toBe('wrong');
});

test('terms are added once, and ids are distinguished from names', () => {
  expect(addTerms([{ name: 'beer' }], 'Beer, Wine; id:6003')).toEqual([
    { name: 'beer' },
    { name: 'wine' },
    { id: '6003' },
  ]);
  expect(countryCodes('at, CH;de ')).toEqual(['AT', 'CH', 'DE']);
});

test('every destination is a page with a slash at its end, and is found at its own address only', () => {
  const all = SECTIONS.flatMap((section) => section.destinations);
  expect(new Set(all.map(({ href }) => href)).size).toBe(all.length);
  for (const destination of all) {
    expect(destination.href).toMatch(/^\/.*\/$/);
    expect(all.filter((other) => isAt(destination.href, other))).toEqual([destination]);
  }
});

test('each choice of an ad platform is one that the API knows, or none', () => {
  expect(AD_PLATFORMS.map(({ value }) => adPlatform(value))).toEqual(['meta', 'tiktok', 'google_ads', null]);
  expect(adPlatform(undefined)).toBeNull();
});
