import { createHash } from 'node:crypto';
import { sameSecret } from '@towncrier/secrets';
import { XMLParser } from 'fast-xml-parser';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/**
 * Signature of callbacks: SHA-1 over token, timestamp and nonce, sorted and joined (公众平台 消息加解密
 * 接入指南).
 */
export function callbackSignature(token: string, timestamp: string, nonce: string): string {
  return createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
}

const query = z.object({
  signature: z.string(),
  timestamp: z.string(),
  nonce: z.string(),
  echostr: z.string().optional(),
});
const finished = z.looseObject({
  xml: z.looseObject({
    Event: z.literal('PUBLISHJOBFINISH'),
    PublishEventInfo: z.looseObject({ publish_id: z.union([z.string(), z.number()]).transform(String) }),
  }),
});
const parser = new XMLParser({ parseTagValue: false, processEntities: false });

export interface CallbackParts {
  /** @returns what signs the callbacks of an account; null when there is none */
  readonly tokenOf: (account: string) => Promise<string | null>;
  readonly onJob: (account: string, publishId: string) => void;
}

const path = '/callbacks/wechat/:account';
interface Asked {
  readonly Params: { readonly account: string };
}

/**
 * The platform tells when a publish job is over, at an address of each account. Only a hint to look now: what
 * counts is what `freepublish/get` says.
 */
export function mountCallback(http: FastifyInstance, { tokenOf, onJob }: CallbackParts): void {
  const genuine = async (account: string, raw: unknown): Promise<z.infer<typeof query> | null> => {
    const asked = query.safeParse(raw);
    const token = asked.success ? await tokenOf(account) : null;
    if (!asked.success || token === null) return null;
    const right = callbackSignature(token, asked.data.timestamp, asked.data.nonce);
    return sameSecret(asked.data.signature, right) ? asked.data : null;
  };
  http.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  http.get<Asked>(path, async (request, reply) => {
    const asked = await genuine(request.params.account, request.query);
    return asked === null
      ? reply.code(403).send('bad signature')
      : reply.type('text/plain').send(asked.echostr ?? '');
  });
  http.post<Asked>(path, async (request, reply) => {
    const { account } = request.params;
    if ((await genuine(account, request.query)) === null) return reply.code(403).send('bad signature');
    const told = finished.safeParse(readXml(request.body));
    if (told.success) onJob(account, told.data.xml.PublishEventInfo.publish_id);
    return reply.type('text/plain').send('success');
  });
}

function readXml(body: unknown): unknown {
  try {
    return parser.parse(String(body)) as unknown;
  } catch {
    return null;
  }
}
