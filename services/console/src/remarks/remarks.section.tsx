import { Alert, Button, Empty, Flex } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { EditionView, Publication, Remark } from '../api/hub.types.ts';
import { wordsOf } from '../reading/block.words.ts';
import type { Marked } from '../reading/marked.words.ts';
import { selectedIn } from '../reading/selection.ts';
import { TextView } from '../reading/text.view.tsx';
import { stepIn } from '../steps/steps.ts';
import { blockOf, placeOf, quoteOf, type Quote } from './quotes.ts';
import { RemarkCard } from './remark.card.tsx';
import { RemarkDialog } from './remark.dialog.tsx';
import type { Taking } from './taking.ts';
import './remarks.css';

interface Props {
  readonly p: Publication;
  readonly newest: EditionView;
  readonly step: Taking;
}

/** The text as it is read, and what reviewers remark on it, each beside the words it is about. */
export function RemarksSection({ p, newest, step }: Props) {
  const text = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<number | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const places = useMemo(() => placed(newest), [newest]);
  const may = stepIn(p.steps, 'comments')?.allowed === true;
  // what is drawn of a piece (a contact, a file) is no text of the model: the remark is about the whole of it
  const known = (block: number, quote: Quote): Quote | null =>
    (places.texts[block] ?? '').includes(quote.exact) ? quote : null;
  const ask = (): void => {
    const found = text.current === null ? null : selectedIn(text.current);
    const quote = found === null ? null : quoteOf(found.text, found.from, found.to);
    setTrouble(
      quote === null
        ? '请先在正文中选中要批注的文字（在同一段之内，不超过 500 字），再按“批注所选文字”。'
        : null,
    );
    if (found !== null && quote !== null)
      setAsked({ block: found.block + 1, quote: known(found.block, quote) });
  };
  const show = (id: number): void => {
    setShown(id);
    text.current?.querySelector(`[data-mark="${id}"]`)?.scrollIntoView({ block: 'center' });
    document.getElementById(`remark-${id}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className="towncrier-remarks">
      <div ref={text}>
        <TextView content={newest.content} marked={places.marked} shown={shown} onMark={show} />
      </div>
      <Flex vertical gap={8}>
        {may && (
          // the selection stays
          <Button onMouseDown={(event) => event.preventDefault()} onClick={ask}>
            批注所选文字
          </Button>
        )}
        {trouble !== null && <Alert type="info" showIcon title={trouble} />}
        {step.error !== null && <Alert type="error" showIcon title={step.error.message} />}
        {newest.comments.length === 0 && <Empty description="没有批注" />}
        {newest.comments.map((remark) => (
          <RemarkCard
            key={remark.id}
            p={p}
            remark={remark}
            step={step}
            isShown={shown === remark.id}
            isGone={places.gone.has(remark.id)}
            onShow={() => show(remark.id)}
          />
        ))}
      </Flex>
      {asked !== null && (
        <RemarkDialog
          about={asked.quote?.exact ?? (asked.block === 0 ? '标题' : `第 ${asked.block} 段`)}
          busy={step.isPending}
          onCancel={() => setAsked(null)}
          onWritten={(words) => {
            const body = { version: p.version, ...sent(asked), words };
            // the page shows what was refused; what was written stays in the dialog
            step.mutateAsync({ verb: 'comments', body }).then(
              () => setAsked(null),
              () => undefined,
            );
          }}
        />
      )}
    </div>
  );
}

interface Asked {
  readonly block: number;
  readonly quote: Quote | null;
}
const sent = ({ block, quote }: Asked) => ({ block, ...(quote === null ? {} : { quote }) });

/** Where the open remarks stand in the text as it is now, and those whose words are gone. */
function placed({ content, comments }: EditionView) {
  const texts = content.body.content.map(wordsOf);
  const marked = new Map<number, Marked[]>();
  const gone = new Set<number>();
  for (const remark of comments) {
    const block = blockOf(texts, remark);
    const place = placeIn(texts, block, remark);
    if (place === null) {
      if (remark.quote !== undefined) gone.add(remark.id);
    } else if (block !== null && remark.settled === null)
      marked.set(block, [...(marked.get(block) ?? []), { ...place, mark: remark.id }]);
  }
  return { texts, marked, gone };
}

const placeIn = (texts: readonly string[], block: number | null, { quote }: Remark) =>
  block === null || quote === undefined ? null : placeOf(texts[block] ?? '', quote);
