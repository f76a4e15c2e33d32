import type { Selectable } from 'kysely'
import type { AlertType } from '../../schemas/alert.ts'
import type { Level } from '../../schemas/case.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { Tables } from '../adapters/store/index.ts'
import { RANK } from '../criteria/index.ts'
import type { Message } from './message.ts'

/** Which messages of its district an endpoint wants. */
export interface Wishes {
  /** Only of cases that are passed to it; empty: all of the district */
  readonly department: string
  /** Empty: all */
  readonly types: readonly AlertType[]
  /** Empty: all */
  readonly signatures: readonly Signature[]
  /** The lowest */
  readonly level: Level
}

export const wishesOf = ({
  department,
  types,
  signatures,
  level,
}: Pick<Selectable<Tables['endpoint']>, 'department' | 'types' | 'signatures' | 'level'>): Wishes => ({
  department,
  types: JSON.parse(types) as AlertType[],
  signatures: JSON.parse(signatures) as Signature[],
  level,
})

/**
 * Whether an endpoint of the district wants a message. One without a level, or that names no signature, is wanted
 * whatever the endpoint asks of these: nobody is left uninformed by a filter on what is not said.
 */
export const isWanted = (
  message: Pick<Message, 'department' | 'type' | 'level' | 'signatures'>,
  { department, types, signatures, level }: Wishes,
): boolean =>
  (department === '' || department === message.department) &&
  (types.length === 0 || types.includes(message.type)) &&
  (signatures.length === 0 ||
    message.signatures.length === 0 ||
    message.signatures.some(signature => signatures.includes(signature))) &&
  (message.level === null || RANK[message.level] >= RANK[level])
