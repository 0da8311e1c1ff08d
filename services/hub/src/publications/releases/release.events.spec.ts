import { publicationWithdrawnV1 } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { released, type Wish } from '../../testing/story.ts';
import { publicationEnded, type Telling } from './release.events.ts';

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
