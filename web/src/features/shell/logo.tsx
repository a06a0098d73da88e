/** One line that becomes three: a campaign on its way to the channels. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" className={className} aria-hidden="true">
      <g stroke="var(--gold)" strokeWidth="2.2" strokeLinecap="round">
        <path d="M3 12h5c4 0 4-7 8-7h1" />
        <path d="M3 12h14" />
        <path d="M3 12h5c4 0 4 7 8 7h1" />
      </g>
      <g fill="var(--gold)">
        <circle cx="20" cy="5" r="2" />
        <circle cx="20" cy="12" r="2" />
        <circle cx="20" cy="19" r="2" />
      </g>
    </svg>
  );
}
