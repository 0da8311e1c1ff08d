import { Alert, Button, Flex, Input, Spin } from 'antd';
import { useState } from 'react';
import type { Publication } from '../api/hub.types.ts';
import { StepDialog, type StepDialogProps } from '../steps/step.dialog.tsx';
import { ConsequenceTable } from './consequence.table.tsx';
import { useConsequences, type Consequences, type OutwardAct } from './consequences.ts';

/**
 * The one dialog for what cannot be undone: what will become of it on each channel, and where the hub asks for it a
 * word to be typed. It may be taken once its consequences were shown; in an emergency nobody waits for them.
 */
export function OutwardDialog({ p, ...dialog }: StepDialogProps & { readonly p: Publication }) {
  const act = dialog.step.act as OutwardAct;
  const { data, error, refetch, isFetching } = useConsequences(p, act);
  const [typed, setTyped] = useState('');
  const mustType =
    data?.confirm !== null && data?.confirm !== undefined && typed.trim() !== data.confirm.typed;
  return (
    <StepDialog
      {...dialog}
      held={act !== 'urgent/confirm' && (data === undefined || mustType)}
      consequences={
        <Flex vertical gap={12}>
          {error !== null && (
            <Alert
              type="error"
              showIcon
              title={error.message}
              action={
                <Button size="small" loading={isFetching} onClick={() => void refetch()}>
                  再问一次
                </Button>
              }
            />
          )}
          {data === undefined ? error === null && <Spin /> : <ConsequenceTable of={data} />}
          {data !== undefined && data.confirm !== null && (
            <Typing of={data.confirm} typed={typed} onType={setTyped} />
          )}
        </Flex>
      }
    />
  );
}

interface TypingProps {
  readonly of: NonNullable<Consequences['confirm']>;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

const Typing = ({ of: { why, label }, typed, onType }: TypingProps) => (
  <Flex vertical gap={4}>
    <strong>{why}</strong>
    <label>
      {label}
      <Input value={typed} autoComplete="off" onChange={(event) => onType(event.target.value)} />
    </label>
  </Flex>
);
