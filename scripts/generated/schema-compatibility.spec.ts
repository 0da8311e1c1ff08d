import { describe, expect, it } from 'vitest';
import { breaches } from './schema-compatibility.ts';

const before = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string' },
    lane: { enum: ['urgent', 'normal'] },
    body: { anyOf: [{ type: 'object', properties: { kind: { const: 'text' } } }] },
  },
};

describe('a published schema', () => {
  it('may grow by an optional field, a value and a variant', () => {
    const after = {
      ...before,
      properties: {
        ...before.properties,
        note: { type: 'string' },
        lane: { enum: ['urgent', 'normal', 'night'] },
        body: {
          anyOf: [
            ...before.properties.body.anyOf,
            { type: 'object', properties: { kind: { const: 'table' } } },
          ],
        },
      },
    };
    expect(breaches(before, after)).toEqual([]);
  });

  it.each([
    ['a field becomes required', { ...before, required: ['id', 'lane'] }, '$.lane has become required'],
    [
      'a field goes',
      { ...before, properties: { lane: before.properties.lane, body: before.properties.body } },
      '$.id is gone',
    ],
    [
      'a type changes',
      { ...before, properties: { ...before.properties, id: { type: 'number' } } },
      '$.id was "string", is "number"',
    ],
    [
      'a value goes',
      { ...before, properties: { ...before.properties, lane: { enum: ['normal'] } } },
      '$.lane no longer takes "urgent"',
    ],
    [
      'a variant changes',
      {
        ...before,
        properties: {
          ...before.properties,
          body: { anyOf: [{ type: 'object', properties: { kind: { const: 'html' } } }] },
        },
      },
      '$.body no longer takes its variant 1',
    ],
  ])('breaks when %s', (_what, after, breach) => {
    expect(breaches(before, after)).toEqual([breach]);
  });
});
