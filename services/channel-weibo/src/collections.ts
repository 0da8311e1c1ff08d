/** All that this channel keeps: what the kit keeps for every channel. */
export { kitCollections as collections } from '@towncrier/channel-kit';
