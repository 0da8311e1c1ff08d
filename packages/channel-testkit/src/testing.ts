export { describeChannel, type ConformanceOptions } from './describe.channel.ts';
export { ChannelLab, type LabOptions } from './channel.lab.ts';
export { MemoryBroker } from './memory.broker.ts';
export { releasedEvent, sampleContent, sampleEdition, withdrawnEvent } from './editions.ts';
