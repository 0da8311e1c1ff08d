import { Alert, Descriptions, Drawer } from 'antd';
import { PageLink } from '../frame/link.tsx';
import { StepBar } from '../steps/step.bar.tsx';
import { useRequestStep, type Request } from './requests.ts';

/** One request, and what the office may do with it now. */
export function RequestDrawer({ request, onClose }: { request: Request; onClose: () => void }) {
  const take = useRequestStep(request);
  return (
    <Drawer open size="large" title={`申请 ${request.id}`} onClose={onClose}>
      <RequestFacts request={request} />
      <div style={{ marginTop: 16 }}>
        <PageLink to={{ at: 'request-letter', id: request.id }}>文书与打印</PageLink>
      </div>
      <div style={{ margin: '16px 0' }}>
        <StepBar
          steps={request.steps}
          busy={take.isPending}
          onTake={(step, answers) => take.mutateAsync({ step, answers })}
        />
      </div>
      {take.error !== null && (
        <Alert type="error" showIcon title={take.error.message} style={{ marginBottom: 12 }} />
      )}
    </Drawer>
  );
}

function RequestFacts({ request }: { request: Request }) {
  const { applicant, wanted, extension, answer } = request;
  const fact = (key: string, label: string, children: string) => ({ key, label, children });
  const extended =
    extension === null
      ? []
      : [
          fact(
            'extension',
            '延期',
            `${extension.days} 个工作日：${extension.reason}（${extension.approvedBy} 批准）`,
          ),
        ];
  const answered =
    answer === null
      ? []
      : [fact('answer', '答复', `${request.answerTitle}（${answer.on}）：${answer.words}`)];
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={[
        fact('who', '申请人', `${applicant.name}（${applicant.contact}）`),
        fact('what', '申请内容', wanted.description),
        fact('state', '状态', request.stateTitle),
        fact('due', '答复期限', dueIn(request)),
        ...extended,
        ...answered,
      ]}
    />
  );
}

function dueIn({ dueOn, provisional }: Request): string {
  if (dueOn === null) return '—（未起算、中止或已办结）';
  return provisional ? `${dueOn}（自然日暂计，待国务院办公厅公布）` : dueOn;
}
