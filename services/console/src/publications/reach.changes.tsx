import { Alert, Space, Tag, Typography } from 'antd';
import { useAreas } from '../audience/audience.ts';
import { areaIn, venueIn, type Names } from '../audience/audience.words.ts';
import { useChannels } from '../channels/channels.ts';
import { useBodyNames } from '../organisation/organisations.ts';
import type { Changes, ReachChange } from './changes.ts';

const parts: Readonly<Record<ReachChange['part'], string>> = {
  channels: '渠道',
  meant: '受众',
  except: '除去',
};
const kinds: Readonly<Record<ReachChange['of'], string>> = {
  channel: '',
  everybody: '',
  people: '公开对象',
  area: '区划',
  organisation: '机构',
  venue: '场所',
  group: '分组',
  target: '终端',
};

/** Whom it reaches now and did not before, and the other way round. Nothing when that is the same. */
export function ReachChanges({ reach: { since, terms } }: { readonly reach: Changes['reach'] }) {
  const [areas, organisation, channels] = [useAreas(), useBodyNames(), useChannels()];
  if (since === null || terms.length === 0) return null;
  const names: Names = { areas: areas.data, organisation };
  const title = (id: string): string => channels.data?.find((c) => c.id === id)?.title ?? id;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={`送达范围与已发布的第 ${since} 版不同`}
      description={
        <Space orientation="vertical" size={4}>
          {terms.map((term) => (
            <div key={`${term.kind}${term.part}${term.of}${term.code}`}>
              <Tag color={term.kind === 'added' ? 'green' : 'red'}>
                {term.kind === 'added' ? '新增' : '去掉'}
              </Tag>
              {parts[term.part]}：
              <Typography.Text delete={term.kind === 'removed'}>
                {`${kinds[term.of]} ${nameOf(term, names, title)}`.trim()}
              </Typography.Text>
            </div>
          ))}
        </Space>
      }
    />
  );
}

function nameOf({ of, code }: ReachChange, names: Names, title: (id: string) => string): string {
  switch (of) {
    case 'everybody':
      return '全县';
    case 'channel':
      return title(code);
    case 'area':
      return areaIn(names, code);
    case 'organisation':
      return names.organisation(code);
    case 'venue':
      return venueIn(names, code);
    case 'target': {
      const [channel = '', id = ''] = code.split('/');
      return `${title(channel)} ${id}`;
    }
    case 'people':
    case 'group':
      return code;
  }
}
