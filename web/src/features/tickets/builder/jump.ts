/** Puts the focus at the field that a pointer names, or at the nearest thing around it that is on the form. */
export function focusAt(panel: HTMLElement, pointer: string): void {
  const parts = pointer.split('/');
  for (let count = parts.length; count > 1; count -= 1) {
    const around = parts.slice(0, count).join('/');
    const place = panel.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(around)}"]`);
    if (!place) continue;
    const control = place.querySelector<HTMLElement>('[role="combobox"], input, textarea') ?? place;
    // Scrolling smoothly would be cut short by the focus.
    control.focus({ preventScroll: true });
    place.scrollIntoView({ block: place.clientHeight > panel.clientHeight ? 'start' : 'center' });
    return;
  }
}
