import { createRequire } from 'node:module';
import type * as Dysms from '@alicloud/dysmsapi20170525';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { FarEndBusy, OutcomeUnknown } from '@towncrier/channel-kit';
import { z } from 'zod';
import type { RouteFacts } from './route.ts';
import { smsError, smsHttpError } from './sms.errors.ts';

/** An account at the provider. */
export interface Account {
  readonly keyId: string;
  readonly keySecret: string;
}

/** One message as the provider remembers it. `status` 1 waiting, 2 failed, 3 delivered. */
export interface SendDetail {
  readonly phone: string;
  readonly content: string;
  readonly outId: string;
  readonly status: number;
}

/** The most that QuerySendDetails gives at a time. */
const pageLimit = 50;

const thrown = z.looseObject({
  code: z.string().default(''),
  message: z.string().default(''),
  statusCode: z.number().optional(),
});

/** The SDK is CommonJS with a class as `default`; required, it looks the same under every loader. */
const {
  default: Client,
  QuerySendDetailsRequest,
  SendSmsRequest,
} = createRequire(import.meta.url)('@alicloud/dysmsapi20170525') as typeof Dysms.default;

/**
 * The wire of Dysmsapi through the provider's own SDK; no decisions. Business failures arrive as HTTP 200
 * with a `Code`.
 */
export class SmsClient {
  private readonly client: InstanceType<typeof Client>;

  constructor(
    base: string,
    { keyId, keySecret }: Account,
    private readonly clock: () => Date,
  ) {
    const url = new URL(base);
    this.client = new Client(
      new $OpenApiUtil.Config({
        accessKeyId: keyId,
        accessKeySecret: keySecret,
        endpoint: url.host,
        protocol: url.protocol === 'http:' ? 'HTTP' : 'HTTPS',
      }),
    );
  }

  /** @returns the provider's receipt id (BizId) for up to 1000 numbers */
  async send(
    phones: readonly string[],
    { signature, template }: Pick<RouteFacts, 'signature' | 'template'>,
    text: string,
    outId: string,
    signal: AbortSignal,
  ): Promise<string> {
    const request = new SendSmsRequest({
      phoneNumbers: phones.join(','),
      signName: signature,
      templateCode: template,
      templateParam: JSON.stringify({ text }),
      outId,
    });
    const { body } = await this.within(this.client.sendSms(request), signal);
    if (body?.code !== 'OK' || body.bizId === undefined)
      throw smsError(body?.code ?? 'no code', body?.message ?? '', this.clock());
    return body.bizId;
  }

  /**
   * All that was sent to one number on one day (`yyyyMMdd`, Asia/Shanghai), page by page.
   * @param receipt narrows it to one batch (BizId); null for all of that day
   */
  async *details(
    phone: string,
    day: string,
    receipt: string | null,
    signal: AbortSignal,
  ): AsyncIterable<SendDetail> {
    for (let page = 1; ; page += 1) {
      const request = new QuerySendDetailsRequest({
        phoneNumber: phone,
        sendDate: day,
        pageSize: pageLimit,
        currentPage: page,
        ...(receipt === null ? {} : { bizId: receipt }),
      });
      const { body } = await this.within(this.client.querySendDetails(request), signal);
      if (body?.code !== 'OK') throw smsError(body?.code ?? 'no code', body?.message ?? '', this.clock());
      const rows = body.smsSendDetailDTOs?.smsSendDetailDTO ?? [];
      yield* rows.map((d) => ({
        phone: d.phoneNum ?? '',
        content: d.content ?? '',
        outId: d.outId ?? '',
        status: Number(d.sendStatus ?? 1),
      }));
      if (rows.length < pageLimit) return;
    }
  }

  /** The SDK knows no AbortSignal; a call that is given up goes on by itself and its answer is dropped. */
  private async within<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const aborted = new Promise<never>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
    );
    try {
      return await Promise.race([call, aborted]);
    } catch (error) {
      call.catch(() => undefined);
      // The SDK drops the status of an answer that is no JSON, so nobody knows who gave it.
      if (error instanceof SyntaxError)
        throw new OutcomeUnknown('短信平台返回的不是 JSON，正在核实', { cause: error });
      const known = thrown.safeParse(error);
      if (known.success && known.data.code === 'ECONNREFUSED')
        throw new FarEndBusy('短信平台连接被拒绝，稍后重试', { cause: error });
      if (known.success && known.data.statusCode !== undefined)
        throw this.refused(known.data.code, known.data.statusCode, known.data.message);
      throw error;
    }
  }
  /** The SDK writes the word undefined where the answer had no code. */
  private refused(code: string, status: number, message: string): Error {
    return code === '' || code === 'undefined' ? smsHttpError(status) : smsError(code, message, this.clock());
  }
}
