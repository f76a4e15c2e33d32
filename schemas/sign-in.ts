import { z } from 'zod'
import { Ability, Account, Role } from './account.ts'
import { CaseState } from './case.ts'
import { CaseAction } from './case-moves.ts'

const NAME = /^[a-z0-9\u4e00-\u9fff][a-z0-9\u4e00-\u9fff._@-]{0,63}$/

/** Letter case and width make no other name, so that nobody can be mistaken for somebody else. */
export const AccountName = z
  .string()
  .trim()
  .normalize('NFKC')
  .toLowerCase()
  .regex(NAME, 'expected 1 to 64 letters a to z, digits, Chinese characters and . _ @ -')
  .describe('Sign-in name; capital letters count as small ones')

const FullName = z.string().trim().max(100).describe('Name of the person')
const Password = z.string().max(1_000)
const SupplyUnits = z.array(z.string().trim().min(1).max(100)).min(1).max(200).nullable()
const DistrictCode = z.string().max(20).nullable()
const Department = z.string().trim().max(100)
const OidcSubject = z
  .string()
  .min(1)
  .max(255)
  .nullable()
  .describe('The claim sub of the identity provider; null: no sign-in by it')

export const SignInBody = z.object({ name: z.string().max(200), password: Password }).meta({
  id: 'SignInBody',
  examples: [{ name: 'li.na', password: 'four words make one' }],
})

export const InvitationBody = z
  .object({
    secret: z.string().max(200).describe('From the one-time link, behind #secret='),
    name: AccountName.optional().describe('Of the first operator; other links have their account'),
    fullName: FullName.optional(),
    password: Password.describe('At least 12 characters'),
  })
  .meta({ id: 'InvitationBody', examples: [{ secret: 'from-the-link', password: 'four words make one' }] })

export const PasswordBody = z.object({ old: Password, new: Password }).meta({
  id: 'PasswordBody',
  examples: [{ old: 'four words make one', new: 'five words make another one' }],
})

/** Who is signed in now. */
export const SignedIn = z
  .object({ account: z.string(), role: Role, until: z.iso.datetime() })
  .meta({ id: 'SignedIn' })

export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' })

export const Me = z
  .object({
    account: Account,
    fullName: z.string(),
    abilities: z.array(Ability).describe('What the account may here; of a token those it was made for'),
    actions: z
      .array(z.object({ action: CaseAction, states: z.array(CaseState) }))
      .describe('What the role may do with a case, and in which states; the case itself may say no'),
    by: z.enum(['session', 'token']),
    until: z.iso.datetime().describe('When the session or the token ends'),
  })
  .meta({ id: 'Me' })

export const NewAccountBody = z
  .object({
    name: AccountName,
    role: Role,
    supplyUnits: SupplyUnits.default(null).describe('Of an analyst or reviewer; null: every one'),
    districtCode: DistrictCode.default(null).describe('Of the role district'),
    department: Department.default('').describe('Of the role district; empty: the whole district'),
    fullName: FullName.default(''),
    oidcSubject: OidcSubject.default(null),
  })
  .meta({
    id: 'NewAccountBody',
    examples: [{ name: 'li.na', role: 'analyst', supplyUnits: ['永川供电公司'], fullName: '李娜' }],
  })

/** What is left out stays as it is. */
export const AccountChangeBody = z
  .object({
    role: Role.optional(),
    supplyUnits: SupplyUnits.optional(),
    districtCode: DistrictCode.optional(),
    department: Department.optional(),
    fullName: FullName.optional(),
    oidcSubject: OidcSubject.optional(),
  })
  .meta({ id: 'AccountChangeBody', examples: [{ role: 'reviewer', supplyUnits: null }] })

export const AccountParams = z.object({ name: AccountName })

/** An account as operators and auditors see it. */
export const AccountView = z
  .object({
    ...Account.shape,
    fullName: z.string(),
    oidcSubject: OidcSubject,
    hasPassword: z.boolean(),
    lockedUntil: z.iso.datetime().nullable().describe('Password sign-in is locked until then'),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    disabledAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'AccountView' })
export type AccountView = z.infer<typeof AccountView>

export const AccountList = z.object({ accounts: z.array(AccountView) }).meta({ id: 'AccountList' })

const linkText = z
  .string()
  .nullable()
  .describe('Shown once: null when a repeated request is answered again; then ask for a new link')

export const AccountLink = z
  .object({ account: z.string(), link: linkText, until: z.iso.datetime() })
  .meta({ id: 'AccountLink' })

export const TokenBody = z
  .object({
    label: z.string().trim().min(1).max(100).describe('What it is for'),
    abilities: z
      .array(Ability)
      .min(1)
      .nullable()
      .default(null)
      .describe('What it is good for; null: all that the role may'),
    days: z.int().min(1).max(366),
  })
  .meta({ id: 'TokenBody', examples: [{ label: 'collector', abilities: ['readings.write'], days: 90 }] })

export const TokenQuery = z.object({
  account: AccountName.optional().describe('Of another account: operator and auditor'),
})

export const TokenParams = z.object({ id: z.string().max(100) })

export const TokenView = z
  .object({
    id: z.string(),
    account: z.string(),
    label: z.string(),
    abilities: z.array(Ability).nullable(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'TokenView' })
export type TokenView = z.infer<typeof TokenView>

export const TokenList = z.object({ tokens: z.array(TokenView) }).meta({ id: 'TokenList' })

export const TokenMade = z
  .object({
    id: z.string(),
    account: z.string(),
    token: z.string().nullable().describe('Shown once: null when a repeated request is answered again'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'TokenMade' })
