import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask, dianshao, startService, withFolder } from './support/cli.ts'

const WITHIN_MS = 120_000

it(
  'dianshao account and token: an operator makes both, the token of the machine makes neither',
  async () =>
    withFolder(async folder => {
      const service = await startService(folder)
      try {
        const { local } = JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8')) as { local: string }
        const run = (args: string[], token: string) =>
          dianshao([...args, '--url', service.url, '--token', token])
        const refused = await run(['account', 'list'], local)
        expect(refused).toMatchObject({ code: 1, out: '' })
        expect(refused.err).toMatch(/^This takes the ability accounts\.read, [^\n]+\.\n$/)

        const { operator } = service.tokens
        const made = await run(
          ['account', 'add', 'li.na', '--role', 'analyst', '--units', '永川供电公司, 铜梁供电公司'],
          operator,
        )
        expect(made.out).toMatch(
          /^Made li\.na\.[^\n]+\nhttp:\/\/127\.0\.0\.1:\d+\/welcome#secret=[\w-]{43}&name=li\.na\n$/,
        )
        const wrong = await run(['account', 'add', 'wu', '--role', 'district'], operator)
        expect(wrong.err).toMatch(/^An account of the role district takes a districtCode[^\n]+\n$/)
        const listed = await run(['account', 'list'], operator)
        expect(listed.out.split('\n')).toEqual(
          expect.arrayContaining(['li.na  analyst  永川供电公司,铜梁供电公司', 'local  operator']),
        )
        const token = await run(
          [
            'token',
            'add',
            '--label',
            'collector',
            '--days',
            '9',
            '--account',
            'analyst',
            '--abilities',
            'status.read',
          ],
          operator,
        )
        const fresh = token.out.trimEnd().split('\n').at(-1)!
        expect((await ask(service, '/v1/status', { token: fresh })).status).toBe(200)
        expect((await ask(service, '/v1/cases', { token: fresh })).status).toBe(403)
        const silly = await run(['token', 'add', '--label', 'x', '--days', 'many'], operator)
        expect(silly).toMatchObject({ code: 1, out: '' })
      } finally {
        await service.kill()
      }
    }),
  WITHIN_MS,
)
