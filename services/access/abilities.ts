import type { Ability, Account, Role } from '../../schemas/account.ts'

/** Roles that may, and whether only one that no wall of supply units stands around. */
interface Grant {
  readonly roles: readonly Role[]
  /** What concerns every supply unit takes somebody who sees them all */
  readonly unwalled?: true
}

const EVERYBODY: readonly Role[] = [
  ...(['analyst', 'reviewer', 'supervisor', 'district', 'pricing', 'operator', 'auditor'] as const),
]
const GRID: readonly Role[] = ['analyst', 'reviewer', 'supervisor', 'auditor']

/** The one place that says who may do what. What becomes of a case besides is in the table of its transitions. */
export const GRANTS: Readonly<Record<Ability, Grant>> = {
  'cases.read': { roles: [...GRID, 'district', 'pricing'] },
  'cases.act': { roles: ['analyst', 'reviewer', 'supervisor', 'district'] },
  'audit.read': { roles: GRID },
  'readings.read': { roles: [...GRID, 'district'] },
  'readings.write': { roles: ['operator', 'analyst'], unwalled: true },
  'registry.read': { roles: [...GRID, 'operator'] },
  'registry.write': { roles: ['operator', 'analyst'], unwalled: true },
  'rejects.read': { roles: ['operator', 'analyst', 'auditor'], unwalled: true },
  'rejects.write': { roles: ['operator', 'analyst'], unwalled: true },
  'corrections.read': { roles: [...GRID, 'operator'], unwalled: true },
  'watch.read': { roles: GRID },
  'watch.write': { roles: ['reviewer'] },
  'criteria.read': { roles: [...GRID, 'operator'] },
  'criteria.write': { roles: ['analyst', 'reviewer'] },
  'board.read': { roles: GRID },
  'alerts.read': { roles: [...GRID, 'district', 'operator'] },
  'endpoints.write': { roles: ['reviewer', 'operator'] },
  'status.read': { roles: EVERYBODY },
  'known-good.read': { roles: GRID },
  'known-good.write': { roles: ['analyst', 'reviewer'] },
  'deadlines.read': { roles: EVERYBODY },
  'deadlines.write': { roles: ['supervisor'] },
  'switches.read': { roles: [...GRID, 'operator'] },
  'switches.write': { roles: ['operator'] },
  'accounts.read': { roles: ['operator', 'auditor'] },
  'accounts.write': { roles: ['operator'] },
  own: { roles: EVERYBODY },
}

/** Whether somebody may; `granted` are the abilities of the token used, null: all of the role. */
export const may = (
  account: Account,
  ability: Ability,
  granted: readonly Ability[] | null = null,
): boolean => {
  const { roles, unwalled } = GRANTS[ability]
  return (
    roles.includes(account.role) &&
    !(unwalled && account.supplyUnits !== null) &&
    (granted === null || granted.includes(ability))
  )
}
