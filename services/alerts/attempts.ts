import type { Selectable } from 'kysely'
import type { AlertAttempt } from '../../schemas/alert.ts'
import type { Tables } from '../adapters/store/index.ts'

export const asAttempt = (row: Selectable<Tables['attempt']>): AlertAttempt => ({
  alertId: row.alert_id,
  endpointId: row.endpoint_id,
  number: row.number,
  at: new Date(row.at).toISOString(),
  url: row.url,
  status: row.status,
  error: row.error,
  durationMs: row.duration_ms,
})
