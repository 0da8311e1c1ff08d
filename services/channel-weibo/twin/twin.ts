import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineTwin, escapeHtml, Shelf, wallPage } from '@towncrier/channel-testkit';
import { z } from 'zod';

interface Posted {
  id: string;
  text: string;
  at: string;
  visible: boolean;
}

const refusal = (error_code: number, error: string, request: string) => ({ error, error_code, request });
const share = z.object({
  access_token: z.string(),
  status: z.string().default(''),
  rip: z.string().optional(),
});
const pages = z.object({
  count: z.coerce.number().min(1).max(100).default(20),
  page: z.coerce.number().min(1).default(1),
});
/** `Tue May 31 17:46:55 +0800 2011` */
const platformTime = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000)
    .toUTCString()
    .replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0800 $4');

/** 140 汉字: CJK counts 1, ASCII half, a link ten. */
const length = (text: string): number => {
  const bare = text.replace(/https?:\/\/\S+/g, '');
  const links = (text.match(/https?:\/\/\S+/g) ?? []).length;
  return (
    Math.ceil([...bare].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 128 ? 0.5 : 1), 0)) + links * 10
  );
};

/** An account on the platform: one write call, no delete, error bodies as the platform words them. */
export const twin = defineTwin({
  id: 'weibo',
  title: '微博',
  faults: ['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd'],
  start: async (http, at, fault) => {
    const statuses = await Shelf.open<Posted>(join(at.data, 'statuses.json'));
    const asStatus = (p: Posted) => ({
      id: Number(p.id),
      idstr: p.id,
      mid: p.id,
      text: p.text,
      created_at: platformTime(p.at),
      source: '告示',
      user: { id: 1404376560, idstr: '1404376560', screen_name: '美丽开远' },
    });
    http.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    );

    http.post('/2/statuses/share.json', async (request, reply) => {
      const asked = share.safeParse(request.body);
      if (!asked.success)
        return reply.code(400).send(refusal(10016, 'miss required parameter (access_token)', request.url));
      const text = asked.data.status.trim();
      if (fault('deny') !== null) return reply.code(403).send(refusal(21327, 'expired_token', request.url));
      if (fault('busy') !== null)
        return reply.code(503).send(refusal(10009, 'Too many pending tasks, system is busy!', request.url));
      if (fault('refuse') !== null)
        return reply.code(400).send(refusal(20021, 'content is illegal!', request.url));
      if (asked.data.rip === undefined)
        return reply.code(400).send(refusal(10016, 'miss required parameter (rip)', request.url));
      if (text === '') return reply.code(400).send(refusal(20008, 'content is null!', request.url));
      if (!/https?:\/\//.test(text))
        return reply.code(400).send(refusal(10017, 'text not find domain!', request.url));
      if (length(text) > 140)
        return reply
          .code(400)
          .send(refusal(20012, 'Text too long, please input text less than 140 characters!', request.url));
      if (statuses.items.some((s) => s.visible && s.text === text))
        return reply.code(400).send(refusal(20019, 'repeat content!', request.url));
      const slow = fault('slow');
      const posted = (words: string, ahead: number): Posted => ({
        id: String(5_000_000_000_000_001n + BigInt(statuses.items.length + ahead)),
        text: words,
        at: new Date().toISOString(),
        visible: true,
      });
      const made = posted(text, 0);
      const others = fault('crowd') === null ? 0 : 250;
      statuses.items.push(
        made,
        ...Array.from({ length: others }, (_, i) =>
          posted(`其他部门的微博 ${statuses.items.length}-${i}`, i + 1),
        ),
      );
      await statuses.save();
      if (fault('hang-after-accept') !== null) await sleep(600_000, undefined, { ref: false });
      if (slow !== null) await sleep(slow.ms, undefined, { ref: false });
      return asStatus(made);
    });

    http.get('/2/statuses/show.json', async (request, reply) => {
      const { id } = request.query as { id?: string };
      const found = statuses.items.find((s) => s.id === id && s.visible);
      return found === undefined
        ? reply.code(400).send(refusal(20101, 'target weibo does not exist!', request.url))
        : asStatus(found);
    });

    http.get('/2/statuses/user_timeline.json', (request) => {
      const asked = pages.parse(request.query);
      const all = statuses.items.filter((s) => s.visible).toReversed();
      return {
        statuses: all.slice((asked.page - 1) * asked.count, asked.page * asked.count).map(asStatus),
        total_number: all.length,
      };
    });

    /** A person deletes one in the app; there is no call for it. */
    http.post('/app/delete/:id', async (request, reply) => {
      const found = statuses.items.find((s) => s.id === (request.params as { id: string }).id);
      if (found !== undefined) {
        found.visible = false;
        await statuses.save();
      }
      return reply.code(204).send();
    });
    http.get('/:user/:id', async (request, reply) => {
      const found = statuses.items.find((s) => s.id === (request.params as { id: string }).id && s.visible);
      return reply
        .code(found === undefined ? 404 : 200)
        .type('text/html; charset=utf-8')
        .send(wallPage('微博', style, `<main>${found === undefined ? '微博不存在' : card(found)}</main>`));
    });

    return {
      shown: () =>
        Promise.resolve(
          statuses.items.map((s) => ({
            id: s.id,
            about: /\/n\/([0-9A-Z]{8})\.html/.exec(s.text)?.[1] ?? null,
            target: '美丽开远',
            text: s.text,
            visible: s.visible,
            at: s.at,
          })),
        ),
      clear: () => statuses.clear(),
      wall: () =>
        wallPage(
          '微博',
          style,
          `<main>${
            statuses.items
              .filter((s) => s.visible)
              .toReversed()
              .slice(0, 30)
              .map(card)
              .join('') || '<p class="none">还没有微博</p>'
          }</main>`,
        ),
      close: () => Promise.resolve(),
    };
  },
});

const style =
  'main{max-width:560px;margin:0 auto;padding:12px}.s{background:#fff;border-radius:8px;padding:14px 16px;margin-bottom:10px}.h{display:flex;gap:10px;align-items:center;margin-bottom:6px}.h i{width:36px;height:36px;border-radius:50%;background:#d9363e;color:#fff;font-style:normal;display:grid;place-items:center}.h b{color:#d97706}.h small,.none{color:#8a9099}a{color:#2563eb;word-break:break-all}';

function card(s: Posted): string {
  const text = escapeHtml(s.text).replace(
    /https?:\/\/[^\s&<]+/g,
    (url) => `<a href="${url}" target="_blank">${url}</a>`,
  );
  return `<article class="s"><div class="h"><i>开</i><span><b>美丽开远</b><br><small>${new Date(s.at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })} 来自 告示</small></span></div><div>${text}</div></article>`;
}
