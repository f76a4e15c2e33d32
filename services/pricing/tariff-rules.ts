import { z } from 'zod'
import { TariffRule } from '../../schemas/tariff.ts'
import rules from './tariff-rules.data.json' with { type: 'json' }

let parsed: TariffRule[] | undefined

/**
 * Every rule this edition knows: national (CN) ones and places kept free for Chongqing's (CQ). Each rule
 * carries its document, where it was seen, and what of it is only from memory.
 * Throws a ZodError when the shipped file breaks the schema.
 */
export const loadTariffRules = (): TariffRule[] => {
  parsed ??= z.array(TariffRule).parse(rules)
  return parsed
}
