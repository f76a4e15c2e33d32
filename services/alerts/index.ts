export { countWaiting } from './alert-status.ts'
export { composeAlert } from './compose-alert.ts'
export { endpointNotices } from './endpoint-notices.ts'
export { alertId, enqueueAlert } from './enqueue-alert.ts'
export { listEndpoints, showEndpoint } from './list-endpoints.ts'
export { afterAlert, listAlerts } from './queries.ts'
export { createReceiver, type Receiver } from './receiver.ts'
export { type DeliveryResult, isGone, recordAttempt } from './record-attempt.ts'
export { createRelay, type Relay } from './relay.ts'
export { type Resending, replayAlerts, resendAlert } from './resend.ts'
export { changeEndpoint, makeEndpoint, rotateSecret } from './set-endpoints.ts'
export { isSecret, newSecret, secretMark } from './sign.ts'
export {
  endpointsWait,
  type FollowedEndpoint,
  followEndpoints,
  switchOff,
  switchOn,
} from './switch-endpoints.ts'
export { followDepartment } from './take-up.ts'
export type { Released, Telling } from './telling.ts'
export { noteTest, tryEndpoint } from './test-endpoint.ts'
