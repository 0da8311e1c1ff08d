import { json, problems } from '../../http/responses.ts';
import { surrounding } from '../surrounding.ts';
import { openAreas } from './area.files.ts';
import { areaList, AreasController } from './areas.controller.ts';
import { AreasDesk } from './areas.desk.ts';

export const areasSubject = surrounding({
  name: 'areas',
  description: 'Divisions of the county, and kinds of places',
  chapter: 32,
  needs: {},
  compose: async ({ parts, access }) =>
    new AreasDesk(await openAreas(parts.settings.TOWNCRIER_DATA), access.organisations),
  gives: (areas) => ({
    instances: [areas],
    answers: { audienceObjection: (audience) => areas.objectionTo(audience) },
    checks: [{ looksAt: 'elements', look: ({ audience }) => areas.findings(audience) }],
  }),
  controllers: [AreasController],
  paths: {
    '/api/v1/areas': {
      get: {
        operationId: 'listAreas',
        tags: ['areas'],
        summary: 'Divisions by their twelve-digit codes; `within` is the next one around',
        responses: {
          200: json('Divisions and kinds of places', areaList, {
            items: [{ code: '532502002000', name: '灵泉街道', within: '532502000000' }],
            venues: [{ id: 'coach-station', title: '客运站' }],
          }),
          ...problems(401),
        },
      },
    },
  },
});
