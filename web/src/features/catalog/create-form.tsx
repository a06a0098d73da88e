'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { z } from 'zod';
import type { Topic } from '@/api/invalidate';
import { ProblemNote } from '@/components/problem-state';
import { Button } from '@/components/ui/button';
import { PanelBody, PanelFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { placeProblem } from '@/lib/form-problem';

interface TextField<Values extends FieldValues> {
  name: Path<Values>;
  label: string;
  hint?: string;
  placeholder?: string;
  mono?: boolean;
  optional?: boolean;
}

interface CreateFormProps<Values extends FieldValues> {
  noun: string;
  topic: Topic;
  schema: z.ZodType<Values, Values>;
  empty: DefaultValues<Values>;
  fields: readonly TextField<Values>[];
  /** Fields that are not text. */
  children?: (form: ReturnType<typeof useForm<Values>>) => React.ReactNode;
  create: (values: Values) => Promise<unknown>;
  done: () => void;
}

/** A form of a few fields that creates a row of master data; the API's refusals are shown at the fields. */
export function CreateForm<Values extends FieldValues>(props: CreateFormProps<Values>) {
  const { noun, topic, schema, empty, fields, children, create, done } = props;
  const client = useQueryClient();
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: empty });
  const { errors, isSubmitting } = form.formState;
  const [refusal, setRefusal] = useState<string>();
  const submit = form.handleSubmit(async (values) => {
    setRefusal(undefined);
    try {
      await create(values);
      await client.invalidateQueries({ queryKey: [topic] });
      toast.success(`The ${noun} was created.`);
      done();
    } catch (error) {
      setRefusal(
        placeProblem(
          error,
          // Including the fields that are not text.
          Object.keys(form.getValues()) as Path<Values>[],
          form.setError,
        ),
      );
    }
  });
  return (
    <form onSubmit={submit} noValidate className="contents">
      <PanelBody className="flex flex-col gap-4">
        {fields.map((field) => (
          <Field
            key={field.name}
            label={field.label}
            hint={field.hint}
            optional={field.optional ?? false}
            error={errors[field.name]?.message?.toString()}
          >
            <Input
              {...form.register(field.name)}
              placeholder={field.placeholder}
              className={field.mono ? 'font-mono' : ''}
            />
          </Field>
        ))}
        {children?.(form)}
        <ProblemNote>{refusal}</ProblemNote>
      </PanelBody>
      <PanelFooter>
        <Button onClick={done}>Cancel</Button>
        <Button type="submit" variant="primary" busy={isSubmitting}>
          Create the {noun}
        </Button>
      </PanelFooter>
    </form>
  );
}
