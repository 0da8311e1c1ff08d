import { escapeHtml, type Fault, type HostedTwin } from '@towncrier/channel-testkit';
import { markup } from '@towncrier/pages';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** What a newcomer may break, in words; what only tests need is not among them. */
const faultWords = {
  busy: '平台繁忙',
  slow: '答复变慢',
  'hang-after-accept': '收下后不答复',
  deny: '凭证失效',
  refuse: '拒收内容',
} as const satisfies Partial<Record<Fault['kind'], string>>;
type Offered = keyof typeof faultWords;
const offered = Object.keys(faultWords) as readonly Offered[];

/** Broken until somebody mends it; slow is this slow (ms). */
const forLong = 1000;
const slowMs = 20_000;

export interface Switches {
  readonly can: readonly Offered[];
  readonly on: readonly Offered[];
}

export const switchesOf = ({ twin, faulty }: Pick<HostedTwin, 'twin' | 'faulty'>): Switches => ({
  can: offered.filter((kind) => twin.faults.includes(kind)),
  on: offered.filter((kind) => faulty.some((fault) => fault.kind === kind)),
});

/** The switches of one twin; plain forms, so that the wall needs no program. */
export function faultBar(channel: string, { can, on }: Switches): string {
  const buttons = can
    .filter((kind) => !on.includes(kind))
    .map((kind) => `<button name="break" value="${kind}">${faultWords[kind]}</button>`);
  return markup`
    <form class="faults${on.length > 0 ? ' broken' : ''}" method="post" action="/faults">
      <input type="hidden" name="channel" value="${escapeHtml(channel)}">
      ${
        on.length > 0
          ? `<strong>已弄坏：${on.map((kind) => faultWords[kind]).join('、')}</strong><button name="mend" value="yes">修好</button>`
          : '<span>弄坏它：</span>'
      }
      ${buttons}
    </form>
  `;
}

const asked = z.union([
  z.object({ channel: z.string(), break: z.enum(offered) }),
  z.object({ channel: z.string(), mend: z.literal('yes') }),
]);

/** `POST /faults`: breaks a twin or mends it, and leads back to the wall. Only the wall itself may ask. */
export function mountSwitches(
  http: FastifyInstance,
  find: (channel: string) => Pick<HostedTwin, 'twin' | 'fault' | 'heal'> | null,
): void {
  const forms = 'application/x-www-form-urlencoded';
  http.addContentTypeParser(forms, { parseAs: 'string' }, (_request, text, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(text))));
  });
  http.post('/faults', async (request, reply) => {
    const { origin, host } = request.headers;
    if (origin === undefined || origin === 'null' || new URL(origin).host !== host)
      return reply.code(403).send({ error: '请在仿真墙上操作' });
    const read = asked.safeParse(request.body);
    const twin = read.success ? find(read.data.channel) : null;
    if (!read.success || twin === null) return reply.code(400).send({ error: '没有这个仿真端或这种故障' });
    if ('mend' in read.data) twin.heal();
    else if (twin.twin.faults.includes(read.data.break))
      twin.fault({ kind: read.data.break, times: forLong, ms: read.data.break === 'slow' ? slowMs : 0 });
    return reply.redirect('/', 303);
  });
}
