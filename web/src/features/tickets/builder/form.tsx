'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { combinationsQuery } from '@/api/queries/house';
import { FormContext } from './context';
import { fitting } from './engine/combinations';
import type { Field } from './engine/fields';
import { isWithin, type Path, pointerOf } from './engine/json';
import type { JsonSchema } from './engine/schema';
import type { Draft } from './use-draft';

interface FormProps {
  draft: Draft;
  platform: string;
  root: JsonSchema;
  /** The fields of the configuration's first level. */
  fields: readonly Field[];
  currency: string;
  /** The pointer of a jump, and the field that the form needs for it. */
  target: string | undefined;
  children: ReactNode;
}

/** Gives the fields the parts of the draft that they need. */
export function Form({ draft, platform, root, fields, currency, target, children }: FormProps) {
  const { data: combinations } = useQuery(combinationsQuery(platform));
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const { payload, change, violations, ticket } = draft;
  const value = useMemo(() => {
    const onForm = new Set([...added, ...(target ? stepsOf(target) : [])]);
    return {
      root,
      payload,
      change,
      violations,
      added: onForm,
      add: (path: Path) => setAdded((now) => new Set(now).add(pointerOf(path))),
      remove: (path: Path) => {
        const pointer = pointerOf(path);
        setAdded((now) => new Set([...now].filter((other) => !isWithin(other, pointer))));
        change(path, undefined);
      },
      fits: (field: Field) => fitting(combinations, field, fields, payload),
      target,
      currency,
      campaignId: ticket.campaign_id,
      channelId: ticket.channel_id,
    };
  }, [root, payload, change, violations, added, target, combinations, fields, currency, ticket]);
  return <FormContext value={value}>{children}</FormContext>;
}

/** A pointer and all pointers above it. */
function stepsOf(pointer: string): string[] {
  const parts = pointer.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter(Boolean);
}
