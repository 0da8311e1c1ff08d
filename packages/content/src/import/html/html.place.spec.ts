import { describe, expect, it } from 'vitest';
import { Place } from './html.place.ts';

describe('a place in a source', () => {
  it('is the next paragraph until words are met, and that one until it ends', () => {
    const place = new Place();
    expect(place.here).toBe('第1段');
    place.words();
    place.words();
    expect(place.here).toBe('第1段');
    place.endBlock();
    expect(place.here).toBe('第2段');
  });

  it('is a cell within a table, and a paragraph again after it', () => {
    const place = new Place();
    place.words();
    const within = place.inTable(() => {
      place.nextRow();
      place.nextCell();
      place.words();
      place.nextCell();
      return [place.here, place.inCell];
    });
    expect(within).toEqual(['第1张表第1行第2格', true]);
    expect([place.here, place.inCell]).toEqual(['第2段', false]);
  });

  it('does not move in a table within a cell', () => {
    const place = new Place();
    const here = place.inTable(() => {
      place.nextRow();
      place.nextCell();
      place.inTable(() => {
        place.nextRow();
        place.nextCell();
      });
      return place.here;
    });
    expect(here).toBe('第1张表第1行第1格');
    expect(place.inTable(() => place.here)).toBe('第2张表第0行第0格');
  });

  it('is left also where the walk within a table fails', () => {
    const place = new Place();
    const failing = (): never => {
      throw new Error('stop');
    };
    expect(() => place.inTable(failing)).toThrow('stop');
    expect(place.inCell).toBe(false);
  });
});
