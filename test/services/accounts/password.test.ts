import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPasswords, faultOfPassword } from '../../../services/accounts/index.ts'

const cheap = createPasswords({ ln: 1, r: 8, p: 1 })

describe('what is kept of a password', () => {
  it('lets in the password it was made of and no other, and is never the same twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (password, other) => {
        const stored = await cheap.hash(password)
        expect(stored).not.toBe(await cheap.hash(password))
        expect(await cheap.matches(password, stored)).toBe(true)
        const isSame = password.normalize('NFKC') === other.normalize('NFKC')
        expect(await cheap.matches(other, stored)).toBe(isSame)
      }),
      { numRuns: 200 },
    )
  })

  it('says by what it was made, and is compared by that', async () => {
    const stored = await createPasswords({ ln: 3, r: 4, p: 2 }).hash('a fence of seven boards')
    expect(stored).toMatch(/^\$scrypt\$ln=3,r=4,p=2\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(await cheap.matches('a fence of seven boards', stored)).toBe(true)
  })

  it('costs what OWASP names unless told otherwise', async () => {
    expect(await createPasswords().hash('a fence of seven boards')).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$/)
  })

  it('is nothing for an account without one', async () => {
    expect(await cheap.matches('', null)).toBe(false)
  })

  it('is made a few at a time, and too many are told to come later', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 100 }, () => cheap.hash('x')))
    const busy = asked.filter(one => one.status === 'rejected')
    expect(busy.length).toBe(100 - 2 - 64)
    expect(busy.every(({ reason }) => reason.code === 'busy')).toBe(true)
    expect(await cheap.hash('x')).toMatch(/^\$scrypt/)
  })
})

describe('a password', () => {
  it.each([
    ['eleven char', /at least 12 characters/],
    ['短密码短密码短密码短', /at least 12 characters/],
    ['lina@example', /name of the account/],
    ['LINA@EXAMPLELina@Example', /name of the account/],
    ['x'.repeat(201), /at most 200/],
  ])('such as "%s" will not do', (password, fault) => {
    const told = faultOfPassword(password, 'lina@example')
    expect(told).toMatch(fault)
    expect(told).toMatch(/^[^\n]+\.$/)
  })

  it.each(['twelve chars', '十二个汉字的密码是可以的啊', 'lina@example and more'])(
    'such as "%s" will',
    password => {
      expect(faultOfPassword(password, 'lina@example')).toBeUndefined()
    },
  )
})
