import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../services/accounts/index.ts'
import { testStation } from '../../support/station.ts'

describe('the first accounts', () => {
  it('are two people with different roles and random tokens, made once', async () => {
    const { engine } = await testStation()
    const made = await engine.firstAccounts()
    expect(made.map(({ role }) => role)).toEqual(['analyst', 'reviewer'])
    expect(new Set(made.map(({ token }) => token)).size).toBe(2)
    for (const { token } of made) expect(token).toMatch(/^ds_[\w-]{32}$/)
    expect(await engine.firstAccounts()).toEqual([])
  })

  it('have other tokens on another folder', async () => {
    const [one, other] = [await testStation(), await testStation()]
    const tokens = [...(await one.engine.firstAccounts()), ...(await other.engine.firstAccounts())]
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(4)
  })

  it('are found by their token alone, over a restart', async () => {
    const station = await testStation()
    const [analyst, reviewer] = await station.engine.firstAccounts()
    await station.restart()
    const { db } = station.ports.store
    expect(await accountOf(db, analyst!.token)).toEqual({ name: 'analyst', role: 'analyst' })
    expect(await accountOf(db, reviewer!.token)).toEqual({ name: 'reviewer', role: 'reviewer' })
    for (const wrong of ['', 'analyst', `${analyst!.token} `, analyst!.token.slice(0, -1), '%']) {
      expect(await accountOf(db, wrong)).toBeUndefined()
    }
  })

  it('leave no token in the store', async () => {
    const station = await testStation()
    const made = await station.engine.firstAccounts()
    const files = ['dianshao.sqlite', 'dianshao.sqlite-wal'].map(name =>
      readFileSync(join(station.folder, name)),
    )
    expect(files.some(bytes => bytes.includes('reviewer'))).toBe(true)
    for (const { token } of made) expect(files.some(bytes => bytes.includes(token))).toBe(false)
  })
})
