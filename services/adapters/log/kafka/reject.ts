import type { RejectedMessage } from '../port.ts'
import type { Outgoing } from './client.ts'

/** As much as the reject book keeps of a line */
const BYTES_KEPT = 1_000

/** A message for `meter.rejected`: as it arrived, with the reason in headers. */
export const rejectOf = ({ key, value, headers, reason, detail, source }: RejectedMessage): Outgoing => ({
  key: key && Buffer.from(key),
  value: value && Buffer.from(value),
  headers: {
    ...Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text, 'latin1')])),
    reason,
    detail,
    source,
  },
})

/** A bad message must not stop good ones by its size: where there is no room, its beginning is kept. */
export const shortened = ({ key, value, headers = {} }: Outgoing): Outgoing => {
  const { reason = '', detail = '', source = '' } = headers
  const whole = Buffer.from(value ?? '')
  return {
    key: key && Buffer.from(key).subarray(0, BYTES_KEPT),
    value: whole.subarray(0, BYTES_KEPT),
    headers: { reason, detail, source, cut: String(whole.length) },
  }
}
