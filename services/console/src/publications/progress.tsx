import { Alert, Steps } from 'antd';
import type { Publication } from '../api/hub.types.ts';
import { lasting, when } from '../frame/time.ts';

type Stage = Publication['progress'][number];
const looks = { done: 'finish', now: 'process', ahead: 'wait' } as const;

/** How far the newest edition has come on its way, with names, and how long it has been where it is. */
export function Progress({ of: { progress } }: { of: Pick<Publication, 'progress'> }) {
  const now = progress.findIndex(({ is }) => is === 'now');
  const returned = progress.find((stage) => stage.returned !== null)?.returned ?? null;
  return (
    <>
      {returned !== null && <Alert type="warning" showIcon title={returned} style={{ marginTop: 12 }} />}
      <Steps
        size="small"
        current={now < 0 ? progress.length : now}
        style={{ marginTop: 12 }}
        items={progress.map((stage) => ({
          title: stage.title,
          status: looks[stage.is],
          content: wordsOf(stage),
        }))}
      />
    </>
  );
}

function wordsOf({ is, by, at }: Stage): string {
  const names = by.join('、');
  if (is === 'ahead' || at === null) return names;
  if (is === 'done') return [names, when(at)].filter((words) => words !== '').join('　');
  return `${names === '' ? '等待办理' : `${names} 在办`}，已 ${lasting(at)}`;
}
