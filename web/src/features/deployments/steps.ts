import type { Schema } from '@/api/client';

type Step = Schema<'Step'>;

export interface Branch {
  step: Step;
  children: Branch[];
}

/** The key of the parent's step: `ad_2_1` and `creative_2_1` belong to `ad_set_2`, that to `campaign`. */
function parentKey(key: string): string | undefined {
  const leaf = /^(?:ad|creative)_(\d+)_\d+$/.exec(key);
  if (leaf) return `ad_set_${leaf[1]}`;
  return /^ad_set_\d+$/.test(key) ? 'campaign' : undefined;
}

/** The steps as a tree, as the objects on the platform; a step without a parent among them is at the root. */
export function treeOf(steps: readonly Step[]): Branch[] {
  const branches = new Map<string, Branch>(steps.map((step) => [step.key, { step, children: [] }]));
  const roots: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branches.get(parentKey(branch.step.key) ?? '');
    (parent?.children ?? roots).push(branch);
  }
  return roots;
}

const KIND: { readonly [kind: string]: string | undefined } = {
  campaign: 'Campaign',
  ad_set: 'Ad set',
  creative: 'Creative',
  ad: 'Ad',
  update: 'Change',
};

/** `ad_2_1` as `Ad 2.1`. */
export function stepLabel(key: string, kind?: string): string {
  const numbers = /((?:_\d+)+)$/.exec(key)?.[1]?.slice(1).replaceAll('_', '.');
  const noun = kind ?? key.replace(/(?:_\d+)+$/, '');
  const label = KIND[noun] ?? noun;
  return numbers ? `${label} ${numbers}` : label;
}
