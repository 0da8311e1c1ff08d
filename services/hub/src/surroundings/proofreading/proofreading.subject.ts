import { surrounding } from '../surrounding.ts';
import { proofread } from './proofread.ts';

export const proofreadingSubject = surrounding({
  name: 'proofreading',
  description: 'What has to be put right before release, and what is worth a look',
  chapter: 120,
  needs: {},
  compose: async () => null,
  gives: () => ({
    checks: [{ looksAt: 'words', look: async ({ content }) => proofread(content) }],
  }),
  controllers: [],
  paths: {},
});
