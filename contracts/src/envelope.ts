import { z } from 'zod';

/** CloudEvents 1.0 attributes (structured JSON mode) plus the distributed tracing extension. */
export interface Envelope<T> {
  readonly specversion: '1.0';
  /** Unique per event; also the broker's message id. */
  readonly id: string;
  /** `towncrier.<name>.v<major>` */
  readonly type: string;
  /** Which service says it, e.g. `/hub`. */
  readonly source: string;
  /** What it is about: a publication or delivery id. */
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly traceparent?: string | undefined;
  readonly data: T;
}

export const envelopeAttributes = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(200),
  type: z.string().startsWith('towncrier.'),
  source: z.string().min(1),
  subject: z.string().min(1),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  traceparent: z.string().optional(),
  data: z.unknown(),
});

export interface EventContract<D extends z.ZodType> {
  /** e.g. `edition-released.v1` */
  readonly name: string;
  readonly type: string;
  readonly data: D;
  readonly schema: z.ZodType<Envelope<z.infer<D>>>;
  create(fields: {
    id: string;
    source: string;
    subject: string;
    time: string;
    traceparent?: string | undefined;
    data: z.infer<D>;
  }): Envelope<z.infer<D>>;
}

/** Readers ignore unknown fields; writers never send them (`create` parses). */
export function defineEvent<D extends z.ZodType>(name: string, data: D): EventContract<D> {
  const type = `towncrier.${name}`;
  const whole: z.ZodType = envelopeAttributes
    .extend({ type: z.literal(type), data })
    .meta({ id: name, title: name });
  // For a schema of data yet to come, nobody can tell that it makes the key required; every event has data.
  const schema = whole as z.ZodType<Envelope<z.infer<D>>>;
  return {
    name,
    type,
    data,
    schema,
    create: (fields) =>
      schema.parse({ specversion: '1.0', type, datacontenttype: 'application/json', ...fields }),
  };
}
