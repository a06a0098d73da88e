import { describe, expect, test } from 'vitest';
import { fitting } from './combinations';
import { amountOf, fromBox, integerOf, numberOf, toBox } from './entry';
import { alternativesOf, fieldsOf, withStrays } from './fields';
import { isWithin, pathOf, pointerOf, withValue } from './json';
import { objectiveIn, objectivesOf, schemaFor } from './objectives';
import { COUNTRIES, choicesOf } from './options';
import { type JsonSchema, resolve } from './schema';
import { byStep, inOrder, isCommon, stepOf } from './steps';
import { once } from './violations';
import { commonPrefix, humanize } from './words';

const amount = { type: ['string', 'number'], examples: ['500.00'], 'x-unit': 'currency' };
const SCHEMA: JsonSchema = {
  type: 'object',
  $defs: {
    amount,
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    part: {
      type: 'object',
      properties: { name: { type: 'string' }, daily_budget: amount, targeting: { type: 'object' } },
    },
  },
  properties: {
    name: { type: 'string' },
    objective: { enum: ['GOAL_SALES'], title: 'Objective', 'x-aliases': ['aim'] },
    daily_budget: {
      $ref: '#/$defs/amount',
      title: 'Budget a day',
      'x-aliases': ['budget_a_day'],
      'x-step': 'budget',
      'x-order': 20,
    },
    start_time: { type: 'string', format: 'date-time', 'x-step': 'budget', 'x-order': 30 },
    targeting: {
      type: 'object',
      'x-step': 'whom',
      properties: { countries: { type: 'array', items: { $ref: '#/$defs/country' } } },
    },
    interests: { type: 'array', items: { type: 'object', properties: { id: {}, name: {} } } },
    genders: { type: 'array', items: { enum: [1, 2] } },
    tracking: { type: 'array', items: { type: 'object' } },
    keywords: { type: 'array', items: { type: 'string' } },
    paused: { type: 'boolean' },
    gone: { not: {} },
    target_ticket_id: { type: 'string', format: 'uuid' },
    ad_sets: { type: 'array', items: { $ref: '#/$defs/part' }, 'x-step': 'creative' },
    elsewhere: { type: 'string', 'x-step': 'a step of tomorrow' },
    note: { type: 'string', 'x-kind': 'longtext' },
  },
  required: ['objective'],
};
const fields = fieldsOf(SCHEMA, SCHEMA);
const field = (key: string) => {
  const found = fields.find((candidate) => candidate.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('fields of a schema', () => {
  test('each field has the control of its type, and forbidden fields are absent', () => {
    const kinds = Object.fromEntries(fields.map(({ key, kind }) => [key, kind]));
    expect(kinds).toEqual({
      objective: 'choice',
      name: 'text',
      daily_budget: 'amount',
      start_time: 'time',
      targeting: 'group',
      interests: 'terms',
      genders: 'choices',
      tracking: 'raw',
      keywords: 'words',
      paused: 'flag',
      target_ticket_id: 'ticket',
      ad_sets: 'list',
      elsewhere: 'text',
      note: 'longtext',
    });
    const targeting = fieldsOf(SCHEMA, field('targeting').schema);
    expect(targeting.map(({ kind }) => kind)).toEqual(['countries']);
  });

  test('required fields come first', () => {
    expect(fields[0]).toMatchObject({ key: 'objective', required: true, label: 'Objective' });
    expect(field('start_time').label).toBe('Start time');
  });

  test('a reference is resolved, and keywords beside it take precedence', () => {
    expect(resolve(SCHEMA, { $ref: '#/$defs/amount', title: 'Mine' })).toEqual({ ...amount, title: 'Mine' });
    const circle = { $defs: { a: { $ref: '#/$defs/a' } } };
    expect(resolve(circle, { $ref: '#/$defs/a' })).toBeDefined();
  });

  test('a field is shown by the name in use, and unknown fields are shown, too', () => {
    const shown = withStrays(fields, SCHEMA, { budget_a_day: '5', fooo: 1 });
    expect(shown.find(({ key }) => key === 'budget_a_day')).toMatchObject({ kind: 'amount' });
    expect(shown.find(({ key }) => key === 'fooo')).toMatchObject({ kind: 'raw', label: 'fooo' });
    expect(shown.some(({ key }) => key === 'daily_budget')).toBe(false);
    expect(withStrays(fields, SCHEMA, { daily_budget: '5' })).toHaveLength(fields.length);
  });

  test('alternatives for the same thing are found', () => {
    expect(alternativesOf({ oneOf: [{ required: ['a'] }, { required: ['b'] }] })).toEqual(['a', 'b']);
    expect(alternativesOf({})).toEqual([]);
  });
});

describe('steps', () => {
  test('fields are asked for where their schema says, and at the first step where it does not', () => {
    const steps = Object.fromEntries(fields.map((one) => [one.key, stepOf(one)]));
    expect(steps).toMatchObject({
      objective: 'what',
      daily_budget: 'budget',
      start_time: 'budget',
      targeting: 'whom',
      ad_sets: 'creative',
      elsewhere: 'what',
      target_ticket_id: 'what',
    });
    const shown = withStrays(fields, SCHEMA, { budget_a_day: '5', fooo: 1 });
    const step = (key: string) => shown.filter((one) => one.key === key).map(stepOf);
    expect([step('budget_a_day'), step('fooo')]).toEqual([['budget'], ['what']]);
  });

  test('parts are included only if they are needed or present', () => {
    expect(byStep(fields, {}).creative).toEqual([]);
    expect(byStep(fields, { ad_sets: [] }).creative.map(({ key }) => key)).toEqual(['ad_sets']);
  });

  test('common fields are on the form, in the order in which people fill them', () => {
    expect(
      inOrder([field('start_time'), field('paused'), field('daily_budget')]).map(({ key }) => key),
    ).toEqual(['daily_budget', 'start_time', 'paused']);
    expect(isCommon(field('paused'))).toBe(false);
  });
});

describe('the configuration', () => {
  test('a value is set deep inside, and nothing else is touched', () => {
    const before = { a: { b: [{ c: 1 }, { c: 2 }] }, z: 0 };
    expect(withValue(before, ['a', 'b', 1, 'c'], 3)).toEqual({ a: { b: [{ c: 1 }, { c: 3 }] }, z: 0 });
    expect(before.a.b[1]).toEqual({ c: 2 });
    expect(withValue({}, ['a', 'b', 0, 'c'], 'x')).toEqual({ a: { b: [{ c: 'x' }] } });
  });

  test('an emptied value is removed, with objects that become empty; an item of a list stays', () => {
    expect(withValue({ a: { b: { c: 1 } }, z: 0 }, ['a', 'b', 'c'], undefined)).toEqual({ z: 0 });
    expect(withValue({ list: [{ c: 1 }, { c: 2 }] }, ['list', 0, 'c'], undefined)).toEqual({
      list: [{}, { c: 2 }],
    });
    expect(withValue({ list: [{ c: 1 }, { c: 2 }] }, ['list', 0], undefined)).toEqual({ list: [{ c: 2 }] });
    expect(withValue({ list: [1] }, ['list', 0], undefined)).toEqual({});
  });

  test('pointers and paths are equivalent', () => {
    const path = ['a/b', 0, 'c~d'];
    expect(pointerOf(path)).toBe('/payload_config/a~1b/0/c~0d');
    expect(pathOf(pointerOf(path))).toEqual(path);
    expect(pathOf('/variant')).toBeUndefined();
    expect([isWithin('/a/b', '/a'), isWithin('/ab', '/a'), isWithin('/a', '/a')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('entering values', () => {
  test('an amount stays the text that was typed, exact beyond a float', () => {
    expect(amountOf(' 9,007,199,254,740,993.01 ')).toBe('9007199254740993.01');
    expect(amountOf(' ')).toBeUndefined();
  });

  test('an incomplete number stays text, for the API to check', () => {
    expect(['13', '', 'abc', '9007199254740993', '1.5'].map(integerOf)).toEqual([
      13,
      undefined,
      'abc',
      '9007199254740993',
      '1.5',
    ]);
    expect(['1.5', '12.', '1.50', '-3'].map(numberOf)).toEqual([1.5, '12.', '1.50', -3]);
  });

  test('times go to the box and back in UTC', () => {
    expect(toBox('2027-03-01T09:00:00Z')).toBe('2027-03-01T09:00');
    expect(toBox('2027-03-01T09:00:00+02:00')).toBe('2027-03-01T07:00');
    expect(toBox('2026-12-01 09:00:00')).toBe('2026-12-01T09:00');
    expect([toBox('soon'), fromBox('')]).toEqual(['', undefined]);
    expect(fromBox('2027-03-01T09:00')).toBe('2027-03-01T09:00:00Z');
  });
});

describe('objectives and combinations', () => {
  const entry = (objective: string | null, extra = {}) => ({
    request_type: 'CREATE',
    objective,
    schema: {
      title: String(objective),
      properties: { aim: { const: objective, 'x-aliases': ['goal_type'] } },
      ...extra,
    },
  });
  const schemas = [
    entry('GOAL_SALES'),
    entry('GOAL_REACH'),
    { request_type: 'PAUSE', objective: null, schema: { title: 'P' } },
  ];

  test('the objective is the field whose only value is the schema’s objective', () => {
    const objectives = objectivesOf(schemas, 'CREATE');
    expect(objectives).toEqual({ key: 'aim', aliases: ['goal_type'], options: ['GOAL_SALES', 'GOAL_REACH'] });
    expect(objectiveIn(objectives, { goal_type: 'GOAL_REACH' })).toBe('GOAL_REACH');
    expect(objectiveIn(objectives, { aim: 'GOAL_GONE' })).toBeUndefined();
    expect(objectivesOf(schemas, 'PAUSE')).toMatchObject({ key: undefined, options: [] });
  });

  test('the schema follows the objective; without one there is none yet', () => {
    expect(schemaFor(schemas, 'CREATE', { aim: 'GOAL_REACH' })?.title).toBe('GOAL_REACH');
    expect(schemaFor(schemas, 'CREATE', {})).toBeUndefined();
    expect(schemaFor(schemas, 'PAUSE', {})?.title).toBe('P');
  });

  test('a table of combinations has the values that fit the choices, with any names of its columns', () => {
    const table = {
      note: 'x',
      goals: [
        { objectives: ['SALES', 'REACH'], goal: 'SHOW', billing_events: ['CPM'] },
        { objectives: ['SALES'], goal: 'CLICK', billing_events: ['CPC', null] },
      ],
    };
    const goal = { key: 'goal', aliases: [] };
    const others = [
      goal,
      { key: 'objective_type', aliases: ['objective'] },
      { key: 'billing_event', aliases: [] },
    ];
    expect(fitting(table, goal, others, { objective_type: 'REACH' })).toEqual(new Set(['SHOW']));
    expect(fitting(table, goal, others, { objective: 'SALES', goal: 'SHOW' })).toEqual(
      new Set(['SHOW', 'CLICK']),
    );
    expect(fitting(table, goal, others, { billing_event: 'CPC' })).toEqual(new Set(['CLICK']));
    expect(fitting(table, { key: 'pacing', aliases: [] }, others, {})).toBeUndefined();
    expect(fitting(undefined, goal, others, {})).toBeUndefined();
  });

  test('values that fit come first, and read as words', () => {
    const choices = choicesOf({ enum: ['GOAL_A_B', 'GOAL_URL'] }, new Set(['GOAL_URL']));
    expect(choices.map(({ label, detail }) => [label, detail])).toEqual([
      ['URL', 'GOAL_URL'],
      ['A b', 'unusual here'],
    ]);
    expect(commonPrefix(['X_A', 'X_B'])).toBe('X_');
    expect(commonPrefix(['X_A', 'Y_B'])).toBe('');
    expect(humanize('LOWEST_COST_WITH_BID_CAP')).toBe('Lowest cost with bid cap');
  });

  test('countries are countries of today', () => {
    const codes = COUNTRIES().map(({ value }) => value);
    expect(codes).toEqual(expect.arrayContaining(['US', 'GB', 'DE', 'JP']));
    expect(codes.filter((code) => ['EU', 'ZZ', 'DD', 'UK'].includes(code))).toEqual([]);
  });
});

describe('violations', () => {
  test('a finding appears only once at a place', () => {
    const violation = { pointer: '/a', message: 'm', suggestion: undefined, severity: 'error' as const };
    expect(once([violation, { ...violation }, { ...violation, pointer: '/b' }])).toHaveLength(2);
  });
});
