import type { Schema } from '@/api/client';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from './section';

type BudgetLimits = Schema<'BudgetLimits'>;

interface LimitsProps {
  limits: BudgetLimits;
  onChange: (limits: BudgetLimits) => void;
  violationAt: (pointer: string) => string | undefined;
}

export function Limits({ limits, onChange, violationAt }: LimitsProps) {
  return (
    <Section
      title="Budget limits"
      description="A ticket above these limits is refused. Amounts are in the currency of its campaign."
    >
      <div className="grid max-w-lg grid-cols-2 gap-4">
        <Field label="Daily" error={violationAt('/budget_limits/daily')}>
          <Input
            className="num"
            inputMode="decimal"
            value={limits.daily ?? ''}
            onChange={(event) => onChange({ ...limits, daily: event.target.value })}
          />
        </Field>
        <Field label="Lifetime" error={violationAt('/budget_limits/lifetime')}>
          <Input
            className="num"
            inputMode="decimal"
            value={limits.lifetime ?? ''}
            onChange={(event) => onChange({ ...limits, lifetime: event.target.value })}
          />
        </Field>
      </div>
    </Section>
  );
}
