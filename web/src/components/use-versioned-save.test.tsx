import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ProblemError } from '@/api/problem';
import { ConflictDialog } from './conflict-dialog';
import { useVersionedSave } from './use-versioned-save';

afterEach(cleanup);

interface Brand {
  id: string;
  version: number;
  name: string;
  family_friendly: boolean;
}

const brand = (version: number, name: string): Brand => ({ id: 'b', version, name, family_friendly: true });
const refusal = (status: number, detail: string) =>
  new ProblemError({ type: '', title: '', status, detail, errors: [], request_id: '' });
const stale = () => refusal(412, 'It has changed.');

interface PageProps {
  get: () => Promise<Brand>;
  update: (id: string, version: number, change: object) => Promise<Brand>;
  thrown: (error: unknown) => void;
}

/** Saves a new name to version 1. */
function Page({ get, update, thrown }: PageProps) {
  const { save, conflict, dismiss } = useVersionedSave<Brand, { name?: string }>({
    topic: 'brands',
    what: ({ name }) => `the brand ${name}`,
    labels: { name: 'Name' },
    get,
    update,
  });
  return (
    <>
      <button type="button" onClick={() => save(brand(1, 'Disney'), { name: 'Mine' }).catch(thrown)}>
        Save
      </button>
      <ConflictDialog conflict={conflict} onClose={dismiss} />
    </>
  );
}

/** The page with a server that gives these answers, one per request. */
function setUp(answers: (() => Brand)[], now: Brand[] = []) {
  const update = vi.fn(async (_id: string, _version: number, _change: object) => {
    const answer = answers.shift();
    if (!answer) throw new Error('one request too many');
    return answer();
  });
  const get = vi.fn(async () => now.shift() ?? brand(9, 'Nobody'));
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, 'invalidateQueries');
  const thrown = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <Page get={get} update={update} thrown={thrown} />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  return { update, get, invalidate, thrown };
}

const throws = (error: Error) => () => {
  throw error;
};
const saveMine = () => fireEvent.click(screen.getByRole('button', { name: 'Save mine over it' }));
const rowText = async () => (await screen.findByRole('row', { name: /Name/ })).textContent;

test('a change goes to the version that was seen, and the topic is refetched', async () => {
  const { update, invalidate } = setUp([() => brand(2, 'Mine')]);
  await waitFor(() => expect(invalidate).toHaveBeenCalledWith({ queryKey: ['brands'] }));
  expect(update.mock.calls).toEqual([['b', 1, { name: 'Mine' }]]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a conflict shows both, and yours can be saved over theirs', async () => {
  const { update } = setUp([throws(stale()), () => brand(8, 'Mine')], [brand(7, 'Theirs')]);
  expect((await screen.findByRole('dialog')).textContent).toContain('the brand Disney');
  expect(await rowText()).toBe('NameTheirsMine');
  saveMine();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(update.mock.calls.map(([, version]) => version)).toEqual([1, 7]);
});

test('the current version can be kept', async () => {
  const { update } = setUp([throws(stale())], [brand(7, 'Theirs')]);
  await screen.findByRole('dialog');
  fireEvent.click(screen.getByRole('button', { name: 'Keep the current version' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(update).toHaveBeenCalledTimes(1);
});

test('a second conflict is a second question', async () => {
  const answers = [throws(stale()), throws(stale()), () => brand(9, 'Mine')];
  const { update } = setUp(answers, [brand(7, 'Theirs'), brand(8, 'Third')]);
  expect(await rowText()).toBe('NameTheirsMine');
  saveMine();
  await waitFor(async () => expect(await rowText()).toBe('NameThirdMine'));
  saveMine();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(update.mock.calls.map(([, version]) => version)).toEqual([1, 7, 8]);
});

test('a refusal of your version is shown in the dialog', async () => {
  setUp([throws(stale()), throws(refusal(409, 'The name is taken.'))], [brand(7, 'Theirs')]);
  await screen.findByRole('dialog');
  saveMine();
  expect((await screen.findByRole('alert')).textContent).toBe('The name is taken.');
});

test('an error other than a conflict is thrown to the caller', async () => {
  const { thrown, get } = setUp([throws(refusal(422, 'Too long.'))]);
  await waitFor(() => expect(thrown).toHaveBeenCalledTimes(1));
  expect(get).not.toHaveBeenCalled();
});
