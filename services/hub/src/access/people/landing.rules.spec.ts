import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landingOf } from './landing.rules.ts';

const console = 'https://console.example';
const landsAt = (wanted: unknown): URL => new URL(landingOf(wanted), console);

describe('where somebody lands after signing in', () => {
  it.each(['/publication/7K3QZP4M', '/list?q=停水&state=draft', '/', '/deliveries?open=abc#row'])(
    'is where they wanted to go: %s',
    (wanted) => {
      expect(landsAt(wanted).href).toBe(new URL(wanted, console).href);
    },
  );

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/\t/evil.example',
    '/./\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'evil.example',
    '/api/v1/audit/export',
    '/list\r\nset-cookie: a=b',
    `/${'a'.repeat(3000)}`,
    undefined,
    7,
    ['/list'],
  ])('is no page of somebody else’s: %j', (wanted) => {
    const { origin, pathname } = landsAt(wanted);
    expect(origin).toBe(console);
    expect(pathname.startsWith('/api/')).toBe(false);
    expect(landingOf(wanted)).not.toMatch(/[\r\n\\]/);
  });

  it('is on this console, whatever is asked for', () => {
    const bits = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '?',
      '#',
      'evil.example',
      'http',
      '\t',
      '%2f',
      '停水',
    );
    const anything = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.array(bits).map((b) => `/${b.join('')}`),
    );
    fc.assert(
      fc.property(anything, (wanted) => void expect(landsAt(wanted).origin).toBe(console)),
      {
        numRuns: 2000,
      },
    );
  });
});
