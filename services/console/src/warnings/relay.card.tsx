import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Card, Input, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Step } from '../api/hub.types.ts';
import { go } from '../frame/route.ts';
import { StepButton } from '../steps/step.button.tsx';

/** Where a message of a competent body is handed in. */
export function RelayCard({ step }: { step: Step }) {
  const queries = useQueryClient();
  const [xml, setXml] = useState('');
  const relay = useMutation({
    mutationFn: () => answerOf(hub.POST('/api/v1/warnings', { body: { xml } })),
    onSuccess: (became) => {
      void queries.invalidateQueries({ queryKey: ['warnings'] });
      if ('id' in became) go({ at: 'publication', id: became.id });
    },
  });
  return (
    <Card size="small" title="导入预警报文（CAP 1.2）">
      <Typography.Paragraph type="secondary">
        按发布单位原文转发，不作修改；实际预警导入后须由第二人确认才会发出，演练和测试报文不会发往公众渠道。
        更新、解除报文按所引用的编号办理：已发出的随即更新或解除，待确认的予以取代或作废；尚未收到的先行记下，日后收到即作废。
      </Typography.Paragraph>
      <Input.TextArea
        aria-label="报文"
        rows={8}
        value={xml}
        onChange={(event) => setXml(event.target.value)}
        placeholder="粘贴 CAP 1.2 XML"
        style={{ fontFamily: 'monospace', marginBottom: 12 }}
      />
      {relay.error !== null && (
        <Alert type="error" showIcon title={relay.error.message} style={{ marginBottom: 12 }} />
      )}
      {relay.data !== undefined && !('id' in relay.data) && (
        <Alert type="info" showIcon title={relay.data.relay.notes.join('；')} style={{ marginBottom: 12 }} />
      )}
      <StepButton
        step={xml.trim() === '' ? { ...step, allowed: false, why: '请先粘贴报文' } : step}
        busy={relay.isPending}
        onClick={() => relay.mutate()}
      />
    </Card>
  );
}
