import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../schemas/config.ts'
import { MS_PER_DAY } from '../../../schemas/day.ts'
import { openWriter } from '../../../services/adapters/store/sqlite-connection.ts'
import { verifyAuditOf } from '../../../services/commands/index.ts'
import { person } from '../../support/people.ts'
import { type Station, testStation } from '../../support/station.ts'

const takeAway = ({ engine }: Station) =>
  engine.carryOut({
    name: 'export',
    body: { list: 'audit', format: 'csv', filters: {} },
    actor: person('Li', 'auditor'),
  })

const openFolder = async () => {
  const station = await testStation({ durability: 'durable' })
  await takeAway(station)
  await station.engine.sealAudit(station.clock.now() + 2 * MS_PER_DAY)
  const config = readConfig({ DIANSHAO_DATA: station.folder })
  const lines: string[] = []
  const verify = (options = {}) => verifyAuditOf(config, options, line => lines.push(line))
  return { station, lines, verify }
}

describe('dianshao audit verify', () => {
  it('says of a whole audit that it is, beside a service that writes', async () => {
    const { station, lines, verify } = await openFolder()
    const [code] = await Promise.all([verify(), takeAway(station)])
    expect(code).toBe(0)
    expect(lines.at(-1)).toBe('The audit is whole.')
    expect(await verify({ json: true, from: '2026-01-02', to: '2026-01-02' })).toBe(0)
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({
      whole: true,
      chains: 0,
      roots: 1,
      sealedTo: '2026-01-02',
    })
  })

  it('says where a broken one is broken, and what is wrong there', async () => {
    const { station, lines, verify } = await openFolder()
    const connection = openWriter(join(station.folder, 'dianshao.sqlite'), 'durable')
    connection.raw.exec(
      `drop trigger audit_is_not_altered; update audit set actor = 'Ma' where case_id = 'desk'`,
    )
    connection.close()
    expect(await verify()).toBe(1)
    expect(lines.slice(1)).toEqual([
      'The audit is broken at 1 places:',
      expect.stringMatching(
        /^ {2}chain desk, link 1: it does not say what it said when it was written \(stored \w{64}, should be \w{64}\)\.$/,
      ),
    ])
  })

  it('tells a wrong period in one sentence', async () => {
    const { verify } = await openFolder()
    for (const options of [{ from: 'May' }, { to: '2026-13' }, { from: '2026-02-01', to: '2026-01-01' }])
      await expect(verify(options)).rejects.toThrow('Give --from and --to as days')
  })
})
