import fastifyStatic from '@fastify/static';
import { surrounding } from '../surrounding.ts';
import { ConsoleController } from './console.controller.ts';
import { ConsoleFiles } from './console.files.ts';

/** The built console, at every address that nobody else answers. */
export const consoleSubject = surrounding({
  name: 'console',
  description: 'The pages of the console',
  chapter: 210,
  needs: {},
  compose: async ({ parts }) => new ConsoleFiles(parts.settings.CONSOLE_DIR),
  gives: (files) => ({
    instances: [files],
    mount: async (http) => {
      // the build lays what is compressed beside each file
      await http.register(fastifyStatic, { serve: false, root: files.root, preCompressed: true });
    },
  }),
  controllers: [ConsoleController],
  paths: {},
});
