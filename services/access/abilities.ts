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
/** Who works on leads before a government was told, or looks on. */
const GRID: readonly Role[] = ['analyst', 'reviewer', 'supervisor', 'auditor']

/**
 * The one place that says who may do what. Which rows of it somebody sees is for the wall to say, what becomes of a case
 * for the table of its transitions.
 */
export const GRANTS: Readonly<Record<Ability, Grant>> = {
  'cases.read': { roles: [...GRID, 'district', 'pricing'] },
  'cases.act': { roles: ['analyst', 'reviewer', 'supervisor', 'district'] },
  // Verifying a case too: what it finds to differ is a correction nobody released yet.
  'audit.read': { roles: GRID },
  // A finding is a lead before four eyes have seen it: districts read cases, and curves of their points.
  'findings.read': { roles: GRID },
  // What a criterion, a version or a correction makes of customers everywhere.
  'openings.read': { roles: GRID, unwalled: true },
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
  // A criterion, and a detector version, holds for every supply unit.
  'criteria.write': { roles: ['analyst', 'reviewer'], unwalled: true },
  'board.read': { roles: GRID },
  'alerts.read': { roles: [...GRID, 'district', 'operator'] },
  'letters.read': { roles: [...GRID, 'district'] },
  'letters.write': { roles: ['reviewer'] },
  // Accusations go there: who runs the service must not lead them elsewhere.
  'endpoints.write': { roles: ['reviewer'], unwalled: true },
  'status.read': { roles: EVERYBODY },
  'known-good.read': { roles: GRID },
  'known-good.write': { roles: ['analyst', 'reviewer'] },
  'deadlines.read': { roles: EVERYBODY },
  'deadlines.write': { roles: ['supervisor'] },
  'switches.read': { roles: [...GRID, 'operator'] },
  'switches.write': { roles: ['operator'] },
  // Auditors see where accusations may go, reviewers where their endpoints may stand.
  'networks.read': { roles: ['reviewer', 'supervisor', 'auditor', 'operator'] },
  'networks.write': { roles: ['operator'] },
  'accounts.read': { roles: ['operator', 'auditor'] },
  'accounts.write': { roles: ['operator'] },
  // Rules are public; of customers everybody sees those of the own wall.
  'pricing.read': { roles: [...GRID, 'district', 'pricing'] },
  'pricing.write': { roles: ['pricing'] },
  // A hand-over names customers of every supply unit.
  'hand-overs.read': { roles: [...GRID, 'pricing'], unwalled: true },
  'hand-overs.act': { roles: ['analyst', 'reviewer'], unwalled: true },
  // Who runs the service changes the key, and never sees it.
  'keys.write': { roles: ['operator'] },
  'territory.read': { roles: EVERYBODY },
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
