import type { Permission } from '../../access/permissions.ts';
import type { Person } from '../../access/person.ts';
import { reviewerTitles } from '../../access/role.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered } from '../../access/steps/offered.ts';
import { choose, form, line, number, onOrOff, rows, type Question } from '../../access/steps/question.ts';
import { offerOf, type Step } from '../../access/steps/step.ts';
import { mostKinds, reviewFormTitles, type ReviewKind } from '../../publications/review.kind.ts';
import { publicationTypes } from '../publication-types/publication.type.ts';

export const columnPermissions: readonly Permission[] = [
  { roles: ['disclosure-officer'], can: 'keep', on: 'Column' },
];

const typeTitles = Object.fromEntries(publicationTypes.map(({ code, title }) => [code, title]));
/** What may be changed of a column. `known`: the kinds of review that the house and its columns have. */
const questions = (known: readonly ReviewKind[]): Question[] => [
  line('title', '名称', 30),
  number('reviewLevels', '审核级数', 1, 3),
  onOrOff('secrecyReview', '保密审查'),
  rows('reviews', '本栏目自定的审核环节（按先后；不填则按上面的级数和保密审查）', {
    most: mostKinds,
    row: [
      line('id', '代码（小写字母开头）', 20),
      line('title', '环节名称', 20),
      choose('role', '办理角色', reviewerTitles),
      choose('form', '办理方式', reviewFormTitles),
    ],
    known: known.map((kind) => ({ ...kind })),
  }),
  choose('defaultType', '默认类型', typeTitles),
  onOrOff('abolished', '已撤销'),
];

/** What a person may do with a column that is there; abolishing is a change of it. */
export const columnSteps = (who: Person, known: readonly ReviewKind[]): Step[] =>
  offered([
    candidates(who, columnPermissions, 'Column')(
      'keep',
      offerOf('change', '修改', { ask: questions(known) }),
      null,
    ),
  ]);

export const newColumnSteps = (who: Person): Step[] =>
  offered([
    candidates(who, columnPermissions, 'Column')('keep', offerOf('create', '新栏目', { ask: [form] }), null),
  ]);
