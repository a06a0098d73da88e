import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ProblemError } from '@/api/problem';
import { InlineText } from './inline-edit';

afterEach(cleanup);

function edit(text: string) {
  fireEvent.click(screen.getByRole('button', { name: /Edit$/ }));
  const input = screen.getByRole('textbox', { name: 'Name' });
  fireEvent.change(input, { target: { value: text } });
  return input;
}

test('Enter saves the text once', async () => {
  const save = vi.fn(async () => undefined);
  render(<InlineText label="Name" value="Old" onSave={save} />);
  fireEvent.keyDown(edit(' New '), { key: 'Enter' });
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(save.mock.calls).toEqual([['New']]);
});

test('Escape, and a value that did not change, save nothing', async () => {
  const save = vi.fn(async () => undefined);
  render(<InlineText label="Name" value="Old" onSave={save} />);
  fireEvent.keyDown(edit('New'), { key: 'Escape' });
  expect(screen.queryByRole('textbox')).toBeNull();
  fireEvent.keyDown(edit('Old'), { key: 'Enter' });
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(save).not.toHaveBeenCalled();
});

test('a refusal is shown at the cell, and the text stays', async () => {
  const refusal = new ProblemError({
    type: '',
    title: '',
    status: 422,
    detail: 'It is not valid.',
    errors: [{ pointer: '/name', detail: 'It is too long.', suggestion: 'Use 50 letters.' }],
    request_id: '',
  });
  render(<InlineText label="Name" value="Old" onSave={() => Promise.reject(refusal)} />);
  const input = edit('Much too long');
  fireEvent.keyDown(input, { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toBe('It is too long. Use 50 letters.');
  expect(input).toHaveProperty('value', 'Much too long');
});

test('it saves to the version at the start of the edit, even if another one arrives meanwhile', async () => {
  const first = vi.fn(async () => undefined);
  const second = vi.fn(async () => undefined);
  const { rerender } = render(<InlineText label="Name" value="Old" onSave={first} />);
  const input = edit('New');
  rerender(<InlineText label="Name" value="Theirs" onSave={second} />);
  fireEvent.keyDown(input, { key: 'Enter' });
  await waitFor(() => expect(first).toHaveBeenCalledWith('New'));
  expect(second).not.toHaveBeenCalled();
});
