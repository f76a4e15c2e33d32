import { z } from 'zod'

/** analyst checks and submits; reviewer releases (复核). */
export const Role = z.enum(['analyst', 'reviewer']).meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

/** Who is asking. Comes from the token alone. */
export const Account = z.object({ name: z.string(), role: Role }).meta({ id: 'Account' })
export type Account = z.infer<typeof Account>
