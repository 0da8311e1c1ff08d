import type { Survey } from '../../packages/storage/src/survey.finding.ts';

/** What one service's collections are like. */
export interface ServiceSurvey {
  readonly service: string;
  readonly surveys: readonly Survey[];
}

/** So many faults of a collection are named; the rest is counted. */
const named = 3;

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

/** Would everything open? */
export const isSound = (found: readonly ServiceSurvey[]): boolean =>
  found.every(({ surveys }) => surveys.every(({ faults }) => faults.length === 0));

/** What was found, for the person who is about to start a new release; nothing was changed. */
export function reportOf(found: readonly ServiceSurvey[]): string {
  const services = found.flatMap(({ service, surveys }) => {
    const lines = surveys.flatMap(linesOf);
    const documents = surveys.reduce((sum, survey) => sum + survey.documents, 0);
    const head = `${service}: ${counted(surveys.length, 'collection')}, ${counted(documents, 'document')}`;
    return [head, ...indented(lines)];
  });
  return [...services, verdictOn(found)].join('\n');
}

/** One line for what will move, and what stands in the way. */
function linesOf({ collection, documents, held, wanted, faults }: Survey): readonly string[] {
  const moves =
    held < wanted
      ? [`${collection}: version ${held} → ${wanted}, ${counted(documents, 'document')} to be brought up`]
      : [];
  const rest = faults.length - named;
  return [
    ...moves,
    ...faults.slice(0, named).map((fault) => `✗ ${fault}`),
    ...(rest > 0 ? [`✗ and ${rest} more of ${collection}`] : []),
  ];
}

function verdictOn(found: readonly ServiceSurvey[]): string {
  const all = found.flatMap(({ surveys }) => surveys);
  const faults = all.reduce((sum, survey) => sum + survey.faults.length, 0);
  if (faults > 0)
    return `${counted(faults, 'fault')}: this release cannot work with these data. Correct its migration or schema, or start the release that wrote them.`;
  const moving = all.filter(({ held, wanted }) => held < wanted).length;
  return moving === 0
    ? 'Everything opens as it is.'
    : `Everything opens; ${counted(moving, 'collection')} to be brought up by \`npm run migrate\`, or by the next start.`;
}
