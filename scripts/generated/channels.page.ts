import type { Definition } from './channel-definitions.ts';
import { notice, type Generated } from './notice.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** docs/channels.md: what each channel promises, out of its definition. */
export function channelsPage(definitions: readonly Definition[]): Generated {
  const overview = [
    row('channel', '中文', 'withdrawal', 'correction', 'receipts', 'targets', 'seen within', 'port'),
    row(...Array.from({ length: 8 }, () => '---')),
    ...definitions.map(({ folder, channel, port }) =>
      row(
        `[${channel.id}](../${folder}/README.md)`,
        channel.title,
        channel.can.recall,
        channel.can.revise,
        channel.can.receipts,
        channel.can.targets,
        `${channel.can.visibleWithinMs / 1000} s`,
        `base + ${port}`,
      ),
    ),
  ];
  const each = definitions.flatMap(({ channel }) => [
    '',
    `## ${channel.id} ${channel.title}`,
    '',
    `- Correction: ${channel.can.consequences.correct}`,
    `- Withdrawal: ${channel.can.consequences.withdraw}`,
    ...(channel.can.quota === undefined ? [] : [`- Quota: ${channel.can.quota}`]),
    ...(channel.can.ownWords ?? []).map(
      (own) => `- May be written for it alone: ${own.title} (${own.limit})`,
    ),
    `- Reads: ${channel.consumes.join(', ')}`,
    ...(channel.can.limits.length === 0
      ? []
      : [
          '',
          row('field', 'at most', 'source'),
          row('---', '---', '---'),
          ...channel.can.limits.map((l) => row(l.field, `${l.max} ${l.unit}`, l.source)),
        ]),
    ...(Object.keys(channel.waivers ?? {}).length === 0
      ? []
      : [
          '',
          row('promise it is not held to', 'why'),
          row('---', '---'),
          ...Object.entries(channel.waivers ?? {}).map(([name, why]) => row(name, why)),
        ]),
  ]);
  const text = [
    `<!-- ${notice} -->`,
    '# Channels',
    '',
    'Withdrawal: `erase` the far end forgets it · `replace` a notice of withdrawal stands in its place · `follow-up` a second message tells · `mark` the copy stays, its QR code says it is void.',
    '',
    ...overview,
    ...each,
    '',
  ].join('\n');
  return { path: 'docs/channels.md', text };
}
