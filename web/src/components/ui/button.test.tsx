import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './button';

afterEach(cleanup);

test('a button that works keeps the focus, and does nothing twice', () => {
  const [pressed, sent] = [vi.fn(), vi.fn((event: Event) => event.preventDefault())];
  const form = (busy: boolean) => (
    <form onSubmit={(event) => sent(event.nativeEvent)}>
      <Button type="submit" busy={busy} onClick={pressed}>
        Save
      </Button>
    </form>
  );
  const { rerender } = render(form(false));
  const button = screen.getByRole('button', { name: 'Save' });
  button.focus();
  fireEvent.click(button);
  rerender(form(true));
  expect(document.activeElement).toBe(button);
  fireEvent.click(button);
  expect([pressed.mock.calls.length, sent.mock.calls.length]).toEqual([1, 1]);
  rerender(form(false));
  fireEvent.click(button);
  expect(sent).toHaveBeenCalledTimes(2);
});
