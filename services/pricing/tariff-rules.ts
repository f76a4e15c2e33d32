import { z } from 'zod'
import { type ReleasedRule, TariffRule } from '../../schemas/tariff.ts'
import rules from './tariff-rules.data.json' with { type: 'json' }

/** The change that brings the rules of this edition. */
export const SHIPPED = 'shipped'

let parsed: ReleasedRule[] | undefined

/**
 * Every rule this edition knows: national (CN) ones and places kept free for Chongqing's (CQ). Each rule
 * carries its document, where it was seen, and what of it is only from memory.
 * Throws a ZodError when the shipped file breaks the schema.
 */
export const loadTariffRules = (): ReleasedRule[] => {
  parsed ??= z
    .array(TariffRule)
    .parse(rules)
    .map(rule => ({ ...rule, version: 1, changeId: SHIPPED, releasedAt: new Date(0).toISOString() }))
  return parsed
}
