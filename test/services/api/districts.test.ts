import { expect, it } from 'vitest'
import { testOffice } from './office.ts'

it('the districts of a day, and what a code means then', async () => {
  const { api, analyst: headers } = await testOffice()
  const ask = async (url: string) => (await api.inject({ url, headers })).json()
  const { day, districts } = await ask('/v1/districts?day=2025-11-05')
  expect(day).toBe('2025-11-05')
  expect(districts).toHaveLength(41)
  expect(districts).toContainEqual({
    ...{
      code: '500112',
      name: '渝北区',
      kind: '市辖区',
      gbt2260: true,
      validFrom: null,
      validTo: '2025-11-05',
    },
    ...{ parent: null, inUse: true, source: expect.any(String), note: expect.any(String) },
    ceded: [
      { to: '500109', on: '2025-11-06', places: '大湾、统景、大盛、兴隆、茨竹5镇' },
      { to: '500157', on: '2025-11-06', places: '其余' },
    ],
  })
  // Today, by the clock of the service, is in 2026.
  expect((await ask('/v1/districts')).districts).toHaveLength(39)
  expect((await ask('/v1/districts?all=true')).districts).toHaveLength(42)
  expect(await ask('/v1/districts/500112')).toMatchObject({
    withoutDistrict: 'ambiguous',
    told: { by: 'person' },
  })
  expect(await ask('/v1/districts/500112?day=2025-11-05')).toMatchObject({
    jurisdictions: ['500112', 'CQ', 'CN'],
    told: { by: 'itself' },
  })
  expect(await ask('/v1/districts/110101')).toMatchObject({ code: 'not-found' })
  expect(await ask('/v1/districts?day=2025-13-01')).toMatchObject({ code: 'bad-request' })
})
