import { Module, type DynamicModule } from '@nestjs/common';
import type { Hub } from './compose.ts';
import { ConsoleController } from './surroundings/console/console.controller.ts';
import { OpenApiController } from './http/openapi.controller.ts';
import { SignedInGuard } from './access/signed-in.guard.ts';
import { DeliveriesConsumer } from './surroundings/reconciler/deliveries.consumer.ts';
import { subjects } from './subjects.ts';

/** Every controller that answers HTTP; the console's catch-all comes last. */
export const controllers = [...subjects.flatMap((s) => s.controllers), OpenApiController, ConsoleController];

@Module({})
export class AppModule {
  static of(hub: Hub): DynamicModule {
    return {
      module: AppModule,
      controllers: [...controllers, DeliveriesConsumer],
      providers: [SignedInGuard, ...hub.providers],
    };
  }
}
