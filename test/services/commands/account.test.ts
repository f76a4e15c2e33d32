import { expect, it } from 'vitest'
import { addAccount, addToken, listAccounts } from '../../../services/commands/index.ts'
import { testSignInDesk } from '../api/sign-in-desk.ts'

it('account and token: an operator makes both and hands them on', async () => {
  const desk = await testSignInDesk()
  const url = await desk.api.listen({ host: '127.0.0.1', port: 0 })
  const { token } = (await desk.post('/v1/tokens', { label: 'command line', days: 1 }, desk.operator)).json()
  const printed: string[] = []
  const print = (line: string) => void printed.push(line)
  const place = { url, token }

  await addAccount({ ...place, role: 'analyst', units: '永川供电公司, 铜梁供电公司' }, 'li.na', print)
  expect(printed.splice(0)).toEqual([
    expect.stringMatching(/^Made li\.na\. /),
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/welcome#secret=[\w-]{43}&name=li\.na$/),
  ])
  await expect(addAccount({ ...place, role: 'district' }, 'wu', print)).rejects.toThrow(
    /^An account of the role district takes a districtCode/,
  )
  await listAccounts(place, print)
  expect(printed.splice(0)).toEqual([
    ...[
      'analyst  analyst',
      'chief  operator',
      'li.na  analyst  永川供电公司,铜梁供电公司',
      'reviewer  reviewer',
    ],
  ])
  const order = { label: 'collector', days: 1, abilities: 'own, status.read', account: 'analyst' }
  await expect(addToken({ ...place, ...order, days: Number.NaN }, print)).rejects.toThrow(/^days: /)
  await expect(addToken({ ...place, ...order, days: 2 }, print)).rejects.toThrow(/lives longer than itself/)
  await addToken({ ...place, ...order }, print)
  const headers = { authorization: `Bearer ${printed.at(-1)}` }
  expect((await desk.get('/v1/me', headers)).json()).toMatchObject({ account: { name: 'analyst' } })
})
