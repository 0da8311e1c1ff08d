import { Timeline } from 'antd';
import type { Publication } from '../api/hub.types.ts';
import { when } from '../frame/time.ts';

/** Who did what, in order. */
export const HistoryPanel = ({ history }: { history: Publication['history'] }) => (
  <Timeline
    items={history.map((h) => ({
      content: (
        <>
          {h.words}
          <div style={{ color: 'var(--ant-color-text-description)', fontSize: 'var(--ant-font-size-sm)' }}>
            {h.by} · {when(h.at)}
          </div>
        </>
      ),
    }))}
  />
);
