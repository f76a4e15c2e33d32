import type { ExportFormat } from '../../schemas/export.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import type { Sitting } from './command.ts'

/** A list that somebody takes away as a file. */
export interface ExportNote {
  readonly list: string
  readonly format: ExportFormat | 'ndjson' | 'json'
  /** Which rows were asked for */
  readonly filters: Readonly<Record<string, unknown>>
}

/** Who took which list away is on record. */
export const noteExport = async (
  trx: Db,
  { list, format, filters }: ExportNote,
  { actor, nowMs }: Pick<Sitting, 'actor' | 'nowMs'>,
): Promise<{ noted: true }> => {
  await appendLink(trx, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: 'export',
    detail: { list, format, filters: given(filters) },
  })
  return { noted: true }
}

const given = (filters: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
