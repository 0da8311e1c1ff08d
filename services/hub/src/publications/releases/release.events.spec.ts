import { editionReleasedV1, publicationWithdrawnV1, type EditionColumn } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { released, type Wish } from '../../testing/story.ts';
import { content } from '../paths/publication.examples.ts';
import { editionReleased, publicationEnded, type Telling } from './release.events.ts';

const telling: Telling = {
  siteUrl: 'https://www.example.gov.cn/',
  standing: null,
  traceparent: undefined,
  again: 0,
};
const repealed: Wish = { type: 'repealPublication', reason: '被新办法取代', basis: '开政发〔2026〕12号' };

function toldOf(wish: Wish) {
  const { publication } = released().given('wang', wish);
  if (publication.ending === null) throw new Error('it must have ended');
  const { envelope } = publicationEnded(publication, 1, publication.ending, telling);
  return publicationWithdrawnV1.schema.parse(envelope).data;
}

describe('the end of a publication, as channels are told', () => {
  it('names the page of what takes its place', () => {
    expect(toldOf({ ...repealed, successor: '7K3QZP4N' } as Wish).links).toMatchObject({
      successor: 'https://www.example.gov.cn/n/7K3QZP4N.html',
    });
  });

  it('names none where nothing does', () => {
    expect(toldOf(repealed).links).not.toHaveProperty('successor');
  });
});

describe('a release, as channels are told', () => {
  const columnTold = (column: EditionColumn | null): unknown => {
    const { publication, edition } = released();
    const { envelope } = editionReleased(publication, edition, content, { ...telling, column });
    return editionReleasedV1.schema.parse(envelope).data.edition.column;
  };

  it('names the column where it stands, with its type', () => {
    expect(columnTold({ name: '政策文件', type: '政策文件' })).toEqual({
      name: '政策文件',
      type: '政策文件',
    });
    expect(columnTold(null)).toBeUndefined();
  });
});
