import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addAccounts } from '../../../services/accounts/index.ts'
import { importPrices } from '../../../services/commands/index.ts'
import { testFolder } from '../../support/folder.ts'
import { meter } from '../../support/meters.ts'
import { withToken } from '../../support/people.ts'
import { testOffice } from '../api/office.ts'
import { clerk } from '../price-changes/clerks.ts'

const HEADINGS = '户号,期间起,期间止,通知日期,文号'
const GOOD = `${HEADINGS}\nC1,2025-01-01,2025-06-30,2025-07-10,1号\n`

/** A service that listens, and a table at hand. */
const importing = async (table: string) => {
  const { api, station } = await testOffice([meter({ meterId: 'M1', customerId: 'C1' })])
  const person = withToken(clerk)
  await station.ports.store.transact(trx => addAccounts(trx, [person], station.clock.now()))
  const url = await api.listen({ host: '127.0.0.1', port: 0 })
  const path = join(testFolder(), 'notices.csv')
  writeFileSync(path, table)
  const printed: string[] = []
  const run = (more: object) =>
    importPrices(path, { url, token: person.token, kind: 'notices', ...more }, line => printed.push(line))
  const changes = async () =>
    (await station.ports.store.db.selectFrom('price_change').select('id').execute()).length
  return { run, printed, changes }
}

describe('pricing import', () => {
  it('only tries a table that is not meant for good, and puts up one that is', async () => {
    const { run, printed, changes } = await importing(GOOD)
    const before = await changes()
    expect(await run({ dryRun: true })).toBe(true)
    expect(await changes()).toBe(before)
    expect(await run({ reason: '核实' })).toBe(true)
    expect(await changes()).toBe(before + 1)
    expect(printed).toEqual([
      'notices.csv: 1 rows without a fault (1 new, 0 changed, 0 as before); nothing was written.',
      expect.stringMatching(/^notices.csv: 1 rows put up as change-\d+ /),
    ])
  })

  it('tells every fault with its place, and writes nothing', async () => {
    const { run, printed, changes } = await importing(
      `${GOOD}C9,2025-07-01,46023,2025-07-10,2号\nC9,2025-07-01,2025-07-31,2025-08-10,3号\n`,
    )
    const before = await changes()
    expect(await run({ reason: '核实' })).toBe(false)
    expect(await changes()).toBe(before)
    expect(printed).toEqual([
      expect.stringMatching(/^ {2}row 3, 期间止: "46023" is the serial number/),
      expect.stringMatching(/^ {2}row 4, 户号: The registry knows no customer C9/),
      expect.stringMatching(/^notices.csv: 2 faults in 3 rows; nothing/),
    ])
  })

  it('asks why', async () => {
    const { run } = await importing(GOOD)
    await expect(run({})).rejects.toThrow('--reason')
  })
})
