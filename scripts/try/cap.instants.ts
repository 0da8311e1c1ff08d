const instants = /(<(?:\w+:)?(?:sent|effective|onset|expires)>)\s*([^<]+?)\s*(<\/)/g;

/**
 * The message as if it were sent at `now`: all its instants move by as much, so that an example stays valid and
 * is a new message each time. What does not say when it was sent stays as it is: the hub tells what is wrong.
 */
export function asSentAt(xml: string, now: Date): string {
  const sent = Date.parse(/<(?:\w+:)?sent>\s*([^<]+?)\s*</.exec(xml)?.[1] ?? '');
  if (Number.isNaN(sent)) return xml;
  const later = now.getTime() - sent;
  return xml.replace(instants, (all, open: string, instant: string, close: string) => {
    const at = Date.parse(instant);
    return Number.isNaN(at) ? all : `${open}${inChina(at + later)}${close}`;
  });
}

/** RFC 3339 to the second, in China. */
const inChina = (at: number): string =>
  `${new Date(at + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '')}+08:00`;
