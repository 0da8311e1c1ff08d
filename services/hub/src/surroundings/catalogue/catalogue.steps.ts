import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered, type Objection } from '../../access/steps/offered.ts';
import { date, form, text } from '../../access/steps/question.ts';
import { offerOf, type Step } from '../../access/steps/step.ts';
import type { CatalogueVersionDoc, ClosedItemDoc } from './catalogue.documents.ts';
import { cataloguePermissions, closedItemPermissions } from './catalogue.permissions.ts';
import { obstaclesTo } from './item.rules.ts';

type Version = Pick<CatalogueVersionDoc, 'number' | 'state' | 'items'>;

export const versionStates = { draft: '草案', adopted: '已通过', dropped: '已作废' } as const;

export const closedStates = { closed: '不予公开', opened: '已转为公开' } as const;

/** A version changes only while it is a draft. */
export const draftObjection = ({ number, state }: Version): Objection | null =>
  state === 'draft'
    ? null
    : {
        code: 'not-a-draft',
        words: `第 ${number} 版${state === 'adopted' ? '已通过' : '已作废'}，不能再改；请重新导入一版`,
      };

/** A catalogue takes effect only when every item has all its elements, in words that are understood. */
export function incompleteObjection({ items }: Version): Objection | null {
  const lacking = new Set(items.flatMap(obstaclesTo).map((f) => f.item)).size;
  return lacking === 0
    ? null
    : {
        code: 'incomplete',
        words: `有 ${lacking} 个事项要素不全或时限无法识别，目录不能生效；请逐项补充或删去`,
      };
}

/** What a person may do with a version of the catalogue on a day (civil date in China). */
export function versionSteps(who: Person, version: Version, today: string): Step[] {
  const draft = draftObjection(version);
  const allowed = candidates(who, cataloguePermissions, 'Catalogue');
  const adopt = offerOf('adopt', '通过', {
    look: 'primary',
    ask: [date('effectiveFrom', '生效日期', today, null)],
  });
  return offered([
    allowed('adopt', adopt, draft ?? incompleteObjection(version)),
    allowed('edit', offerOf('items', '修改事项', { ask: [form] }), draft),
    allowed('edit', offerOf('drop', '作废', { look: 'danger' }), draft),
  ]);
}

/** What was opened stays so: it is closed anew, with a reason of its own. */
export const openObjection = ({ state, name }: Pick<ClosedItemDoc, 'state' | 'name'>): Objection | null =>
  state === 'closed' ? null : { code: 'wrong-state', words: `“${name}”已经转为公开，无需再次办理` };

/** What a person may do with an item of the 不予公开清单. */
export function closedItemSteps(who: Person, item: Pick<ClosedItemDoc, 'state' | 'name'>): Step[] {
  const allowed = candidates(who, closedItemPermissions, 'ClosedItem');
  const open = offerOf('open', '转为公开', { ask: [text('reason', '评估意见', 500)] });
  return offered([allowed('open', open, openObjection(item))]);
}

/** What a person may do with the catalogue without choosing a version or an item first. */
export const keepingSteps = (who: Person): readonly Step[] =>
  offered([
    candidates(who, cataloguePermissions, 'Catalogue')(
      'import',
      offerOf('imports', '导入 XLSX、CSV、JSON…', { look: 'primary', ask: [form] }),
      null,
    ),
    candidates(who, closedItemPermissions, 'ClosedItem')(
      'close',
      offerOf('closed', '列入清单', { look: 'primary', ask: [form] }),
      null,
    ),
  ]);
