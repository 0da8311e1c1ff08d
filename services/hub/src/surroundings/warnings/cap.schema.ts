import { readFile } from 'node:fs/promises';
import { validateXML } from 'xmllint-wasm';
import { ProblemError } from '../../http/problem.ts';

const schema = readFile(new URL('../../../schemas/cap-1.2.xsd', import.meta.url), 'utf8');

/** Largest message (characters) that is looked at. */
export const capLimit = 200_000;

/** @throws ProblemError 422 `bad-cap` naming the first faults by line */
export async function requireValidCap(xml: string): Promise<void> {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml))
    throw bad('预警报文不得包含 DOCTYPE 或实体声明；请向发送方索取标准的 CAP 1.2 报文');
  const { valid, errors } = await validateXML({
    xml: { fileName: 'alert.xml', contents: xml },
    schema: { fileName: 'cap.xsd', contents: await schema },
  });
  if (valid) return;
  const faults = errors
    .slice(0, 3)
    .map((e) => (e.loc === null ? e.message : `第 ${e.loc.lineNumber} 行：${e.message}`));
  throw bad(`预警报文不符合 CAP 1.2 规范：${faults.join('；')}；请向发送方核对后重新导入`);
}

export const bad = (words: string): ProblemError => new ProblemError(422, 'bad-cap', words);
