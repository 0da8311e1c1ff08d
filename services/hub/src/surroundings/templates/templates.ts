import { z } from 'zod';
import { template, type Template } from './template.ts';
import data from './templates.json' with { type: 'json' };

/** The commonest notices of a county, as they are usually written. */
export const templates: readonly Template[] = z.array(template).parse(data);
