export { type DistrictDay, noteDue, noteDueOf, takeDue } from './due.ts'
export { groupOf, PEERS_LEAST } from './group.ts'
export { forgetPeers } from './publish.ts'
export { peersOf } from './queries.ts'
export {
  explainedByPeers,
  type Ground,
  type GroupsOn,
  groupsAsked,
  type PeerEvidence,
  peerEvidence,
  publishedGroups,
  reckonedGroups,
} from './weigh.ts'
