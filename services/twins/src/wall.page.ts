import { escapeHtml } from '@towncrier/channel-testkit';
import { browserFile, markup } from '@towncrier/pages';
import { faultBar, type Switches } from './fault.switches.ts';

export interface OnWall {
  readonly channel: string;
  readonly title: string;
  readonly url: string;
  readonly trouble: string | null;
  /** How it can be broken, and how it is now; absent for one that cannot. */
  readonly switches?: Switches;
}

/** Phones upright, the rest beside them: what people look at most comes first. */
const order = ['website', 'portal', 'wechat', 'weibo', 'sms', 'led', 'board'];
const place = ({ channel }: OnWall): number =>
  order.includes(channel) ? order.indexOf(channel) : order.length;

/**
 * One page on which everything the public would see stands side by side. `late`: failures since the start.
 */
export function wall(twins: readonly OnWall[], late: readonly string[] = []): string {
  const sorted = [...twins].sort((a, b) => place(a) - place(b));
  return markup`
    <!doctype html>
    <html lang="zh-CN">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>告示 · 仿真墙</title>
    <link rel="icon" href="data:,">
    <style>${browserFile(import.meta.url, 'wall.css')}</style>
    <header>
      <h1>告示 · 仿真墙</h1>
      <p>公众此刻会看到的一切。以下均为仿真端，不是真实平台；可以弄坏一个，再到控制台“现在”页看它怎样变化。</p>
    </header>
    ${late.length === 0 ? '' : lateNote(late)}
    <main>${sorted.map(section)}</main>
    </html>
  `;
}

const lateNote = (late: readonly string[]): string =>
  `<p class="late">有仿真端运行出错，其余照常：${late.map(escapeHtml).join('；')}</p>`;

function section({ channel, title, url, trouble, switches }: OnWall): string {
  const words = escapeHtml(title);
  if (trouble !== null)
    return markup`
      <section class="off">
        <h2>${words}</h2>
        <p class="trouble">仿真端未能启动：${escapeHtml(trouble)}</p>
      </section>
    `;
  const address = `${escapeHtml(url)}/__twin/wall`;
  return markup`
    <section>
      <h2>
        ${words}
        <a href="${address}" target="_blank" rel="noopener"
          title="单独打开" aria-label="单独打开 ${words}">↗</a>
      </h2>
      ${switches === undefined ? '' : faultBar(channel, switches)}
      <iframe src="${address}" title="${words}"></iframe>
    </section>
  `;
}
