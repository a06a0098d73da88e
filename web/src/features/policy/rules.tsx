import type { Schema } from '@/api/client';
import { Segmented } from '@/components/ui/segmented';
import { Section } from './section';

type Mode = Schema<'QaMode'>;

/** The purpose of each built-in rule. A rule that is newer than this page is shown by its code. */
const SAYS: Record<string, { label: string; says: string } | undefined> = {
  taxonomy: { label: 'Taxonomy', says: 'The name is valid, and its parts match the campaign.' },
  'brand-safety': {
    label: 'Brand safety',
    says: 'A family-friendly brand targets nothing on the blocklist, and has the inventory filter on.',
  },
  budget: {
    label: 'Budget',
    says: 'Budgets stay below the limits, and the tickets within the campaign’s budget.',
  },
  'payload-schema': {
    label: 'Payload',
    says: 'The fields that the platform requires are present and have the right types.',
  },
  market: { label: 'Market', says: 'Targeting stays within the campaign’s market.' },
  flight: {
    label: 'Flight',
    says: 'It starts before it ends, not in the past, and within the campaign’s dates.',
  },
  connector: { label: 'Connector', says: 'The channel has a connector, and the connector its credentials.' },
};

const MODES: readonly { value: Mode; label: string }[] = [
  { value: 'error', label: 'Blocks' },
  { value: 'warning', label: 'Warns' },
  { value: 'off', label: 'Off' },
];

interface RulesProps {
  rules: Record<string, Mode>;
  onChange: (rules: Record<string, Mode>) => void;
}

export function Rules({ rules, onChange }: RulesProps) {
  return (
    <Section
      title="Rules"
      description="All rules run on every ticket; a finding blocks the ticket, or is only a warning."
    >
      <ul className="flex flex-col divide-y rounded-lg border bg-panel">
        {Object.entries(rules).map(([code, mode]) => (
          <li key={code} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
            <div className="min-w-60 flex-1">
              <p className="font-medium">{SAYS[code]?.label ?? code}</p>
              <p className="text-ink-soft text-xs">{SAYS[code]?.says}</p>
            </div>
            <Segmented
              label={`${SAYS[code]?.label ?? code}: severity`}
              value={mode}
              options={MODES}
              onChange={(next) => onChange({ ...rules, [code]: next })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
