import { z } from 'zod'

/**
 * analyst checks and submits, reviewer releases (复核): both within supply units; supervisor sees all, releases nothing
 * and presses for progress (督办); district acts on what it was told; pricing reads tiers; operator runs the service and
 * its accounts; auditor reads everything and changes nothing.
 */
export const Role = z
  .enum(['analyst', 'reviewer', 'supervisor', 'district', 'pricing', 'operator', 'auditor'])
  .meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

/** What somebody may do. Which roles may stands in services/access. */
export const Ability = z
  .enum([
    ...['cases.read', 'cases.act', 'audit.read', 'readings.read', 'readings.write', 'registry.read'],
    ...['registry.write', 'rejects.read', 'rejects.write', 'corrections.read', 'watch.read', 'watch.write'],
    ...['criteria.read', 'criteria.write', 'board.read', 'alerts.read', 'endpoints.write', 'status.read'],
    ...['known-good.read', 'known-good.write', 'deadlines.read', 'deadlines.write', 'switches.read'],
    ...[
      'switches.write',
      'accounts.read',
      'accounts.write',
      'findings.read',
      'openings.read',
      'pricing.read',
    ],
    ...['pricing.write', 'hand-overs.read', 'hand-overs.act', 'keys.write', 'territory.read'],
    ...['letters.read', 'letters.write', 'networks.read', 'networks.write', 'own'],
  ] as const)
  .meta({ id: 'Ability' })
export type Ability = z.infer<typeof Ability>

/** Who is asking. Comes from the token or the session alone. */
export const Account = z
  .object({
    name: z.string(),
    role: Role,
    supplyUnits: z
      .array(z.string())
      .nullable()
      .describe('Supply units (供电单位) whose cases it sees; null: every one'),
    districtCode: z.string().nullable().describe('Of the role district'),
    department: z
      .string()
      .describe('Department inside the district that sees only what was passed to it; empty: the whole'),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>
