/** Where the form has a field that a finding names; the text itself when it has none. */
function fieldOf(field: string): string[] {
  const [first = '', ...rest] = field.split('.');
  if (first === 'header') return rest.slice(0, 1);
  if (first === 'ownWords') return [first, rest.join('.')];
  if (first === 'matter' || first === 'channels') return [first, ...rest];
  return [first];
}

const focusable = 'input:not([type="hidden"]), textarea, select, button, [tabindex]';

/** Leads to the field of the form; each carries its name as id, as does the card of a channel. */
export function leadTo(field: string): void {
  const path = fieldOf(field);
  const place =
    document.getElementById(path.join('_')) ??
    document.getElementById(path[0] ?? '') ??
    document.getElementById('body');
  if (place === null) return;
  place.scrollIntoView({ block: 'center' });
  const target = place.matches(focusable) ? place : (place.querySelector<HTMLElement>(focusable) ?? place);
  target.focus({ preventScroll: true });
}
