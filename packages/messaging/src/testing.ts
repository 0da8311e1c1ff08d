export { startNats, type NatsServer, type NatsServerOptions } from './testing/nats-server.ts';
