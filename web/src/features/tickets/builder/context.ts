'use client';

import { createContext, use } from 'react';
import type { Violation } from './engine/violations';
import type { Field } from './engine/fields';
import type { JsonObject, Path } from './engine/json';
import type { JsonSchema } from './engine/schema';

/** What every field of the form needs of the whole. */
interface Form {
  /** The schema that the configuration is judged by: references lead into it. */
  root: JsonSchema;
  payload: JsonObject;
  change: (path: Path, value: unknown) => void;
  violations: readonly Violation[];
  /** Pointers of fields that were put on the form, though nothing is in them yet. */
  added: ReadonlySet<string>;
  add: (path: Path) => void;
  remove: (path: Path) => void;
  /** The values of a field that go together with what else was chosen. */
  fits: (field: Field) => ReadonlySet<unknown> | undefined;
  /** The pointer that was jumped to: what is folded around it opens. */
  target: string | undefined;
  currency: string;
  campaignId: string;
  channelId: string;
}

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = use(FormContext);
  if (!form) throw new Error('A field stands outside of its form.');
  return form;
}
