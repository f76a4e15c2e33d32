import { dayStartMs } from '../../../../schemas/day.ts'
import type { StoredRegister, WriteMark, WrittenRegister } from '../port.ts'
import { type HeldRegister, REGISTER_FIELDS, registerKey } from './held-registers.ts'
import { encodeId } from './ids.ts'
import { versionText } from './instant.ts'
import type { Placing } from './reading-lines.ts'

/** The lines that make rows what they are to be; of one that has no version, by what is held. */
export function* registerLines(
  rows: readonly WrittenRegister[],
  held: ReadonlyMap<string, HeldRegister>,
  mark: WriteMark,
): Generator<string> {
  for (const row of rows) {
    if (isNumbered(row)) {
      yield registerLine(row, { version: row.version, mark: row.mark })
      continue
    }
    const before = held.get(registerKey(row))
    if (before && !before.isGone && isSame(before.row, row)) continue
    if (before) yield registerLine(row, after(before, row.mark ?? mark))
    else yield registerLine(row, { version: 0, mark: row.mark ?? mark, salt: row.mark ? 0 : mark.offset })
  }
}

/** Whether a row says its next version itself: what was read and goes elsewhere has the one it was read with. */
export const isNumbered = (
  row: WrittenRegister,
): row is WrittenRegister & { version: number; mark: WriteMark } =>
  row.version !== undefined && row.mark !== undefined

/** The line that takes a row away; none when there is no such row. */
export function* goneRegisterLines(
  row: StoredRegister,
  held: ReadonlyMap<string, HeldRegister>,
  mark: WriteMark,
): Generator<string> {
  const before = held.get(registerKey(row))
  if (!before || before.isGone) return
  const placing = after(before, mark)
  yield `${prefix(row, mark)}gone=true,at=${mark.offset}i${end(row, placing)}`
}

const after = ({ version }: HeldRegister, mark: WriteMark): Placing => ({
  version: version + 1,
  mark,
  salt: mark.offset,
})

const registerLine = (row: StoredRegister, placing: Placing): string => {
  const { mark } = placing
  const quantities = REGISTER_FIELDS.filter(([name]) => !Number.isNaN(row[name])).map(
    ([name, field]) => `,${field}=${row[name]}${name === 'maxAtMs' ? 'i' : ''}`,
  )
  const multiplier = row.source.multiplier === null ? '' : `,multiplier=${row.source.multiplier}`
  const revision = row.revision > 0 ? `,revision=${row.revision}i` : ''
  return `${prefix(row, mark)}at=${mark.offset}i${quantities.join('')}${multiplier}${revision}${end(row, placing)}`
}

const prefix = ({ pointId, source }: StoredRegister, { partition }: WriteMark): string =>
  `register,log=${partition},meter=${encodeId(source.meterId)},point=${encodeId(pointId)} `

const end = ({ day }: StoredRegister, { version, salt }: Placing): string =>
  ` ${versionText(dayStartMs(day), version, salt)}\n`

const isSame = (a: StoredRegister, b: StoredRegister): boolean =>
  a.source.multiplier === b.source.multiplier &&
  a.revision === b.revision &&
  REGISTER_FIELDS.every(([name]) => Object.is(a[name], b[name]))
