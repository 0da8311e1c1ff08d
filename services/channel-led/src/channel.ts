import { defineChannel, type TargetReader } from '@towncrier/channel-kit';
import type { Target } from '@towncrier/contracts';
import { collections } from './collections.ts';
import { LedAdapter } from './led.adapter.ts';
import { checkScreens } from './led.check.ts';
import { keys } from './led.documents.ts';
import { targets } from './led.targets.ts';
import { renderEdition, type LedRendition } from './led.rendition.ts';
import { PlaylistSigner } from './playlist.signer.ts';
import { ledStripProfile, ownText } from './render/led.pages.ts';
import { roundNotes } from './round.notes.ts';
import { formerForms, formOf, formTitle } from './screen.shape.ts';
import { ScreenStore } from './screen.store.ts';
import { isTwin, settings, type LedSettings } from './settings.ts';

export const channel = defineChannel<LedSettings, LedRendition>({
  id: 'led',
  title: 'LED 电子屏',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  collections,
  targets,
  formOf,
  formerForms,
  can: {
    recall: 'erase',
    revise: 'in-place',
    receipts: 'push',
    targets: '条屏与全彩屏',
    limits: [{ field: 'title', ...ledStripProfile.title, shortened: true }],
    ownWords: [
      {
        part: ownText.part,
        title: '屏幕文字',
        limit: `每行一段，标题另起；条屏不超过 ${ledStripProfile.pages.max} 页`,
        lines: true,
      },
    ],
    visibleWithinMs: 5000,
    consequences: {
      correct: '各屏换播更正后的内容，并标明“更正”。',
      withdraw:
        '各屏立即撤下原内容，并播放撤回说明一段时间；离线的屏恢复联网后撤下，最迟在播放期满时自动停播。到期失效的只撤下，不播说明。',
    },
  },
  waivers: {
    codes: 'screens are never asked: players come, fetch and acknowledge (test/player.spec.ts)',
    timeout: 'publishing writes the playlist in the own store; no far end is called',
    crowd: 'a screen shows its own playlist; nothing is searched among others',
    busy: 'players fetch when they can; none is called',
    refuse: 'a player shows what is signed; it refuses no content',
    deny: 'players bring the credentials, not we; a wrong token is tried in test/player.spec.ts',
    abort: 'no call of the far end stands between the start and the playlist',
  },
  wordsOnly: true,
  slots: { urgent: 4, normal: 2 },
  timeoutMs: 30_000,
  mode: (chosen) => (isTwin(chosen) ? 'twin' : 'live'),
  check: (edition, _settings, forms = []) => checkScreens(edition, forms),
  render: (edition, _settings, forms = []) => renderEdition(edition, forms),
  readings: ({ forms }) => forms.map(({ form, text }) => ({ where: formTitle(form), text })),
  parts: ({ told }) => ({ [ownText.part]: told }),
  notes: roundNotes,
  preview: ({ forms }) =>
    Promise.resolve({
      kind: 'images',
      images: forms.flatMap(({ form, pages }) =>
        pages.map(({ png }, i) => ({
          dataUrl: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
          alt: `${formTitle(form)} 第${i + 1}页，共${pages.length}页`,
        })),
      ),
    }),
  places: async (_settings, publicUrl, screens) => [
    { label: '播放器', url: `${publicUrl}/player/` },
    ...(await oneOfEachForm(screens)).map(({ id, title }) => ({
      label: title,
      url: `${publicUrl}/player/?screen=${id}`,
    })),
  ],
  adapter: async (at) =>
    new LedAdapter(
      at,
      await ScreenStore.open(at.store),
      await PlaylistSigner.open(await at.store.collection(keys)),
    ),
});

/** Screens of one form show the same pages: one of them is enough to look at. */
async function oneOfEachForm(screens: TargetReader): Promise<readonly Target[]> {
  const first = new Map<string, Target>();
  for await (const screen of screens.active()) {
    const form = formOf(screen);
    if (!first.has(form)) first.set(form, screen);
  }
  return [...first.values()];
}
