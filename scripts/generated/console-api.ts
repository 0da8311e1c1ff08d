import openapiTS, { astToString, stringToAST } from 'openapi-typescript';
import { notice, type Generated } from './notice.ts';
import { hubDocument } from './openapi.ts';

/**
 * The hub's resources and calls as types for the console: what `contracts/openapi.yaml` says of `/api/v1`,
 * without examples. Whatever is refused is refused with problem details.
 */
export async function consoleApi(): Promise<Generated[]> {
  const nodes = await openapiTS(JSON.stringify(await hubDocument(), lean), {
    // a field with a default may be left out of what is sent; answers name what they always have as required
    defaultNonNullable: false,
    silent: true,
    transform: ({ format }) => (format === 'binary' ? fileType : undefined),
  });
  const path = 'services/console/src/api/hub.generated.ts';
  return [{ path, text: `// ${notice}\n${astToString(nodes)}` }];
}

/** What a browser sends as a file. */
const fileType = (stringToAST('type Sent = Blob')[0] as { readonly type: never }).type;

const problem = {
  description: 'Refused, with the reason and what to do next',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } },
};

/** Leaves out what the console needs no type of. */
function lean(key: string, value: unknown): unknown {
  switch (key) {
    case 'example':
      return undefined;
    case 'paths':
      return chosen(value, (path) => path.startsWith('/api/v1/'));
    case 'responses':
      return { ...chosen(value, (status) => /^[23]/.test(status)), '4XX': problem };
    default:
      return value;
  }
}

const chosen = (all: unknown, keep: (key: string) => boolean): object =>
  Object.fromEntries(Object.entries(all as object).filter(([key]) => keep(key)));
