/**
 * kvar that a power factor tells: kw × tan(acos |pf|), with the sign of pf. NaN, for absent, when pf is not told, 0
 * or not within -1 … 1: a bad power factor must not lose a good kW.
 */
export const reactiveOf = (kw: number, pf: number | null | undefined): number => {
  if (!pf || Math.abs(pf) > 1) return Number.NaN
  return (kw * Math.sqrt(1 - pf * pf)) / pf
}
