import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askingByToken, hasAccounts } from '../../../services/accounts/index.ts'
import { analystAndReviewer, person } from '../../support/people.ts'
import { type Station, testStation } from '../../support/station.ts'

const withAccounts = async ({ engine }: Station) => {
  const made = analystAndReviewer()
  await engine.addAccounts(made)
  return made
}

describe('accounts made with a token', () => {
  it('are made where there are none, and not again', async () => {
    const station = await testStation()
    const { db } = station.ports.store
    expect(await hasAccounts(db)).toBe(false)
    const made = await withAccounts(station)
    for (const { token } of made) expect(token).toMatch(/^ds_[\w-]{32}$/)
    expect(await hasAccounts(db)).toBe(true)
    const others = analystAndReviewer()
    expect(await station.engine.addAccounts(others)).toBe(false)
    const known = await Promise.all(
      [...made, ...others].map(one => askingByToken(db, one.token, station.clock.now())),
    )
    expect(known.map(one => one?.account.name)).toEqual(['analyst', 'reviewer', undefined, undefined])
  })

  it('are found by their token alone, over a restart', async () => {
    const station = await testStation()
    const [analyst, reviewer] = await withAccounts(station)
    await station.restart()
    const { db } = station.ports.store
    const asking = (token: string) => askingByToken(db, token, station.clock.now())
    for (const { name, role, token } of [analyst, reviewer]) {
      expect(await asking(token)).toMatchObject({ account: person(name, role), abilities: null, by: 'token' })
    }
    for (const wrong of ['', 'analyst', `${analyst.token} `, analyst.token.slice(0, -1), '%']) {
      expect(await asking(wrong)).toBeUndefined()
    }
  })

  it('leave no token in the store', async () => {
    const station = await testStation()
    const made = await withAccounts(station)
    const files = ['dianshao.sqlite', 'dianshao.sqlite-wal'].map(name =>
      readFileSync(join(station.folder, name)),
    )
    expect(files.some(bytes => bytes.includes('reviewer'))).toBe(true)
    for (const { token } of made) expect(files.some(bytes => bytes.includes(token))).toBe(false)
  })
})
