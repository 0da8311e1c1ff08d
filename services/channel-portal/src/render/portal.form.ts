/**
 * How a card is made. What was approved in an older form is shown and looked for in that form. `card-1`: a warning wears
 * the badge of a notice.
 */
export type PortalForm = 'card-1' | 'card-2';

export const portalForm: PortalForm = 'card-2';
export const formerPortalForm: PortalForm = 'card-1';

/** Today's form, unless the former one alone is named. */
export const portalFormIn = (forms: readonly string[]): PortalForm =>
  forms.length === 1 && forms[0] === formerPortalForm ? formerPortalForm : portalForm;
