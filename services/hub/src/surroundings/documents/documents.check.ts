import type { EditionContent } from '@towncrier/contracts';
import type { Finding } from '../../http/problem.ts';
import { documentNumberFault } from './document-number.ts';
import type { IndexNumbers } from './index.numbers.ts';

/** Numbers and dates in the head of an edition. */
export async function documentFindings(
  publication: string,
  { header }: EditionContent,
  numbers: IndexNumbers,
): Promise<readonly Finding[]> {
  const holder = header.indexNumber === undefined ? undefined : await numbers.holder(header.indexNumber);
  const fault = header.documentNumber === undefined ? null : documentNumberFault(header.documentNumber);
  const { writtenOn, publishedOn } = header;
  return [
    ...(holder === undefined || holder === publication
      ? []
      : [
          {
            rule: 'index-number',
            severity: 'block' as const,
            field: 'header.indexNumber',
            message: `索引号 ${header.indexNumber} ${holder === null ? '没有发放过' : `属于发布件 ${holder}`}。`,
            remedy: '请删去，送审时由系统编号。',
            source: '县级规则：索引号',
          },
        ]),
    ...(fault === null
      ? []
      : [
          {
            rule: 'document-number',
            severity: 'advise' as const,
            field: 'header.documentNumber',
            message: `${fault.message}。`,
            remedy:
              fault.better === null ? '请按“开政办发〔2026〕8号”的形式书写。' : `应为“${fault.better}”。`,
            source: 'GB/T 9704-2012 7.2.5',
          },
        ]),
    ...(writtenOn !== undefined && publishedOn !== undefined && publishedOn < writtenOn
      ? [
          {
            rule: 'dates',
            severity: 'block' as const,
            field: 'header.publishedOn',
            message: `发布日期 ${publishedOn} 早于成文日期 ${writtenOn}。`,
            remedy: '请核对两个日期。',
            source: '《政府信息公开条例》第二十六条',
          },
        ]
      : []),
  ];
}
