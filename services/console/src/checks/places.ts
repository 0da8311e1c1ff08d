/** Where the form has a field that a finding names; the text itself when it has none. */
function fieldOf(field: string): string[] {
  const [first = '', ...rest] = field.split('.');
  if (first === 'header') return rest.slice(0, 1);
  if (first === 'ownWords') return [first, rest.join('.')];
  if (first === 'matter') return ['matter', ...rest];
  return [first];
}

const focusable = 'input:not([type="hidden"]), textarea, select, button, [tabindex]';

/** Leads to the field of the form; each carries its name as id. */
export function leadTo(field: string): void {
  const place = document.getElementById(fieldOf(field).join('_')) ?? document.getElementById('body');
  if (place === null) return;
  place.scrollIntoView({ block: 'center' });
  const target = place.matches(focusable) ? place : (place.querySelector<HTMLElement>(focusable) ?? place);
  target.focus({ preventScroll: true });
}
