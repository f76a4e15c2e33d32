export { noteDue, noteDueOf, takeDue } from './due.ts'
export { groupOf } from './group.ts'
export { forgetPeers } from './publish.ts'
export { peersOf } from './queries.ts'
export {
  explainedByPeers,
  type Ground,
  type GroupsOn,
  type PeerEvidence,
  peerEvidence,
  publishedGroups,
  reckonedGroups,
} from './weigh.ts'
