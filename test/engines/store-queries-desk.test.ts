import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { leadNamed } from '../../services/api/case-named.ts'
import { listFiles, readAudit, readFileContent, showCase } from '../../services/cases/index.ts'
import { analyst, NOW_MS, openDesk } from '../services/cases/desk.ts'
import { person } from '../support/people.ts'
import { sameOnBoth } from './support/both-stores.ts'

const TIP = { signature: 'crypto-mining', source: 'tip', level: 'yellow', note: '整夜风扇声' } as const
const content = Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x00, 0xff)

it('opens cases by hand, merges, releases, splits and keeps files alike', async () => {
  const { found, files, bytes, told, whole } = await sameOnBoth(async ({ store }) => {
    const desk = await openDesk(undefined, store)
    const district = person('Sun', 'district', { districtCode: '500107' })
    await desk.suspect([{ score: 0.95 }], 'C1')
    for (const customerId of ['C1', 'C2', 'C3']) await desk.order('open-by-hand', { ...TIP, customerId })
    const [lead, second, third] = await desk.cases()
    const merging = { caseId: lead!.id, with: [second!.number, third!.id], reason: 'one yard' }
    const merged = await desk.order('merge', merging)
    const split = await desk.order('split', { caseId: lead!.id, member: third!.number, reason: 'two' })
    await desk.move({ caseId: lead!.id, action: 'submit' })
    const refused = await desk.move({ caseId: second!.id, action: 'submit' })
    await desk.move({ caseId: lead!.id, action: 'release' })
    const file = {
      caseId: second!.id,
      name: 'a.pdf',
      mediaType: 'application/pdf' as const,
      note: '',
      shared: true,
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
    }
    const kept = await desk.order('file', file, district)
    if ('refused' in kept) throw new Error(kept.refused.detail)
    const outcomes = []
    for (const { id, charges } of [lead!, second!]) {
      for (const { signature } of charges)
        outcomes.push(await desk.answer({ outcome: 'cannot-verify' }, { caseId: id, signature }))
    }
    const withdrawal = { caseId: lead!.id, fileId: kept.file.id, reason: 'not it' }
    const chains = await Promise.all([lead!, second!, third!].map(({ id }) => readAudit(store.db, id)))
    return {
      merged,
      split,
      refused,
      outcomes,
      named: await leadNamed(store.db, district, second!.number),
      found: await showCase(store.db, lead!.id, analyst, NOW_MS),
      files: await listFiles(store.db, district, lead!.id),
      withdrawn: await desk.order('withdraw-file', withdrawal, district),
      bytes: [...(await readFileContent(store.db, kept.file.id))],
      told: (await desk.outbox()).map(({ body }) => body).sort(),
      whole: chains.map(chain => chain.whole),
      chains,
    }
  })
  expect(found).toMatchObject({ state: 'closed', members: [{ customerId: 'C2' }] })
  expect(files).toHaveLength(1)
  expect(bytes).toEqual([...content])
  expect(told).toHaveLength(4)
  expect(whole).toEqual([true, true, true])
})
