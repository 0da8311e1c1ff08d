import { defineChannel } from '@towncrier/channel-kit';
import { collections } from './collections.ts';
import { BoardAdapter } from './board.adapter.ts';
import { checkSheet } from './board.check.ts';
import { formerForms, formOfPaper } from './board.forms.ts';
import { BoardClient } from './board.client.ts';
import { renderEdition, type BoardRendition, type PrintedSheet } from './board.rendition.ts';
import { BoardStore } from './board.store.ts';
import { wordsOnPoster } from './poster/poster.words.ts';
import { pdfPictures } from '@towncrier/media';
import { paperOf, targets } from './board.targets.ts';
import { isTwin, settings, type BoardSettings } from './settings.ts';

export const channel = defineChannel<BoardSettings, BoardRendition>({
  id: 'board',
  title: '公示栏',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  collections,
  targets,
  formOf: ({ facts }) => formOfPaper(paperOf(facts)),
  formerForms,
  can: {
    recall: 'mark',
    revise: 'in-place',
    receipts: 'pull',
    targets: '街道、乡镇、村的公示栏',
    limits: [],
    visibleWithinMs: 2000,
    consequences: {
      correct: '生成新版公示单，各公示栏撤旧贴新；旧单扫码立即显示“已更正”。',
      withdraw: '纸张收不回来：旧单扫码立即显示“已撤回”和原因，各公示栏列入待撤榜。',
    },
  },
  waivers: {
    limits:
      'paper has no upper limit: what twelve sheets do not take is cut with a note to scan for the rest',
    timeout: 'publishing writes the sheets into the own store; no far end is called',
    crowd: 'a sheet stands at an address of its own; nothing is searched among others',
    busy: 'people fetch the sheets when they can; none is called',
    refuse: 'a board refuses no content',
    deny: 'staff bring the credentials, not we; a wrong token is tried in test/boards.spec.ts',
    abort: 'no call of the far end stands between the start and the sheets',
  },
  slots: { urgent: 2, normal: 2 },
  timeoutMs: 30_000,
  mode: (chosen) => (isTwin(chosen) ? 'twin' : 'live'),
  check: (edition) => checkSheet(edition),
  render: (edition, s, forms = []) => renderEdition(edition, s, forms),
  readings: ({ sheet, papers }) =>
    papers.map(({ paper, layout }) => ({ where: paper, text: wordsOnPoster(sheet, layout) })),
  preview: async ({ title, papers }) => ({
    kind: 'images',
    images: (await Promise.all(papers.map((printed) => pictures(title, printed)))).flat(),
  }),
  places: (_settings, publicUrl) => [{ label: '公示单打印与张贴', url: `${publicUrl}/sheets` }],
  adapter: async ({ settings: s, store, clock, targets: boards }) =>
    new BoardAdapter(
      { settings: s, clock, targets: boards },
      await BoardStore.open(store),
      new BoardClient(s.PUBLIC_URL),
    ),
});

async function pictures(
  title: string,
  { pdf, paper, cut, sheets }: PrintedSheet,
): Promise<readonly { readonly dataUrl: string; readonly alt: string }[]> {
  const drawn = await pdfPictures(pdf, 900);
  return drawn.map((png, n) => {
    const number = sheets > 1 ? ` 第${n + 1}张，共${sheets}张` : '';
    const note = cut ? '（放不下全文，已注明扫码查看）' : '';
    return {
      dataUrl: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
      alt: `${paper} 公示单${number}：${title}${note}`,
    };
  });
}
