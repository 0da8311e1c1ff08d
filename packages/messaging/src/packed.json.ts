import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** Smaller ones are sent as they are. */
const packedFromBytes = 256 * 1024;
/** What is unpacked beyond this was not sent by us. */
const largestBytes = 64 * 1024 * 1024;

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/**
 * Questions and answers as bytes. Large ones are packed: a register of ten thousand targets is many times
 * what the broker lets through (`max_payload`), packed it is a part of it.
 */
export async function packJson(value: unknown): Promise<Uint8Array> {
  const bytes = Buffer.from(JSON.stringify(value));
  return bytes.length < packedFromBytes ? bytes : pack(bytes, { level: 1 });
}

/** Reads both forms: no JSON begins as gzip does. @throws when it is neither */
export async function unpackJson(data: Uint8Array): Promise<unknown> {
  const isPacked = data[0] === 0x1f && data[1] === 0x8b;
  const bytes = isPacked ? await unpack(data, { maxOutputLength: largestBytes }) : Buffer.from(data);
  return JSON.parse(bytes.toString('utf8'));
}
