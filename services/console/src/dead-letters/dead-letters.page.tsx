import { Empty, Spin } from 'antd';
import { Page } from '../frame/page.tsx';
import { useLetterGroups } from './dead-letters.ts';
import { GroupCard } from './group.card.tsx';

export function DeadLettersPage() {
  const groups = useLetterGroups();
  return (
    <Page title="死信" errors={[groups.error]}>
      <span>各服务读不懂、无法处理的消息，按来源、类型和原因归类。处理前请先看建议。</span>
      {groups.isPending && <Spin />}
      {groups.data?.length === 0 && <Empty description="没有待处理的死信" />}
      {groups.data?.map((group) => (
        <GroupCard key={group.key} group={group} />
      ))}
    </Page>
  );
}
