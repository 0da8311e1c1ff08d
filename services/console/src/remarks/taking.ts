import type { Taken } from '../steps/steps.ts';

/** Takes a step with a publication, and says how it went. */
export interface Taking {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly mutateAsync: (step: { readonly verb: string; readonly body: Taken }) => Promise<unknown>;
}
