import type { TargetChoice } from '@towncrier/contracts';

const chosen: Readonly<Record<TargetChoice, boolean>> = {
  place: true,
  owner: true,
  always: false,
  never: false,
};

/** Whether an audience chooses among targets of this kind. */
export const isChosen = ({ choice }: { readonly choice: TargetChoice }): boolean => chosen[choice];
