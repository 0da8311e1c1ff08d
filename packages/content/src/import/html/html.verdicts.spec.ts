import { htmlTagNames } from 'html-tag-names';
import { describe, expect, it } from 'vitest';
import { elementVerdicts, verdictOf } from './html.verdicts.ts';

describe('the table of verdicts', () => {
  it.each(htmlTagNames)('has one for <%s>', (tag) => {
    expect(elementVerdicts.has(tag)).toBe(true);
  });

  it('has one for what office programs write, and none for what nobody knows', () => {
    expect(verdictOf('st1:chsdate')).toEqual({ is: 'text' });
    expect(verdictOf('gov-widget')).toBeUndefined();
  });
});
