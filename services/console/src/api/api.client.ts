import type { Finding, MergeRegion } from './api.types.ts';

/** RFC 9457 problem details as the hub words them. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code?: string;
  readonly conflict?: readonly MergeRegion[];
  readonly findings?: readonly Finding[];
  readonly problems?: readonly {
    readonly channel: string;
    readonly message: string;
    readonly remedy: string;
  }[];
}

export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(
      [
        problem.detail ?? problem.title,
        ...(problem.findings ?? []).map((f) => `${f.message}${f.remedy}`),
        ...(problem.problems ?? []).map((p) => `${p.channel}：${p.message}${p.remedy}`),
      ].join('\n'),
    );
  }
}

let csrf = '';
export const rememberCsrf = (token: string): void => {
  csrf = token;
};

/** @throws Refused with words for the person who asked */
export function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> {
  return answered<T>(
    fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'x-csrf-token': csrf }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

/** Sends one file. @throws Refused with words for the person who asked */
export async function upload<T>(path: string, file: File): Promise<T> {
  const form = new FormData();
  form.set('file', file);
  return answered<T>(
    fetch(`/api/v1${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'x-csrf-token': csrf },
      body: form,
    }),
  );
}

async function answered<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked.catch(() => {
    throw new Refused({
      title: '无法连接',
      status: 0,
      detail: '无法连接服务器，请检查网络后重试；已填写的内容不会丢失。',
    });
  });
  const text = await response.text();
  if (response.ok) return (text === '' ? null : JSON.parse(text)) as T;
  throw new Refused(problemIn(text, response.status));
}

function problemIn(text: string, status: number): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return { title: `服务器返回 ${status}`, status };
  }
}
