import type { EditionContent } from '@towncrier/contracts';

/** 羊街乡人民政府, 灵泉街道办事处: of their county there is no other. */
const below = /^.{1,5}?[市县区州](?=.{1,6}(?:乡|镇|街道|村|社区))/u;
const county = /^.{1,5}?([市县区州])(?=[^市县区州].{2})/u;

/**
 * Which body speaks, as short as a reader of the county understands it: 市交通运输局; of several the first,
 * 市医疗保障局等2家.
 */
export function speakerOf({ header: { issuer } }: Pick<EditionContent, 'header'>): string {
  const [first = issuer, ...others] = issuer.split('、');
  const short = first.replace(below, '').replace(county, '$1');
  return others.length === 0 ? short : `${short}等${others.length + 1}家`;
}

/** As `speakerOf`, with a colon, for the words in front of a title; empty where that names the body itself. */
export function speakerBefore(title: string, { header }: Pick<EditionContent, 'header'>): string {
  const short = speakerOf({ header });
  return title.includes(header.issuer) || title.includes(short) ? '' : `${short}：`;
}
