/** Moves the focus to the card beside, in the next column that has one: at the same height, if possible. */
export function focusBeside(column: HTMLElement, step: -1 | 1): void {
  const columns = [...(column.parentElement?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  const height = document.activeElement?.getBoundingClientRect().top ?? 0;
  for (let at = columns.indexOf(column) + step; at >= 0 && at < columns.length; at += step) {
    const cards = [...(columns[at]?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
    const distance = (card: HTMLElement) => Math.abs(card.getBoundingClientRect().top - height);
    const nearest = cards.sort((a, b) => distance(a) - distance(b))[0];
    if (!nearest) continue;
    nearest.focus();
    nearest.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return;
  }
}

/** Returns the focus to a card that was moved by keyboard, unless the person has moved on. */
export function followCard(id: string): void {
  requestAnimationFrame(() => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (lost) document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
  });
}
