import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { detectors, FEATURE_NAMES } from '../../../detectors/index.ts'
import { meter } from '../../support/meters.ts'
import { MARK, MONDAY, sample } from '../../support/readings.ts'
import { DAYS, foundIn, openWitness, testWitness, type Witness } from './witness.ts'

const SIGNATURE = 'induction-furnace'

/** Adds to one stored reading, kW. */
const alterReading = ({ station }: Witness, pointId: string, day: number, slot: number, byKw: number) =>
  station.ports.store.transact(async () => {
    const stored = (await station.ports.history.read(pointId, day))!
    const kw = stored.kw.slice()
    kw[slot]! += byKw
    await station.ports.history.write([{ ...stored, kw }], MARK)
  })

describe('a case nobody was at', () => {
  it('comes out identical while it waits to be checked, under review and when a district was told', async () => {
    const witness = await testWitness()
    const waiting = await witness.verify()
    expect(foundIn(waiting)).toEqual({})
    expect(waiting.verdict).toBe('identical')
    expect(waiting.checks.map(({ name }) => name)).toEqual([
      'readings',
      'finding',
      'charge',
      'tier',
      'estimate',
      'case',
      'audit',
    ])
    await witness.report()
    const reported = await witness.verify()
    expect(foundIn(reported)).toEqual({})
    expect(reported.checks.at(-1)!.name).toBe('alert')
  })

  it('says what it made anew: days, readings, detector, document and yuan', async () => {
    const witness = await testWitness()
    const said = (await witness.verify()).checks.map(({ sentence }) => sentence.en).join('\n')
    expect(said).toContain(`Features of ${2 * DAYS} days at 2 metering point(s)`)
    expect(said).toContain(`${2 * DAYS * 96} stored readings`)
    expect(said).toContain('发改价格〔2016〕2803号')
    expect(said).toContain('source status secondary')
    expect(said).toMatch(/kWh × 0\.50 yuan\/kWh = \d+\.\d\d yuan/)
  })

  it('is known by its number and by its id, and no other is', async () => {
    const witness = await testWitness()
    const { caseId } = await witness.verify()
    expect((await witness.verifyNamed(caseId))?.caseNumber).toBe('2024-00001')
    expect(await witness.verifyNamed('2024-00002')).toBeUndefined()
  })

  it('stays identical when late readings had its days judged again', async () => {
    const witness = await testWitness()
    await witness.station.take([sample(MONDAY + 2, 40, 123, { revision: 1 })])
    expect(foundIn(await witness.verify())).toEqual({})
  })

  it('is left as it was by being verified', async () => {
    const witness = await testWitness()
    const { db } = witness.station.ports.store
    const before = await db.selectFrom('audit').selectAll().execute()
    await witness.verify()
    expect(await db.selectFrom('audit').selectAll().execute()).toEqual(before)
  })
})

describe('what somebody altered is found', () => {
  it('one stored reading, whichever it is', async () => {
    const witness = await openWitness()
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('M1', 'M2'),
          fc.nat(DAYS - 1),
          fc.nat(95),
          fc.double({ min: 1, max: 500, noNaN: true }),
          async (pointId, offset, slot, byKw) => {
            const stored = (await witness.station.ports.history.read(pointId, MONDAY + offset))!
            await alterReading(witness, pointId, MONDAY + offset, slot, byKw)
            const { verdict, checks } = await witness.verify()
            await witness.station.ports.store.transact(() =>
              witness.station.ports.history.write([stored], MARK),
            )
            expect(verdict).toBe('different')
            expect(checks.find(({ name }) => name === 'readings')!.differences[0]!.at).toMatch(
              `${pointId} 2024-05-${String(6 + offset).padStart(2, '0')}`,
            )
          },
        ),
        { numRuns: 15 },
      )
      expect((await witness.verify()).verdict).toBe('identical')
    } finally {
      await witness.station.close()
    }
  })

  it('a feature row', async () => {
    const witness = await testWitness()
    const { db } = witness.station.ports.store
    const { features } = await db
      .selectFrom('feature')
      .select('features')
      .where('point_id', '=', 'M1')
      .where('day', '=', MONDAY + 1)
      .executeTakeFirstOrThrow()
    const changed = new Float32Array(new Uint8Array(features).buffer)
    changed[FEATURE_NAMES.indexOf('ceilingKw')]! += 1
    await witness.tamper(
      sql`update feature set features = ${new Uint8Array(changed.buffer)} where point_id = 'M1' and day = ${MONDAY + 1}`,
    )
    expect(foundIn(await witness.verify())).toEqual({ readings: ['M1 2024-05-07 ceilingKw'] })
  })

  it('the energy of a day, that the estimate is reckoned from', async () => {
    const witness = await testWitness()
    await witness.report()
    await witness.tamper(
      sql`update feature set kwh = kwh + 1000 where point_id = 'M2' and day = ${MONDAY + 1}`,
    )
    expect(foundIn(await witness.verify())).toEqual({ readings: ['M2 2024-05-07 kwh column'] })
  })

  it('the body of the finding', async () => {
    const witness = await testWitness()
    await witness.tamper(
      sql`update finding set body = json_set(body, '$.evidence[0].value', 99) where id = (select finding_id from charge)`,
    )
    expect(foundIn(await witness.verify())).toEqual({
      finding: ['evidence.0.value'],
      charge: ['evidence.0.value'],
    })
  })

  it('the score beside the body', async () => {
    const witness = await testWitness()
    await witness.tamper(
      sql`update finding set score = score - 0.001 where id = (select finding_id from charge)`,
    )
    expect(foundIn(await witness.verify())).toMatchObject({ finding: ['score'] })
  })

  it('the charge', async () => {
    const witness = await testWitness()
    await witness.tamper(
      sql`update charge set body = json_set(body, '$.level', 'yellow', '$.attributableKw', 12.5)`,
    )
    expect(foundIn(await witness.verify())).toEqual({
      charge: ['level', 'attributableKw', 'level'],
      case: [`charges.${SIGNATURE}.level`],
    })
  })

  it('the day a charge began', async () => {
    const witness = await testWitness()
    await witness.tamper(
      sql`update charge set body = json_set(body, '$.openedAt', '2024-05-01T00:00:00+08:00')`,
    )
    expect(foundIn(await witness.verify())).toMatchObject({ charge: ['opened_at', 'openedOn'] })
  })

  it('the registry behind its back', async () => {
    const witness = await testWitness()
    await witness.tamper(sql`update meter set contract_kva = 160 where meter_id = 'M1'`)
    const found = foundIn(await witness.verify())
    expect(found.finding).toContain('inputDigest')
    expect(found.readings).toBeUndefined()
  })

  it('the text of a tariff rule', async () => {
    const witness = await testWitness()
    const { store } = witness.station.ports
    await store.transact(trx => sql`drop trigger tariff_rule_is_not_altered`.execute(trx))
    await witness.tamper(sql`update tariff_rule set body = json_set(body, '$.documentTitle', '修改')
      where rule_id = 'CN-STEEL-ELIM-2017'`)
    expect(foundIn(await witness.verify())).toEqual({ tier: ['tier.documentTitle'] })
  })

  it('the yuan per kWh of a charge', async () => {
    const witness = await testWitness()
    await witness.tamper(sql`update charge set body = json_set(body, '$.tier.yuanPerKwh', '0.80')`)
    expect(foundIn(await witness.verify())).toEqual({ tier: ['tier.yuanPerKwh'] })
  })

  it('the estimate that went under review', async () => {
    const witness = await testWitness()
    await witness.report()
    await witness.tamper(sql`update charge set body = json_set(body, '$.estimate.yuan', '1.00')`)
    const found = foundIn(await witness.verify())
    expect(found.estimate).toEqual(['estimate.yuan'])
    expect(found.alert).toEqual(['body.data.charges.0.estimate.yuan'])
  })

  it('a link of the audit', async () => {
    const witness = await testWitness()
    await witness.report()
    await witness.tamper(sql`update audit set actor = 'Zhao' where action = 'submit'`)
    const { sequence } = await witness.station.ports.store.db
      .selectFrom('audit')
      .select('sequence')
      .where('action', '=', 'submit')
      .executeTakeFirstOrThrow()
    expect(foundIn(await witness.verify())).toEqual({
      case: ['submittedBy'],
      audit: [`link ${sequence} hash`],
    })
  })

  it('the head of the audit', async () => {
    const witness = await testWitness()
    await witness.tamper(sql`update cases set audit_head = ${'0'.repeat(64)}`)
    expect(foundIn(await witness.verify()).audit).toEqual([expect.stringMatching(/^link \d+ head$/)])
  })

  it('what a district was told', async () => {
    const witness = await testWitness()
    await witness.report()
    await witness.tamper(sql`update outbox set body = json_set(body, '$.data.charges[0].score', 0.5)`)
    expect(foundIn(await witness.verify())).toEqual({ alert: ['body.data.charges.0.score'] })
  })
})

describe('what a district was told by an earlier edition', () => {
  /** Says in both languages at once where the levels were measured, on so many meters. */
  const tellInBoth = async (meters: string): Promise<Witness> => {
    const witness = await testWitness()
    await witness.report()
    const inBoth = `simulated population 仿真总体: ${meters} meters, seeds 12, 13, 14`
    const now = [
      '仿真总体 4500 户，随机种子 12、13、14',
      'simulated population: 4500 meters, seeds 12, 13, 14',
    ]
    await witness.tamper(
      sql`update outbox set body = replace(replace(body, ${now[0]}, ${inBoth}), ${now[1]}, ${inBoth})`,
    )
    return witness
  }

  it('is no difference where it says in both languages at once what a level was measured on', async () => {
    expect(foundIn(await (await tellInBoth('4500')).verify())).toEqual({})
  })

  it('is one where it says anything else', async () => {
    expect(foundIn(await (await tellInBoth('9999')).verify())).toEqual({
      alert: ['body.data.charges.0.expectation.zh', 'body.data.charges.0.expectation.en'],
    })
  })
})

describe('what changed by right after a district was told', () => {
  it('is told as the difference it is', async () => {
    const witness = await testWitness()
    await witness.report()
    await witness.station.engine.importRegistry([meter({ contractKva: 500 })], { replace: false }, 'Li')
    await witness.station.engine.settle()
    const verification = await witness.verify()
    expect(verification.verdict).toBe('different')
    const finding = verification.checks.find(({ name }) => name === 'finding')!
    expect(finding.differences.at(-1)!.rebuilt).toContain('superseded')
  })
})

describe('what cannot be verified', () => {
  it('is a finding of a detector version that the program does not hold', async () => {
    const witness = await testWitness()
    const newer = detectors.map(detector => ({ ...detector, version: '2024.9' }))
    const { verdict, checks } = await witness.verify({ detectors: newer })
    expect(verdict).toBe('cannot')
    const finding = checks.find(({ name }) => name === 'finding')!
    expect(finding.sentence.en).toMatch(/made by detector induction-furnace version .* holds version 2024\.9/)
  })

  it('is one with other parameters', async () => {
    const witness = await testWitness()
    const other = detectors.map(detector => ({
      ...detector,
      parameters: { ...detector.parameters, more: 1 },
    }))
    expect((await witness.verify({ detectors: other })).verdict).toBe('cannot')
  })

  it('is a case whose readings are no longer kept', async () => {
    const witness = await testWitness()
    const { history, store } = witness.station.ports
    await store.transact(() => history.letGo('M1', MONDAY + 2, 10))
    const { verdict, checks } = await witness.verify()
    expect(verdict).toBe('cannot')
    expect(checks.find(({ name }) => name === 'readings')!.sentence.en).toContain('2024-05-06, 2024-05-07')
  })

  it('counts less than a difference', async () => {
    const witness = await testWitness()
    await witness.tamper(sql`update cases set audit_head = ${'0'.repeat(64)}`)
    expect((await witness.verify({ detectors: [] })).verdict).toBe('different')
  })
})
