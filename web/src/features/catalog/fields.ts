import { z } from 'zod';

/** A code becomes a part of every name, so it has only characters that a name may have. */
export const code = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'A code is needed: names are made of it.')
    .regex(/^[A-Za-z0-9_]+$/, 'Use letters, digits and underscores only.')
    .max(most, `Use ${most} characters at most.`);

export const text = (what: string) => z.string().trim().min(1, `${what} is needed.`);
