import type { ReactNode } from 'react';
import type { OwnState } from '../own-words/own.words.tag.tsx';
import type { Channel, Rendered } from '../api/hub.types.ts';
import { titleOf } from '../channels/channels.ts';
import { PreviewCard } from './preview.card.tsx';

export function PreviewStrip({
  channels,
  renditions,
  only,
  ownOf,
  fieldsOf,
}: {
  channels: readonly Channel[] | undefined;
  renditions: readonly Rendered[];
  only?: readonly string[];
  /** Whether a channel has words of its own. */
  ownOf?: (channel: string) => OwnState | undefined;
  /** Where they are written. */
  fieldsOf?: (rendered: Rendered) => ReactNode;
}) {
  const shown = only === undefined ? renditions : renditions.filter((r) => only.includes(r.channel));
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(400px, 100%), 1fr))',
        gap: 12,
      }}
    >
      {shown.map((r) => (
        <PreviewCard
          key={r.channel}
          title={titleOf(channels, r.channel)}
          rendered={r}
          own={ownOf?.(r.channel)}
        >
          {fieldsOf?.(r)}
        </PreviewCard>
      ))}
    </div>
  );
}
