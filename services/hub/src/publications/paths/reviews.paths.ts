import { publicationId } from '@towncrier/contracts';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  afterwardsRequest,
  answerRequest,
  approveRequest,
  claimRequest,
  commentRequest,
  confirmRequest,
  returnRequest,
  settleRequest,
} from '../publication.requests.ts';
import { contentHash } from './publication.examples.ts';
import { act } from './publication.act.ts';

const numbered = z.object({ id: publicationId, comment: z.string().meta({ description: 'Its number' }) });
const seen = { version: 2, contentHash, seal: contentHash };

/** What reviewers do. */
export const reviewPaths: ZodOpenApiPathsObject = {
  '/api/v1/publications/{id}/claim': {
    post: act('claimReview', 'Take the edition out of the queue', claimRequest, {
      version: 2,
      takeOver: false,
    }),
  },
  '/api/v1/publications/{id}/approve': {
    post: {
      ...act('approveEdition', 'Pass the level it waits for', approveRequest, seen),
      description:
        'Four eyes: nobody approves what they wrote or edited, or passes two levels of one edition (403 `four-eyes`). Open comments hold it (409 `open-comments`).',
    },
  },
  '/api/v1/publications/{id}/clear': {
    post: act('clearEdition', 'Pass the secrecy review', approveRequest, { ...seen, version: 3 }),
  },
  '/api/v1/publications/{id}/refer': {
    post: act('referEdition', 'Ask the competent body whether it may be public', returnRequest, {
      version: 3,
      reason: '涉及三方商业信息',
      code: 'N15',
    }),
  },
  '/api/v1/publications/{id}/return': {
    post: act('returnEdition', 'Give the edition back to its authors', returnRequest, {
      version: 2,
      reason: '请补充停水时段',
    }),
  },
  '/api/v1/publications/{id}/comments': {
    post: act('makeComment', 'Remark on a block', commentRequest, {
      version: 2,
      block: 1,
      words: '请写明停水时段',
      quote: { exact: '近期停水', prefix: '因检修，', suffix: '，请提前' },
    }),
  },
  '/api/v1/publications/{id}/comments/{comment}/replies': {
    post: act(
      'answerComment',
      'Answer a remark',
      answerRequest,
      { version: 3, words: '以供水公司的通知为准' },
      numbered,
    ),
  },
  '/api/v1/publications/{id}/comments/{comment}/settle': {
    post: act(
      'settleComment',
      'Resolve or waive a remark',
      settleRequest,
      { version: 3, as: 'resolved', words: '已补充' },
      numbered,
    ),
  },
  '/api/v1/publications/{id}/urgent/confirm': {
    post: act('confirmUrgentRelease', 'Release it now, as the second person', confirmRequest, seen),
  },
  '/api/v1/publications/{id}/urgent/review': {
    post: act('reviewAfterwards', 'Review an urgent release afterwards', afterwardsRequest, {
      version: 4,
      edition: 1,
      verdict: 'upheld',
      words: '内容属实，处置及时',
    }),
  },
};
