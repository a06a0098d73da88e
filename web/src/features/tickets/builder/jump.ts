/** Moves the focus to the field of a pointer, or to the nearest one around it that is on the form. */
export function focusAt(panel: HTMLElement, pointer: string): void {
  const parts = pointer.split('/');
  for (let count = parts.length; count > 1; count -= 1) {
    const around = parts.slice(0, count).join('/');
    const place = panel.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(around)}"]`);
    if (!place) continue;
    const control = place.querySelector<HTMLElement>('[role="combobox"], input, textarea') ?? place;
    // The focus would interrupt smooth scrolling.
    control.focus({ preventScroll: true });
    place.scrollIntoView({ block: place.clientHeight > panel.clientHeight ? 'start' : 'center' });
    return;
  }
}
