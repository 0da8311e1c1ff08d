import { describeSubjects, type OpenApiDocument } from './http/openapi.ts';
import { floorSubjects, surroundings } from './subjects.registry.ts';

/** Everything the hub answers about. */
export const subjects = [...floorSubjects, ...surroundings];

export const openApiDocument = (): OpenApiDocument => describeSubjects(subjects);
