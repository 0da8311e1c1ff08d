import type { Withdrawal } from '@towncrier/channel-kit';
import { everyOne, type Collection, type Store } from '@towncrier/storage';
import {
  postings,
  sheets,
  standings,
  type PostingDoc,
  type SheetDoc,
  type Standing,
} from './board.documents.ts';
import type { BoardRendition } from './board.rendition.ts';

const mostListed = 200;

/** What holds, the sheets to print, and what hangs where. */
export class BoardStore {
  private constructor(
    private readonly standings: Collection<Standing>,
    private readonly sheets: Collection<SheetDoc>,
    private readonly postings: Collection<PostingDoc>,
  ) {}

  static async open(store: Store): Promise<BoardStore> {
    return new BoardStore(
      await store.collection(standings),
      await store.collection(sheets),
      await store.collection(postings),
    );
  }

  standing(publication: string): Promise<Standing | null> {
    return this.standings.get(publication);
  }

  async newest(): Promise<readonly Standing[]> {
    return (await this.standings.find({}, { order: { releasedAt: 'desc' }, limit: mostListed })).items;
  }

  /**
   * Sheets first, the standing last: whoever reads the standing finds its sheets. Does nothing when this
   * edition, or a later one, already stands.
   */
  async release(
    rendition: BoardRendition,
    at: { readonly releasedAt: string } & Pick<Standing, 'of' | 'also'>,
  ): Promise<void> {
    const { publication, edition } = rendition;
    for (const { paper, pdf, sha256 } of rendition.papers)
      await this.sheets.insert({
        _id: `${publication}-${edition}-${paper}`,
        pdf: Buffer.from(pdf).toString('base64'),
        sha256,
      });
    await this.standings.change(publication, (known) =>
      known !== null && known.edition >= edition ? null : inForce(rendition, known, at),
    );
  }

  /**
   * Does nothing when it is withdrawn already. What this store has no memory of is told as withdrawn from now on
   * all the same: its sheets may hang.
   */
  async withdraw(withdrawn: Withdrawal): Promise<void> {
    const { publication, edition, reason, withdrawnAt: at, act } = withdrawn;
    const withdrawal = { reason, at, ...(act === undefined ? {} : { act }) };
    await this.standings.change(publication, (known) =>
      known !== null && (known.state === 'withdrawn' || known.edition > edition)
        ? null
        : { ...(known ?? forgotten(withdrawn)), state: 'withdrawn', withdrawal },
    );
  }

  async sheet(publication: string, edition: number, paper: string): Promise<Buffer | null> {
    const found = await this.sheets.get(`${publication}-${edition}-${paper}`);
    return found === null ? null : Buffer.from(found.pdf, 'base64');
  }

  async postingsOf(publication: string): Promise<readonly PostingDoc[]> {
    const all: PostingDoc[] = [];
    for await (const posting of everyOne(this.postings, { publication })) all.push(posting);
    return all;
  }

  async posted(report: Omit<PostingDoc, '_id' | 'version'>): Promise<void> {
    const doc = { _id: `${report.publication}/${report.board}`, ...report };
    await this.postings.change(doc._id, (known) => {
      const stale =
        known !== null &&
        (known.edition > doc.edition ||
          (known.edition === doc.edition &&
            known.state === doc.state &&
            (known.proof === 'photo' || doc.proof === 'word')));
      return stale ? null : doc;
    });
  }
}

/** What holds from now on; `known` is what held before. */
function inForce(
  rendition: BoardRendition,
  known: Standing | null,
  { releasedAt, of, also }: { readonly releasedAt: string } & Pick<Standing, 'of' | 'also'>,
): Omit<Standing, 'version'> {
  const { publication, edition, title, issuer, page, words, contentHash, hash, noticeTo, corrects } =
    rendition;
  return {
    _id: publication,
    state: 'in-force',
    edition,
    title,
    issuer,
    page,
    words,
    contentHash,
    hash,
    of,
    also,
    noticeTo,
    corrects,
    papers: rendition.papers.map(({ paper, sha256, cut, sheets }) => ({ paper, sha256, cut, sheets })),
    earlier: known === null ? [] : [...known.earlier, earlierOf(known)],
    releasedAt,
    withdrawal: null,
  };
}

/** Nothing is known of it but what the withdrawal says. */
const forgotten = ({
  publication,
  edition,
  title,
  links,
  withdrawnAt,
}: Withdrawal): Omit<Standing, 'version'> => ({
  _id: publication,
  state: 'withdrawn',
  edition,
  title,
  issuer: '',
  page: links.page,
  words: title,
  contentHash: '',
  hash: '',
  of: null,
  also: [],
  noticeTo: null,
  corrects: null,
  papers: [],
  earlier: [],
  releasedAt: withdrawnAt,
  withdrawal: null,
});

const earlierOf = ({ edition, title, contentHash, releasedAt }: Standing): Standing['earlier'][number] => ({
  edition,
  title,
  contentHash,
  releasedAt,
});
