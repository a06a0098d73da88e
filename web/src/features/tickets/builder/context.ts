'use client';

import { createContext, use } from 'react';
import type { Field } from './engine/fields';
import type { JsonObject, Path } from './engine/json';
import type { JsonSchema } from './engine/schema';
import type { Violation } from './engine/violations';

/** The part of the form that every field needs. */
interface Form {
  /** The schema that checks the configuration; references lead into it. */
  root: JsonSchema;
  payload: JsonObject;
  change: (path: Path, value: unknown) => void;
  violations: readonly Violation[];
  /** Pointers of fields that were added to the form, even if they are empty. */
  added: ReadonlySet<string>;
  add: (path: Path) => void;
  remove: (path: Path) => void;
  /** The values of a field that fit the other choices. */
  fits: (field: Field) => ReadonlySet<unknown> | undefined;
  /** The pointer of the current jump: folded parts around it open. */
  target: string | undefined;
  currency: string;
  campaignId: string;
  channelId: string;
}

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = use(FormContext);
  if (!form) throw new Error('A field is outside of its form.');
  return form;
}
