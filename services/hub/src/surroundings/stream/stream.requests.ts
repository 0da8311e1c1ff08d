import { z } from 'zod';

export const streamQuery = z.object({
  after: z.string().max(100).optional().meta({
    description: 'The `id` of the last line that was heard, where the browser does not send `Last-Event-ID`',
  }),
});
