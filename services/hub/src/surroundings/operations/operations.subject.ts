import { surrounding } from '../surrounding.ts';
import { MatrixController } from './matrix.controller.ts';
import { MatrixExport } from './matrix.export.ts';
import { MonitorClient } from './monitor.client.ts';
import { operationsPaths } from './operations.paths.ts';

export const operationsSubject = surrounding({
  name: 'operations',
  description: 'What people do about deliveries; each act leaves its line in the audit',
  chapter: 195,
  needs: {},
  compose: async ({ parts, audit, access, publications }) => {
    const monitor = new MonitorClient(parts.settings);
    const channels = async () =>
      (await publications.directory.list()).map(({ id, doc }) => ({ id, title: doc.announced.title }));
    const organisations = async () =>
      new Map((await access.organisations.list()).map(({ code, name }) => [code, name]));
    const at = { monitor, trail: audit.trail, clock: parts.clock };
    return { matrix: new MatrixExport({ ...at, channels, organisations }) };
  },
  gives: ({ matrix }) => ({ instances: [matrix] }),
  controllers: [MatrixController],
  paths: operationsPaths,
});
