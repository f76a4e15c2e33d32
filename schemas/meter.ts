import { z } from 'zod'
import { CreditCode } from './credit-code.ts'
import { INTERVAL_MINUTES } from './reading.ts'

/** Licensed processes the registry may name; any other word counts as no licence. */
export const LicensedProcess = z
  .enum([
    'induction-melting',
    'cupola-melting',
    'sand-casting',
    'die-casting',
    'forging',
    'rolling',
    'heat-treatment',
    'submerged-arc',
    'electroplating',
    'welding',
    'isp',
    'scrap-sorting',
  ])
  .meta({ id: 'LicensedProcess' })
export type LicensedProcess = z.infer<typeof LicensedProcess>

/** 在用, 停产, 暂停, 销户, 已退出 */
export const CustomerStatus = z
  .enum(['in-use', 'production-stopped', 'suspended', 'account-closed', 'exited'])
  .meta({ id: 'CustomerStatus' })
export type CustomerStatus = z.infer<typeof CustomerStatus>

/** 主供, 备用: what a point is to its customer's supply */
export const Feed = z.enum(['main', 'backup']).meta({ id: 'Feed' })

/**
 * One registry entry: a meter, the metering point it stands at and the customer (户号) it bills, with what else is
 * known, from one day to another. A meter has an entry for each time something changed; its days do not overlap.
 */
export const Meter = z
  .object({
    meterId: z.string().min(1).max(64),
    pointId: z.string().min(1).max(64).describe('Metering point 计量点; the meter id unless told'),
    customerId: z.string().min(1).max(64).describe('户号'),
    customerName: z.string().max(200),
    creditCode: CreditCode,
    districtCode: z.string().max(20).describe('GB/T 2260 code; an unknown one is accepted'),
    industryCode: z.string().max(20).describe('GB/T 4754 code, may be empty'),
    industryEdition: z.enum(['2011', '2017']).describe('Edition of GB/T 4754: 3130 differs between them'),
    contractKva: z.number().min(0).describe('Contract capacity, kVA; 0 when not known'),
    voltageKv: z.number().min(0),
    intervalMinutes: z.literal(INTERVAL_MINUTES),
    licensedProcesses: z.array(LicensedProcess),
    supplyUnit: z.string().max(64).describe('供电单位, may be empty'),
    status: CustomerStatus,
    multiplier: z
      .number()
      .positive()
      .max(10_000_000)
      .describe('CT×PT: what values of the secondary side are multiplied by'),
    feed: Feed,
    parentPointId: z.string().max(64).describe('Point this one hangs behind (总分表, 转供), may be empty'),
    address: z.string().max(200).describe('用电地址, may be empty'),
    transformerId: z.string().max(64).describe('变压器 the point hangs at, may be empty'),
    licensedTonnesPerYear: z
      .number()
      .min(0)
      .describe('核定产能 of a licensed foundry, t/a; 0 when not known'),
    validFrom: z.iso.date().nullable().describe('First plant day this holds; null: always has'),
    validTo: z.iso.date().nullable().describe('Last plant day this holds; null: until the next entry begins'),
  })
  .meta({ id: 'Meter' })
export type Meter = z.infer<typeof Meter>
