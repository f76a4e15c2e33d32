import type { Account } from '../../schemas/account.ts'
import { CaseEvent, EndpointEvent } from '../../schemas/event.ts'
import { isOutside, sees, wallOf } from '../access/index.ts'
import type { EventRow } from './rows.ts'

/** What those outside the grid company hear of: how a case they were told of goes on. */
const TOLD_OUTSIDE: ReadonlySet<string> = new Set(
  [
    ...['release', 'acknowledge', 'handle', 'answer', 'pass', 'inspect', 'outcome', 'close', 'reopen'],
    ...['urge', 'remind', 'merge', 'decision', 'update', 'withdraw', 'decided'],
  ].map(action => `case.${action}`),
)

/** What is written for somebody; outsiders hear of it only when it says that it is for them too. */
const ADDRESSED: ReadonlySet<string> = new Set(['case.comment', 'case.file', 'case.withdraw-file'])

/** An event as somebody hears it, in the form of server-sent events; undefined when it is not for him. */
export const tellEvent = (account: Account, row: EventRow): string | undefined => {
  const place = { supplyUnit: row.supply_unit, toldDistrict: row.told_district, department: row.department }
  if (!sees(wallOf(account), place)) return undefined
  if (row.kind.startsWith('endpoint.')) return frame(row, EndpointEvent.parse(JSON.parse(row.body)))
  const { actor, ...told } = CaseEvent.parse(JSON.parse(row.body))
  if (!isOutside(account)) return frame(row, { caseId: row.case_id, ...told, actor })
  const isForHim = ADDRESSED.has(row.kind)
    ? told.audience !== undefined && told.audience !== 'internal'
    : TOLD_OUTSIDE.has(row.kind)
  return isForHim ? frame(row, { caseId: row.case_id, ...told }) : undefined
}

const frame = ({ sequence, kind }: EventRow, data: object): string =>
  `id: ${sequence}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
