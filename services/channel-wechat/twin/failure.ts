import { randomUUID } from 'node:crypto';

export interface Failure {
  readonly errcode: number;
  readonly errmsg: string;
}

const part = (): string => randomUUID().slice(0, 8);

/** As the platform words it: HTTP 200 and a code, with the id of the request. */
export const failed = (errcode: number, errmsg: string): Failure => ({
  errcode,
  errmsg: `${errmsg} rid: ${part()}-${part()}`,
});
