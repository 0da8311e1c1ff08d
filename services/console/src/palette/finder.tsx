import { Link } from '@tanstack/react-router';
import { Input, Modal, Typography, type InputRef } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Session } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';
import { addressOf } from '../frame/route.ts';
import { placeFound, placesAmong, type Place } from './places.ts';
import { useSearch } from './search.ts';
import './finder.css';

interface Props {
  readonly session: Session;
  readonly pages: readonly { readonly key: string; readonly label: string }[];
  readonly onClose: () => void;
}

/** Words above, real links below; arrows go through them, Enter opens. */
export function Finder({ session, pages, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const { found, error, isAsking } = useSearch(typed);
  const { list, field, onKeyDown } = useArrows();
  // what is known here comes first, and does not move when the hub answers
  const places = [...placesAmong(pages, session, typed), ...(found?.items ?? []).map(placeFound)];
  return (
    <Modal
      open
      title="查找"
      footer={null}
      onCancel={onClose}
      // the library takes the focus to the dialog itself when it has opened
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
    >
      <div role="presentation" onKeyDown={onKeyDown}>
        <Input
          ref={field}
          autoFocus
          allowClear
          aria-label="查找什么"
          placeholder="页面、标题、索引号、机构、人员、终端，或“写公告”"
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Trouble errors={[error]} />
        <ul ref={list} className="towncrier-found">
          {places.map((place, n) => (
            <li key={`${place.kind} ${addressOf(place.to)} ${n}`}>
              <PlaceLink to={place} onGo={onClose} />
            </li>
          ))}
        </ul>
        <Told is={isAsking ? '正在查找…' : places.length === 0 ? '没有找到，请换一个词。' : ''} />
        <Missing of={found?.missing ?? []} />
      </div>
    </Modal>
  );
}

const Missing = ({ of }: { readonly of: readonly string[] }) =>
  of.map((words) => (
    <Typography.Paragraph key={words} type="secondary" style={{ margin: 0 }}>
      {words}
    </Typography.Paragraph>
  ));

const Told = ({ is }: { readonly is: string }) => (
  <Typography.Paragraph type="secondary" role="status" style={{ margin: '8px 0 0' }}>
    {is}
  </Typography.Paragraph>
);

const PlaceLink = ({ to, onGo }: { readonly to: Place; readonly onGo: () => void }) => (
  <Link to={addressOf(to.to)} search={to.said} onClick={onGo}>
    <span className="towncrier-found-kind">{to.kind}</span>
    <span className="towncrier-found-title">{to.title}</span>
    <span className="towncrier-found-hint">{to.hint}</span>
  </Link>
);

/** The way through the links by keys. Whatever an input method is composing is its own. */
function useArrows() {
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<InputRef>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, nativeEvent, ctrlKey, metaKey, altKey } = event;
    if (nativeEvent.isComposing) return;
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const go = (to: HTMLElement | undefined): void => {
      event.preventDefault();
      (to ?? field.current)?.focus();
    };
    if (key === 'ArrowDown') go(links[Math.min(at + 1, links.length - 1)]);
    else if (key === 'ArrowUp') go(links[at - 1]);
    else if (key === 'Enter' && at === -1) {
      event.preventDefault();
      links[0]?.click();
    } else if (at !== -1 && (key === 'Backspace' || key.length === 1) && !ctrlKey && !metaKey && !altKey)
      field.current?.focus();
  };
  return { list, field, onKeyDown };
}
