/** A message as a producer sends it, and when, on the plant's clock, UTC ms. */
export interface Message {
  readonly topic: 'meter.readings' | 'meter.days'
  readonly key: string
  readonly value: string
  readonly sentMs: number
}

/** What a good message says. */
export type Good = { readonly meterId: string; readonly revision?: number } & (
  | { readonly at: string; readonly kw: number; readonly kvar?: number }
  | { readonly date: string; readonly kw: number[] }
  | { readonly date: string; readonly total: number }
)
