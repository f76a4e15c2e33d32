import { expect, it } from 'vitest'
import { ImportProfile } from '../../schemas/profile.ts'
import { addAccounts, askingByToken, hasAccounts } from '../../services/accounts/index.ts'
import {
  addImport,
  findProfile,
  listProfiles,
  moveImport,
  profileNamed,
  removeProfile,
  saveProfile,
} from '../../services/imports/index.ts'
import { findImport, idsIn, listImports, nextWaiting } from '../../services/imports/jobs.ts'
import { analystAndReviewer, person } from '../support/people.ts'
import { sameOnBoth } from './support/both-stores.ts'

const NOW_MS = Date.parse('2024-06-01T08:00:00+08:00')
const PROFILE = ImportProfile.parse({ columns: { meter_id: '电表资产号' }, side: 'secondary', unit: 'W' })

it('knows accounts alike', async () => {
  const accounts = analystAndReviewer()
  const answers = await sameOnBoth(async ({ store }) => {
    const before = await hasAccounts(store.db)
    await store.transact(trx => addAccounts(trx, accounts, NOW_MS))
    const again = await store
      .transact(trx => addAccounts(trx, accounts, NOW_MS))
      .then(
        () => 'added',
        () => 'refused',
      )
    const tokens = [...accounts.map(({ token }) => token), 'ds_other']
    return {
      before,
      again,
      after: await hasAccounts(store.db),
      known: await Promise.all(tokens.map(token => askingByToken(store.db, token, NOW_MS))),
    }
  })
  expect(answers).toMatchObject({
    before: false,
    again: 'refused',
    after: true,
    known: [
      { account: person('analyst', 'analyst'), abilities: null },
      { account: person('reviewer', 'reviewer'), abilities: null },
      undefined,
    ],
  })
})

it('keeps profiles alike', async () => {
  const answers = await sameOnBoth(async ({ store }) => {
    for (const [i, name] of ['collector', 'Collector', 'a-2', 'collector'].entries()) {
      await store.transact(trx => saveProfile(trx, name, PROFILE, `Li ${i}`, NOW_MS + i))
    }
    return {
      listed: await listProfiles(store.db),
      found: await findProfile(store.db, 'collector'),
      named: [await profileNamed(store.db, 'a-2'), await profileNamed(store.db, undefined)],
      removed: [
        await store.transact(trx => removeProfile(trx, 'a-2')),
        await store.transact(trx => removeProfile(trx, 'a-2')),
      ],
      left: (await listProfiles(store.db)).map(({ name }) => name),
    }
  })
  expect(answers.left).toEqual(['Collector', 'collector'])
  expect(answers.removed).toEqual([true, false])
})

it('follows imports alike, and forgets old ones', async () => {
  const options = { profile: PROFILE, profileName: 'collector', backfill: true }
  const reached = {
    ...{ form: 'readings' as const, encoding: 'gb18030' as const, packed: null, received: 5, accepted: 4 },
    ...{ rejected: 1, byReason: { 'unknown-meter': 1 }, firstRejects: [], bytesRead: 2 ** 33 },
  }
  const answers = await sameOnBoth(async ({ store }) => {
    const add = (id: string) =>
      store.transact(trx =>
        addImport(trx, { id, fileName: `日曲线 ${id}.csv`, options, createdBy: 'Li', createdAtMs: NOW_MS }),
      )
    for (const id of ['k1', 'k2', 'k3', 'k4']) await add(id)
    const move = (
      id: string,
      ...change: Parameters<typeof moveImport> extends [unknown, unknown, ...infer R] ? R : never
    ) => store.transact(trx => moveImport(trx, id, ...change))
    const moved = [
      await move('k1', 'uploading', { state: 'waiting', bytes: 2 ** 33 }),
      await move('k2', 'uploading', { state: 'waiting', bytes: 1 }),
      await move('k1', 'waiting', { state: 'running', startedAtMs: NOW_MS + 1 }),
      await move('k1', 'running', { state: 'done', endedAtMs: NOW_MS + 2, reached }),
      await move('k1', 'running', { state: 'failed', problem: 'too late' }),
      await move('k3', 'uploading', { state: 'failed', problem: 'The upload broke off.', endedAtMs: NOW_MS }),
      await move('k2', 'waiting', { state: 'waiting', startedAtMs: null, reached: null }),
    ]
    const next = await nextWaiting(store.db)
    const uploading = await idsIn(store.db, 'uploading')
    const live = new Map([['k2', reached]])
    const pages = [
      await listImports(store.db, { limit: 2 }, live),
      await listImports(store.db, { before: 'k3', limit: 9 }, live),
      [await findImport(store.db, 'k1', live), await findImport(store.db, 'k9', live)],
    ]
    // As if a thousand ended imports had come since.
    const rows = Array.from({ length: 1_001 }, (_, i) => ({
      ...{
        id: `m${String(i).padStart(4, '0')}`,
        state: 'done' as const,
        file_name: '',
        bytes: 0,
        options: '{}',
      },
      ...{
        created_by: 'Li',
        created_at: NOW_MS,
        started_at: null,
        ended_at: null,
        result: null,
        problem: null,
      },
    }))
    await store.transact(trx => trx.insertInto('import_job').values(rows).execute())
    await add('n')
    const left = await store.db.selectFrom('import_job').select('id').orderBy('id').execute()
    return { moved, next, uploading, pages, left: left.map(({ id }) => id) }
  })
  expect(answers.moved).toEqual([true, true, true, true, false, true, true])
  // k1 and k3 had ended; k2 waits and k4 still comes.
  expect(answers.left.slice(0, 3)).toEqual(['k2', 'k4', 'm0002'])
})
