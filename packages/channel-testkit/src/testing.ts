export { describeChannel } from './describe.channel.ts';
export type { ConformanceOptions } from './conformance.options.ts';
export { ChannelLab, type LabOptions } from './channel.lab.ts';
export { MemoryBroker } from './memory.broker.ts';
export { releasedEvent, sampleContent, sampleEdition, withdrawnEvent } from './editions.ts';
export { addTarget, changeTarget } from './register.change.ts';
