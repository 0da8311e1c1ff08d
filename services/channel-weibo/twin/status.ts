import type { Found } from './accounts.ts';

/** `Tue May 31 17:46:55 +0800 2011` */
export const platformTime = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000)
    .toUTCString()
    .replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0800 $4');

/** 140 汉字: CJK counts 1, ASCII half, a link ten. */
export function length(text: string): number {
  const bare = text.replace(/https?:\/\/\S+/g, '');
  const links = (text.match(/https?:\/\/\S+/g) ?? []).length;
  const words = [...bare].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 128 ? 0.5 : 1), 0);
  return Math.ceil(words) + links * 10;
}

/** As the platform's API tells it. `url`: its own address. */
export const asStatus = ({ status: p, account }: Found, url: string): object => ({
  id: Number(p.id),
  idstr: p.id,
  mid: p.id,
  text: p.text,
  created_at: platformTime(p.at),
  source: '告示',
  ...(p.picture === undefined ? {} : picturesOf(p.picture, url)),
  user: { id: Number(account.uid), idstr: account.uid, screen_name: account.title },
});

/** The platform has three sizes; the twin keeps one. */
const picturesOf = (name: string, url: string): object => ({
  thumbnail_pic: `${url}/large/${name}`,
  bmiddle_pic: `${url}/large/${name}`,
  original_pic: `${url}/large/${name}`,
});
