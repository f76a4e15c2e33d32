import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import type { AuditEntry, Case } from '../../../schemas/case.ts'
import { MS_PER_DAY } from '../../../schemas/day.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person, withToken } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let auditor: { authorization: string }
let walled: { authorization: string }
let cases: Case[]

const enter = async (account: Account) => {
  const entered = withToken(account)
  await office.station.ports.store.transact(trx => addAccounts(trx, [entered], office.station.clock.now()))
  return { authorization: `Bearer ${entered.token}` }
}

const get = async (url: string, headers = auditor) => office.api.inject({ url, headers })

interface Page {
  readonly entries: AuditEntry[]
  readonly next: string | null
}

const pages = async (query: string, headers = auditor): Promise<AuditEntry[]> => {
  const entries: AuditEntry[] = []
  for (let after = ''; ; ) {
    const page = (await get(`/v1/audit?limit=7&${query}${after}`, headers)).json() as Page
    entries.push(...page.entries)
    if (page.next === null) return entries
    after = `&after=${encodeURIComponent(page.next)}`
  }
}

beforeAll(async () => {
  office = await openOffice([
    meter({ meterId: 'A1', supplyUnit: 'U1' }),
    meter({ meterId: 'A2', supplyUnit: 'U2' }),
  ])
  await office.station.take([
    ...furnaceSamples('A1', MONDAY, 4),
    ...furnaceSamples('A2', MONDAY, 4, { seed: 3 }),
  ])
  auditor = await enter(person('Sun', 'auditor'))
  walled = await enter(person('Zhao', 'analyst', { supplyUnits: ['U2'] }))
  cases = (await get('/v1/cases', office.analyst)).json().cases
  for (const { id } of cases) {
    const url = `/v1/cases/${id}/submit`
    await office.api.inject({
      method: 'POST',
      url,
      headers: office.analyst,
      payload: { reason: 'seen, 属实' },
    })
  }
  await office.api.inject({ method: 'POST', url: '/v1/cases/nowhere/submit', headers: walled, payload: {} })
  const { engine, clock } = office.station
  await engine.sealAudit(clock.now() + 2 * MS_PER_DAY)
  clock.set(clock.now() + 2 * MS_PER_DAY)
})

afterAll(() => office.close())

const of = (meterId: string): Case => cases.find(({ customerId }) => customerId === `C-${meterId}`)!

describe('GET /v1/audit', () => {
  it('shows an auditor everything in the order in which it happened, without a gap or a repeat', async () => {
    const entries = await pages('')
    const all = await office.station.ports.store.db.selectFrom('audit').select('hash').execute()
    expect(new Set(entries.map(({ hash }) => hash))).toEqual(new Set(all.map(({ hash }) => hash)))
    expect(entries).toHaveLength(all.length)
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted())
  })

  it('shows others the cases they see, criteria and versions, and of the desk what they did', async () => {
    const seen = new Set(
      (await pages('', walled)).map(({ caseId }) => caseId.replace(/^detector-.*/, 'version')),
    )
    expect(seen).toEqual(new Set([of('A2').id, 'version', 'desk']))
    expect((await pages('case=desk', walled)).map(({ actor }) => actor)).toEqual(['Zhao'])
    expect(await pages('case=desk', office.analyst)).toEqual([])
    expect(await pages(`case=${of('A1').id}`, walled)).toEqual([])
  })

  it('asks by actor, action and day', async () => {
    expect((await pages('action=submit')).map(({ caseId }) => caseId).toSorted()).toEqual(
      cases.map(({ id }) => id).toSorted(),
    )
    expect((await pages('actor=Zhao&action=refused')).map(({ caseId }) => caseId)).toEqual(['desk'])
    expect(await pages('action=submit&to=2025-12-31')).toEqual([])
    expect(await pages('action=submit&from=2026-01-01&to=2026-01-01')).toHaveLength(2)
    expect((await get('/v1/audit?after=x')).statusCode).toBe(400)
  })

  it('puts the view of a case on record', async () => {
    const { id } = of('A2')
    await get(`/v1/audit?case=${id}`, walled)
    expect((await pages(`case=${id}&action=view`)).map(({ actor }) => actor)).toContain('Zhao')
  })
})

describe('GET /v1/audit/export', () => {
  /** As somebody would who has the file alone. */
  const verifyFile = (text: string) => {
    const lines = text.trimEnd().split('\n')
    const heads = new Map<string, string>()
    const days = new Map<number, string>()
    let root = '0'.repeat(64)
    for (const line of lines) {
      const parsed = JSON.parse(line)
      if (parsed.link) {
        const { case_id, sequence, previous_hash, at } = parsed.link
        expect(sha256(line.slice(line.indexOf('"link":') + 7, -1))).toBe(parsed.hash)
        expect(previous_hash).toBe(heads.get(case_id) ?? '0'.repeat(64))
        heads.set(case_id, parsed.hash)
        const day = Math.floor((at + 8 * 3_600_000) / 86_400_000)
        days.set(day, `${days.get(day) ?? ''}${case_id}\n${sequence}\n${parsed.hash}\n`)
      } else {
        const { day, links, links_hash, made_at, previous_hash, hash } = parsed.root
        expect(links_hash).toBe(sha256(days.get(day) ?? ''))
        expect(previous_hash).toBe(root)
        expect(hash).toBe(sha256(JSON.stringify({ day, links, links_hash, made_at, previous_hash })))
        root = hash
      }
    }
    return {
      lines: lines.length,
      chains: heads.size,
      roots: lines.filter(line => line.startsWith('{"root"')).length,
    }
  }
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

  it('can be verified from the file alone', async () => {
    const answer = await get('/v1/audit/export')
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8')
    expect(verifyFile(answer.body)).toMatchObject({ roots: 2 })
    const one = await get(`/v1/audit/export?case=${of('A2').id}`, walled)
    expect(verifyFile(one.body)).toMatchObject({ chains: 1, roots: 0 })
  })

  it('shows nothing across a wall, and is on record', async () => {
    const { body } = await get('/v1/audit/export?format=csv', walled)
    expect(body.startsWith('chain,sequence,at,actor,action,from,to,reason,detail,previous_hash,hash\n')).toBe(
      true,
    )
    expect(body).toContain(of('A2').id)
    expect(body).not.toContain(of('A1').id)
    expect((await pages('action=export&actor=Zhao')).at(-1)!.detail).toMatchObject({
      list: 'audit',
      format: 'csv',
    })
  })
})

describe('the roots and the proof', () => {
  it('lists the roots', async () => {
    const { roots, next } = (await get('/v1/audit/roots?limit=1')).json()
    expect(roots).toMatchObject([{ day: '2026-01-01', previousHash: '0'.repeat(64) }])
    expect((await get(`/v1/audit/roots?after=${next}`)).json().roots).toMatchObject([
      { day: '2026-01-02', links: 0, previousHash: roots[0].hash },
    ])
  })

  it('verifies a case for who sees it, a period for an auditor', async () => {
    const { id } = of('A2')
    expect((await get(`/v1/audit/verify?case=${id}`, walled)).json()).toMatchObject({
      whole: true,
      chains: 1,
    })
    expect((await get(`/v1/audit/verify?case=${of('A1').id}`, walled)).statusCode).toBe(404)
    const period = '/v1/audit/verify?from=2026-01-01&to=2026-01-31'
    expect((await get(period)).json()).toMatchObject({ whole: true, roots: 2, faults: [] })
    expect((await get(period, office.analyst)).statusCode).toBe(403)
    for (const wrong of [
      '',
      '?from=2026-01-01',
      '?from=2026-01-01&to=2026-02-01',
      '?from=2026-01-02&to=2026-01-01',
    ])
      expect((await get(`/v1/audit/verify${wrong}`)).statusCode, wrong).toBe(400)
  })
})
