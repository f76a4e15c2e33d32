import type { SurchargeNotice } from '../../schemas/decision.ts'

/** Whether a notice is the same one told anew, as when it was paid meanwhile: it replaces the earlier. */
export const isSameNotice = (a: SurchargeNotice, b: SurchargeNotice): boolean =>
  a.documentNo === b.documentNo && a.from === b.from && a.to === b.to
