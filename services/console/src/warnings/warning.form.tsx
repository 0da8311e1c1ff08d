import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Card, Flex, Input, InputNumber, Spin } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer, Step } from '../api/hub.types.ts';
import { go } from '../frame/route.ts';
import { StepButton } from '../steps/step.button.tsx';
import { Choices } from './choices.tsx';

type Known = Answer<'/api/v1/warnings/own'>;
type Level = Known['levels'][number]['level'];
interface Chosen {
  readonly hazard?: string;
  readonly level?: Level;
  readonly area?: string;
  /** As usual for the hazard while absent. */
  readonly hours?: number;
  readonly measures?: string;
}

/** A warning of the house in four taps: hazard, level, area, request. */
export function WarningForm({ step }: { readonly step: Step }) {
  const known = useQuery({
    queryKey: ['warning-choices'],
    queryFn: () => answerOf(hub.GET('/api/v1/warnings/own')),
  });
  return (
    <Card size="small" title="发布本地预警">
      {known.error !== null && <Alert type="error" showIcon title={known.error.message} />}
      {known.data === undefined ? known.error === null && <Spin /> : <Form of={known.data} step={step} />}
    </Card>
  );
}

function Form({ of, step }: { readonly of: Known; readonly step: Step }) {
  const [chosen, setChosen] = useState<Chosen>({});
  const request = useRequest();
  const choose = (more: Chosen) => setChosen((before) => ({ ...before, ...more }));
  const { hazard, level, area } = chosen;
  const usual = of.hazards.find(({ name }) => name === hazard);
  const measures = chosen.measures ?? (level === undefined ? undefined : usual?.measures[level]);
  const missing = [
    [hazard, '灾害'],
    [level, '级别'],
    [area, '范围'],
    [measures?.trim(), '应当采取的措施'],
  ].flatMap(([value, name]) => ((value ?? '') === '' ? [name] : []));
  return (
    <Flex vertical gap={12}>
      <Main of={of} chosen={chosen} choose={choose} />
      <AsUsual chosen={chosen} usual={usual} measures={measures} choose={choose} />
      {request.error !== null && <Alert type="error" showIcon title={request.error.message} />}
      <StepButton
        step={
          missing.length === 0 ? step : { ...step, allowed: false, why: `请先选择：${missing.join('、')}` }
        }
        busy={request.isPending}
        onClick={() => {
          if (hazard !== undefined && level !== undefined && area !== undefined)
            request.mutate({ ...chosen, hazard, level, area });
        }}
      />
    </Flex>
  );
}

interface Choosing {
  readonly chosen: Chosen;
  readonly choose: (more: Chosen) => void;
}

const Main = ({ of, chosen: { hazard, level, area }, choose }: Choosing & { readonly of: Known }) => (
  <>
    <Choices
      label="灾害"
      value={hazard}
      options={of.hazards.map(({ name }) => ({ value: name, title: name }))}
      onChoose={(value) => choose({ hazard: value })}
    />
    <Choices
      label="级别"
      value={level}
      options={of.levels.map(({ level: value, name, paper, ink }) => ({ value, title: name, paper, ink }))}
      onChoose={(value) => choose({ level: value })}
    />
    <Choices
      label="范围"
      value={area}
      options={of.areas.map(({ code, name }, n) => ({
        value: code,
        title: n === 0 ? `全县（${name}）` : name,
      }))}
      onChoose={(value) => choose({ area: value })}
    />
  </>
);

interface Usual extends Choosing {
  readonly usual: Known['hazards'][number] | undefined;
  readonly measures: string | undefined;
}

const AsUsual = ({ chosen, usual, measures, choose }: Usual) => (
  <>
    {usual !== undefined && (
      <label>
        从现在起有效（小时）{' '}
        <InputNumber<number>
          min={1}
          max={240}
          precision={0}
          value={chosen.hours ?? usual.hours}
          onChange={(value) => {
            if (value !== null) choose({ hours: value });
          }}
        />
      </label>
    )}
    {usual !== undefined && chosen.level !== undefined && (
      <label>
        应当采取的措施
        <Input.TextArea
          rows={3}
          maxLength={2000}
          value={measures}
          onChange={(event) => choose({ measures: event.target.value })}
        />
      </label>
    )}
  </>
);

type Wish = Chosen & Required<Pick<Chosen, 'hazard' | 'level' | 'area'>>;

/** Tried again with the same choices, it is the same attempt. */
function useRequest() {
  const [attempts] = useState(() => new Map<string, string>());
  return useMutation({
    mutationFn: (body: Wish) => {
      const asked = JSON.stringify(body);
      const attempt = attempts.get(asked) ?? crypto.randomUUID();
      attempts.set(asked, attempt);
      return answerOf(
        hub.POST('/api/v1/warnings/own', { params: { header: { 'Idempotency-Key': attempt } }, body }),
      );
    },
    onSuccess: ({ id }) => go({ at: 'publication', id }),
  });
}
