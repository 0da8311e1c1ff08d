import type { EditionContent } from '@towncrier/contracts';
import type { Finding } from '../../http/problem.ts';
import { documentNumberFault } from './document-number.ts';
import type { IndexNumbers } from './index.numbers.ts';

type Header = EditionContent['header'];

/** Numbers and dates in the head of an edition. */
export async function documentFindings(
  publication: string | null,
  { header }: EditionContent,
  numbers: Pick<IndexNumbers, 'holder'>,
): Promise<readonly Finding[]> {
  return [
    ...(await indexNumberFinding(publication, header, numbers)),
    ...documentNumberFinding(header),
    ...datesFinding(header),
  ];
}

/** A number of our own form belongs to whom it was given, and to nobody else. */
async function indexNumberFinding(
  publication: string | null,
  { indexNumber }: Header,
  numbers: Pick<IndexNumbers, 'holder'>,
): Promise<Finding[]> {
  const holder = indexNumber === undefined ? undefined : await numbers.holder(indexNumber);
  if (holder === undefined || (holder !== null && holder === publication)) return [];
  return [
    {
      rule: 'index-number',
      severity: 'block',
      field: 'header.indexNumber',
      message: `索引号 ${indexNumber} ${holder === null ? '没有发放过' : `属于发布件 ${holder}`}。`,
      remedy: '请删去，送审时由系统编号。',
      source: '县级规则：索引号',
    },
  ];
}

function documentNumberFinding({ documentNumber }: Header): Finding[] {
  const fault = documentNumber === undefined ? null : documentNumberFault(documentNumber);
  if (fault === null) return [];
  return [
    {
      rule: 'document-number',
      severity: 'advise',
      field: 'header.documentNumber',
      message: `${fault.message}。`,
      remedy: fault.better === null ? '请按“开政办发〔2026〕8号”的形式书写。' : `应为“${fault.better}”。`,
      source: 'GB/T 9704-2012 7.2.5',
    },
  ];
}

function datesFinding({ writtenOn, publishedOn }: Header): Finding[] {
  if (writtenOn === undefined || publishedOn === undefined || publishedOn >= writtenOn) return [];
  return [
    {
      rule: 'dates',
      severity: 'block',
      field: 'header.publishedOn',
      message: `发布日期 ${publishedOn} 早于成文日期 ${writtenOn}。`,
      remedy: '请核对两个日期。',
      source: '《政府信息公开条例》第二十六条',
    },
  ];
}
