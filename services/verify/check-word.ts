import type { Case, Charge } from '../../schemas/case.ts'
import type { VerificationCheck } from '../../schemas/verification.ts'
import type { Db } from '../adapters/store/index.ts'
import { chargeByHand } from '../cases/index.ts'
import { checked } from './check.ts'
import { columnsIn, columnsOf } from './check-charge.ts'
import { differencesOf } from './differences.ts'

/** A charge on a person's word: no number of it comes from readings; only that it is kept as it was put down is checked. */
export const checkWord = async (db: Db, held: Case, stored: Charge): Promise<VerificationCheck> => {
  const { signature, byHand } = stored
  const fresh = byHand && chargeByHand(signature, byHand, UNPRICED)
  return checked(
    'charge',
    signature,
    '嫌疑项依据人工线索（举报、摸排或检查），没有可由读数重算的内容；仅核对所存与登记时一致。',
    'The charge is by a person’s word (tip, survey or inspection): there is nothing to make anew from readings; only that it is kept as it was put down is compared.',
    [
      ...differencesOf(wordsOf(stored), fresh && wordsOf(fresh)),
      ...differencesOf(await columnsIn(db, held.id, stored), columnsOf(stored)),
    ],
  )
}

const UNPRICED = { rules: [], districtCode: '' }

/** The price is checked by itself. */
const wordsOf = ({ tier, estimate, ...charge }: Charge): object => charge
