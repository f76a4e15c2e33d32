import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askingBy, hasAccounts, makeFirstAccounts } from '../../../services/accounts/index.ts'
import { person } from '../../support/people.ts'
import { type Station, testStation } from '../../support/station.ts'

const withAccounts = async ({ engine }: Station) => {
  const made = makeFirstAccounts()
  await engine.addAccounts(made)
  return made
}

describe('the first accounts', () => {
  it('are two people with different roles and random tokens, made once', async () => {
    const station = await testStation()
    expect(await hasAccounts(station.ports.store.db)).toBe(false)
    const made = await withAccounts(station)
    expect(made.map(({ role }) => role)).toEqual(['analyst', 'reviewer'])
    expect(new Set(made.map(({ token }) => token)).size).toBe(2)
    for (const { token } of made) expect(token).toMatch(/^ds_[\w-]{32}$/)
    expect(await hasAccounts(station.ports.store.db)).toBe(true)
    const others = makeFirstAccounts()
    expect(await station.engine.addAccounts(others)).toBe(false)
    const known = await Promise.all(
      [...made, ...others].map(one => askingBy(station.ports.store.db, one.token, station.clock.now())),
    )
    expect(known.map(one => one?.account.name)).toEqual(['analyst', 'reviewer', undefined, undefined])
  })

  it('have other tokens on another folder', async () => {
    const [one, other] = [await testStation(), await testStation()]
    const tokens = [...(await withAccounts(one)), ...(await withAccounts(other))]
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(4)
  })

  it('are found by their token alone, over a restart', async () => {
    const station = await testStation()
    const [analyst, reviewer] = await withAccounts(station)
    await station.restart()
    const { db } = station.ports.store
    const asking = (token: string) => askingBy(db, token, station.clock.now())
    expect(await asking(analyst!.token)).toEqual({ account: person('analyst', 'analyst'), abilities: null })
    expect(await asking(reviewer!.token)).toEqual({
      account: person('reviewer', 'reviewer'),
      abilities: null,
    })
    for (const wrong of ['', 'analyst', `${analyst!.token} `, analyst!.token.slice(0, -1), '%']) {
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
