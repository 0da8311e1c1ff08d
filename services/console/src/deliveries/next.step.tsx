import { Alert, App, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { Trouble } from '../frame/page.tsx';
import { when } from '../frame/time.ts';
import { stepOn, useSession } from '../session/session.ts';
import { useActs, type Course } from './course.ts';

interface Props {
  readonly delivery: string;
  readonly course: Course;
}

const titles: Readonly<Record<Course['next']['act'], string>> = {
  retry: '建议：再办一次',
  wait: '建议：等待',
  'by-hand': '建议：人工办结',
  nothing: '无需操作',
};

/** The one safe next step as the server says it, and beside it what may be done instead. */
export function NextStepCard({ delivery, course: { next, hand, byHand } }: Props) {
  const session = useSession();
  const mayRetry = stepOn(session.data, 'deliveries', 'retry') !== undefined && next.act !== 'nothing';
  const mayClose = stepOn(session.data, 'deliveries', 'by-hand') !== undefined && byHand === null;
  return (
    <Alert
      type={hand ? 'error' : next.act === 'nothing' ? 'success' : 'warning'}
      showIcon
      style={{ marginBottom: 16 }}
      title={`${titles[next.act]}${next.until === undefined ? '' : `至 ${when(next.until)}`}`}
      description={
        <>
          {next.words}
          {(mayRetry || mayClose) && (
            <Acts delivery={delivery} mayRetry={mayRetry} mayClose={mayClose} act={next.act} />
          )}
        </>
      }
    />
  );
}

interface ActsProps {
  readonly delivery: string;
  readonly mayRetry: boolean;
  readonly mayClose: boolean;
  readonly act: Course['next']['act'];
}

function Acts({ delivery, mayRetry, mayClose, act }: ActsProps) {
  const { retry, byHand } = useActs(delivery);
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const done = (words: string) => ({
    onSuccess: () => {
      setReason('');
      void message.success(words);
    },
  });
  return (
    <Space orientation="vertical" style={{ width: '100%', marginTop: 8 }}>
      <Trouble errors={[retry.error, byHand.error]} />
      <Input
        aria-label="理由"
        placeholder="理由（记入审计；人工办结必填）"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Space wrap>
        {mayRetry && (
          <Button
            type={act === 'retry' ? 'primary' : 'default'}
            loading={retry.isPending}
            onClick={() => retry.mutate(reason.trim(), done('已请渠道重新办理；结果不明的会先核实'))}
          >
            {act === 'retry' ? '再办一次' : '立即再办'}
          </Button>
        )}
        {mayClose && (
          <Button
            loading={byHand.isPending}
            disabled={reason.trim() === ''}
            onClick={() => byHand.mutate(reason.trim(), done('已记为人工办结'))}
          >
            已人工办结
          </Button>
        )}
      </Space>
    </Space>
  );
}
