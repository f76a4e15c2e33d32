import { describe, expect, it } from 'vitest'
import { Ability, Role } from '../../../schemas/account.ts'
import { GRANTS, may } from '../../../services/access/index.ts'
import { person } from '../../support/people.ts'

const abilitiesOf = (role: Role): Ability[] =>
  Ability.options.filter(ability => may(person('x', role), ability))

const WRITES = Ability.options.filter(ability => /\.(write|act)$/.test(ability))

describe('the table of abilities', () => {
  it('lets an auditor write nothing, pricing prices alone, a supervisor nothing of detection', () => {
    expect(abilitiesOf('auditor').filter(ability => WRITES.includes(ability))).toEqual([])
    expect(abilitiesOf('pricing')).toEqual([
      ...(['cases.read', 'status.read', 'deadlines.read', 'pricing.read', 'pricing.write'] as const),
      ...(['hand-overs.read', 'territory.read', 'own'] as const),
    ])
    expect(abilitiesOf('supervisor').filter(ability => WRITES.includes(ability))).toEqual([
      'cases.act',
      'deadlines.write',
    ])
  })

  it('lets a district read its cases, curves and alerts, and no lead before four eyes saw it', () => {
    expect(abilitiesOf('district')).toEqual([
      ...(['cases.read', 'cases.act', 'readings.read', 'alerts.read', 'status.read'] as const),
      ...(['deadlines.read', 'pricing.read', 'territory.read', 'letters.read', 'own'] as const),
    ])
  })

  it('lets an operator see no case, curve or finding, and lead no alert elsewhere', () => {
    const refused: Ability[] = ['cases.read', 'readings.read', 'findings.read', 'openings.read', 'audit.read']
    for (const ability of [...refused, 'endpoints.write'] as const) {
      expect(may(person('x', 'operator'), ability)).toBe(false)
    }
  })

  it('asks somebody without a wall for what concerns every supply unit', () => {
    for (const ability of Ability.options.filter(one => GRANTS[one].unwalled)) {
      for (const role of GRANTS[ability].roles) {
        expect(may(person('x', role), ability)).toBe(true)
        expect(may(person('x', role, { supplyUnits: ['U1'] }), ability)).toBe(false)
        expect(may(person('x', role, { supplyUnits: [] }), ability)).toBe(false)
      }
    }
  })

  it('gives a token no more than its account', () => {
    for (const role of Role.options) {
      for (const ability of Ability.options) {
        expect(may(person('x', role), ability, Ability.options)).toBe(may(person('x', role), ability))
        expect(may(person('x', role), ability, [])).toBe(false)
      }
    }
  })
})
