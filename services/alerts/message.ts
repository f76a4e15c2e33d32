import type { Selectable } from 'kysely'
import type { AlertType } from '../../schemas/alert.ts'
import type { Level } from '../../schemas/case.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { Tables } from '../adapters/store/index.ts'

/** What a district is to be told. */
export interface Message {
  /** The webhook-id; the same message always has the same one. No full stop, which parts the signed text */
  readonly id: string
  readonly caseId: string
  readonly caseVersion: number
  /** The district that is told */
  readonly districtCode: string
  /** Of the district, to which the case is passed; empty: none */
  readonly department: string
  readonly type: AlertType
  /** The highest of its charges; null where it tells of none */
  readonly level: Level | null
  readonly signatures: readonly Signature[]
  /** The very text that is signed and sent */
  readonly body: string
}

/** What endpoints choose by, of a message in the outbox. */
export const messageOf = ({
  id,
  department,
  type,
  level,
  signatures,
}: Pick<Selectable<Tables['outbox']>, 'id' | 'department' | 'type' | 'level' | 'signatures'>): Pick<
  Message,
  'id' | 'department' | 'type' | 'level' | 'signatures'
> => ({ id, department, type, level, signatures: JSON.parse(signatures) as Signature[] })
