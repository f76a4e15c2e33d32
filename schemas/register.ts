import { z } from 'zod'

const Register = z.number().min(0).nullish()

/** A meter's cumulative registers at one midnight, and the highest demand of the day. */
export const DailyRegister = z
  .object({
    meterId: z.string().min(1).max(64),
    date: z.iso.date().describe('Plant day; its registers are those of the midnight that ends it'),
    total: z.number().min(0).describe('Forward active energy 正向有功总, kWh'),
    sharp: Register.describe('尖, kWh'),
    peak: Register.describe('峰, kWh'),
    flat: Register.describe('平, kWh'),
    valley: Register.describe('谷, kWh'),
    maxKw: z.number().min(0).nullish().describe('Highest demand of the day, kW'),
    maxKwAt: z.iso.datetime({ offset: true }).nullish().describe('When it was reached'),
    revision: z.int().min(0).max(65_535).nullish().describe('A higher revision wins the day'),
  })
  .meta({
    id: 'DailyRegister',
    examples: [{ meterId: 'DEMO-0054', date: '2026-11-24', total: 70_218.4, valley: 41_022.7, maxKw: 523.2 }],
  })
export type DailyRegister = z.infer<typeof DailyRegister>
