import { cryptoMining } from './crypto-mining.ts'
import type { Detector } from './detector.ts'
import { inductionFurnace } from './induction-furnace.ts'
import { licenceExcess } from './licence-excess.ts'
import { restart } from './restart.ts'
import { surge } from './surge.ts'

export { COMMON_PARAMETERS, explainInFull } from './common-evidence.ts'
export type { DayFeatures } from './day-features.ts'
export type { DayBlock } from './day-slots.ts'
export type { Detector, DetectorWindow, RegistryFacts, WatchFacts } from './detector.ts'
export { WINDOW_DAYS } from './detector.ts'
export { FEATURE_NAMES, FEATURES_VERSION, packFeatures, unpackFeatures } from './feature-row.ts'
export { type DayContext, extractDayFeatures } from './measure-day.ts'
export { extractRegisterFeatures, type RegisterDay } from './measure-register-day.ts'
export {
  type Move,
  movedWithPeers,
  movesBehind,
  type OwnDay,
  type PeerSpreads,
} from './moved-with-peers.ts'
export { measurePeerDay, PEER_MEASURES, type PeerMeasure, peerValue } from './peer-day.ts'
export { noPeers, PEERS_MOVED, peerFacts } from './peer-evidence.ts'
export { type Trade, tradeOf } from './registry.ts'
export { WATCH_PLACES, WATCH_REASONS, watchWords } from './watch-words.ts'

/** Every detector there is. */
export const detectors: readonly Detector[] = [inductionFurnace, cryptoMining, restart, surge, licenceExcess]
