import { Module, type DynamicModule } from '@nestjs/common';
import { ChannelDirectory } from './channels/channel.directory.ts';
import { ChannelsController } from './channels/channels.controller.ts';
import type { Hub } from './compose.ts';
import { ConsoleController } from './console/console.controller.ts';
import { ConsoleFiles } from './console/console.files.ts';
import { OpenApiController } from './openapi/openapi.controller.ts';
import { SessionController } from './people/session.controller.ts';
import { SessionsService } from './people/sessions.service.ts';
import { SignInService } from './people/sign-in.service.ts';
import { SignedInGuard } from './people/signed-in.guard.ts';
import { SETTINGS } from './ports.ts';
import { DraftDesk } from './publications/draft.desk.ts';
import { PreviewsController } from './publications/previews.controller.ts';
import { PublicationsController } from './publications/publications.controller.ts';
import { PublicationsService } from './publications/publications.service.ts';
import { DeliveriesConsumer } from './reconciler/deliveries.consumer.ts';
import { ReleaseLedger } from './reconciler/release.ledger.ts';

/** Every controller that answers HTTP; the console's catch-all comes last. */
export const controllers = [
  SessionController, PublicationsController, PreviewsController, ChannelsController, OpenApiController, ConsoleController,
] as const;

@Module({})
export class AppModule {
  static of(hub: Hub): DynamicModule {
    return {
      module: AppModule,
      controllers: [...controllers, DeliveriesConsumer],
      providers: [
        SignedInGuard,
        { provide: SETTINGS, useValue: hub.parts.settings },
        { provide: SignInService, useValue: hub.signIns },
        { provide: SessionsService, useValue: hub.sessions },
        { provide: ChannelDirectory, useValue: hub.directory },
        { provide: DraftDesk, useValue: hub.drafts },
        { provide: PublicationsService, useValue: hub.publications },
        { provide: ReleaseLedger, useValue: hub.ledger },
        { provide: ConsoleFiles, useValue: hub.console },
      ],
    };
  }
}
