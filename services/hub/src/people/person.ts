import { z } from 'zod';
import type { Command } from '../publications/publication.decide.ts';

export const role = z.enum(['editor', 'reviewer', 'operator']);
export type Role = z.infer<typeof role>;

/** Somebody who is signed in, as everyone may see them. `title` is Chinese. */
export const person = z.object({ name: z.string(), title: z.string(), roles: z.array(role) }).meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

export type Act = Command['type'] | 'retryDelivery';

/** Who may do what. The four-eyes rule is not here: it is part of the decision itself. */
export const permissions: Readonly<Record<Act, readonly Role[]>> = {
  createPublication: ['editor'],
  editDraft: ['editor'],
  submitEdition: ['editor'],
  correctPublication: ['editor'],
  approveEdition: ['reviewer'],
  returnEdition: ['reviewer'],
  publishEdition: ['editor', 'reviewer'],
  withdrawPublication: ['editor', 'reviewer'],
  retryDelivery: ['operator'],
};


export const may = (who: Person, act: Act): boolean => permissions[act].some((r) => who.roles.includes(r));
