import type { Finding } from '../../http/problem.ts';
import type { Terms } from '../publication.terms.ts';
import type { ReachTold } from './reach.desk.ts';
import { isUndivided, reachNotes } from './reach.words.ts';

const at = { field: 'audience', source: '终端登记' };

type Titles = (channel: string) => string;

/** Whether it is meant for everybody, as a publication is when nobody says otherwise. */
const isPlain = (audience: Terms['audience']): boolean =>
  audience.scope !== 'some' && audience.except === undefined;

/** What channels say of an audience, as far as an editor or a reviewer has to know it. */
export function reachFindings(
  audience: Terms['audience'],
  told: readonly ReachTold[],
  titleOf: Titles,
): readonly Finding[] {
  return [
    ...elsewhere(audience, told, titleOf),
    ...told.flatMap((one) => channelFinding(audience, one, titleOf(one.channel))),
    ...(reachesNobody(told) ? [nobodyAtAll] : []),
  ];
}

/** Every channel has said so. What a silent one reaches nobody knows. */
const reachesNobody = (told: readonly ReachTold[]): boolean =>
  told.length > 0 && told.every((one) => one.is === 'told' && !isUndivided(one) && one.reach.reached === 0);

const nobodyAtAll: Finding = {
  rule: 'audience-nobody',
  severity: 'block',
  message: '这个受众在所选渠道上一个终端也没有。',
  remedy: '请扩大受众，或改选渠道。',
  ...at,
};

function channelFinding(audience: Terms['audience'], told: ReachTold, title: string): readonly Finding[] {
  switch (told.is) {
    case 'refused':
      return told.problems.map(({ message, remedy }) => ({
        rule: 'audience-refused',
        severity: 'block',
        message: `渠道“${title}”不接受这个受众：${message}`,
        remedy,
        ...at,
      }));
    case 'silent':
      return isPlain(audience) ? [] : [unanswered(title)];
    case 'told':
      if (isUndivided(told)) return isPlain(audience) ? [] : [undivided(title)];
      return [...reachFinding(told, title), ...unknownFinding(told, title)];
  }
}

const unanswered = (title: string): Finding => ({
  rule: 'audience-unanswered',
  severity: 'advise',
  message: `渠道“${title}”未应答，不知道这个受众在该渠道能送达哪些终端。`,
  remedy: '可以继续办理；需要确认的，请待渠道恢复后再看“受众”一栏。',
  ...at,
});

const undivided = (title: string): Finding => ({
  rule: 'audience-undivided',
  severity: 'advise',
  message: `渠道“${title}”不分终端，本稿在该渠道会向所有人公开，不按受众挑选。`,
  remedy: '只想让选定的受众看到的，请去掉该渠道。',
  ...at,
});

type Told = Extract<ReachTold, { is: 'told' }>;

function reachFinding(told: Told, title: string): readonly Finding[] {
  const advise = (rule: string, message: string, remedy: string): Finding => ({
    rule,
    severity: 'advise',
    message: `渠道“${title}”：${message}`,
    remedy,
    ...at,
  });
  const { reached, withoutConsent, resting } = told.reach;
  const notes = reachNotes({ ...told, reach: { ...told.reach, unknown: [] } });
  return [
    ...(reached === 0
      ? [advise('audience-empty', '这个受众没有一个终端。', '请扩大受众，或去掉该渠道。')]
      : []),
    ...(withoutConsent.length + resting.length === 0
      ? []
      : [
          advise(
            'audience-left-out',
            `${notes.join('；')}。`,
            '这些终端不会显示本稿；如有需要请联系其所属单位。',
          ),
        ]),
  ];
}

const unknownFinding = ({ reach }: Told, title: string): readonly Finding[] =>
  reach.unknown.length === 0
    ? []
    : [
        {
          rule: 'audience-unknown-target',
          severity: 'block',
          message: `渠道“${title}”没有这些终端：${reach.unknown.join('、')}。`,
          remedy: '请核对编号，或从受众中去掉。',
          ...at,
        },
      ];

/** A target named on a channel that the edition does not go to would be left out unseen. */
function elsewhere(
  audience: Terms['audience'],
  told: readonly ReachTold[],
  titleOf: Titles,
): readonly Finding[] {
  if (audience.scope !== 'some') return [];
  const channels = new Set(told.map(({ channel }) => channel));
  const missing = audience.of.targets.filter(({ channel }) => !channels.has(channel));
  return missing.map(({ channel, id }) => ({
    rule: 'audience-other-channel',
    severity: 'block',
    message: `受众点名了终端“${id}”，但稿件没有选择它所在的渠道“${titleOf(channel)}”。`,
    remedy: '请选上该渠道，或从受众中去掉这个终端。',
    ...at,
  }));
}
