import type { Field } from './fields';
import type { JsonObject } from './json';
import { type JsonSchema, resolve } from './schema';

/** The steps for a configuration; `where` comes before them, `review` after. */
export const PAYLOAD_STEPS = ['what', 'whom', 'budget', 'creative'] as const;
export type PayloadStep = (typeof PAYLOAD_STEPS)[number];

/** The trade's words for the audience; they are the same on every platform. */
const WHOM =
  /target|audience|location|countr|zip|geo|age_|gender|interest|behavio|language|locale|device|network|carrier|isp_|operating|(ios|android)_version|ios14|income|spending_power|placement|position|publisher|brand_safety|exclu|blocked|keyword|sensitivity|saved_|actions|smart_audience|search_result|inventory|subplacement/;
/** … and for money and time. */
const BUDGET =
  /budget|bid|spend|cap$|cost|roas|cpa|pacing|schedule|dayparting|day_part|start_|end_|stop_|_time$|billing|frequency|retention|learning/;

/** True if a list contains parts of the campaign with fields of their own, such as ad sets: they are steps of the request. */
export function isPart(root: JsonSchema, field: Field): boolean {
  if (field.kind !== 'list') return false;
  const own = Object.keys(resolve(root, field.schema.items ?? {}).properties ?? {});
  const shared = own.filter((key) => root.properties && key in root.properties);
  return own.length > 0 && shared.length >= own.length / 2;
}

/** The step of a field of the configuration. */
export function stepOf(root: JsonSchema, field: Field): PayloadStep {
  if (isPart(root, field)) return 'creative';
  if (field.kind === 'ticket' || (field.required && field.kind === 'choice')) return 'what';
  if (field.kind === 'amount' || field.kind === 'time' || BUDGET.test(field.key)) return 'budget';
  return WHOM.test(field.key) ? 'whom' : 'what';
}

/** The fields by step. The parts are included only if the request needs them, or has them already. */
export function byStep(
  root: JsonSchema,
  fields: readonly Field[],
  payload: JsonObject,
): Record<PayloadStep, Field[]> {
  const steps: Record<PayloadStep, Field[]> = { what: [], whom: [], budget: [], creative: [] };
  for (const field of fields) {
    const step = stepOf(root, field);
    if (step === 'creative' && !field.required && payload[field.key] === undefined) continue;
    steps[step].push(field);
  }
  return steps;
}

/** The fields of nearly every request, in their natural order; others are added when needed. */
const COMMON = [
  /^name$/,
  /^objective/,
  /optimization_goal$/,
  /^(destination|promotion)_type$/,
  /^promoted_object$/,
  /^special_ad_categories$/,
  /^targeting$/,
  /^(geo_locations|countries|location_ids)$/,
  /^age_(groups|min)$/,
  /^age_max$/,
  /^genders?$/,
  /^languages$/,
  /^(interests|interest_category_ids)$/,
  /^flexible_spec$/,
  /^placement_type$/,
  /^placements$/,
  /^brand_safety_(type|content_filter_levels)$/,
  /^budget_mode$/,
  /^(daily_)?budget$/,
  /^lifetime_budget$/,
  /^bid_(strategy|type)$/,
  /^billing_event$/,
  /^(schedule_)?start_time$/,
  /^(schedule_)?end_time$/,
  /^identity_(type|id)$/,
  /^page_id$/,
  /^ad_format$/,
  /^video_id$/,
  /^(ad_text|message)$/,
  /^(link|landing_page_url)$/,
  /^call_to_action$/,
  /^creative$/,
  /^ads$/,
];

function rankOf({ key }: Field): number {
  const rank = COMMON.findIndex((common) => common.test(key));
  return rank < 0 ? COMMON.length : rank;
}

/** True if a field is on the form from the beginning. */
export function isCommon(field: Field): boolean {
  return field.required || field.kind === 'ticket' || rankOf(field) < COMMON.length;
}

/** The fields in the order in which people fill them. */
export function inOrder(fields: readonly Field[]): Field[] {
  return [...fields].sort((a, b) => rankOf(a) - rankOf(b));
}
