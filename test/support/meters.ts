import type { Meter } from '../../schemas/meter.ts'

/** A registry entry of a warehouse without any licence, unless told otherwise; the point is the meter's own. */
export const meter = (change: Partial<Meter> = {}): Meter => ({
  meterId: 'M1',
  pointId: change.meterId ?? 'M1',
  customerId: `C-${change.meterId ?? 'M1'}`,
  customerName: '某仓储有限公司',
  districtCode: '500107',
  industryCode: '5990',
  industryEdition: '2017',
  contractKva: 0,
  voltageKv: 10,
  intervalMinutes: 15,
  licensedProcesses: [],
  supplyUnit: '',
  status: 'in-use',
  multiplier: 1,
  feed: 'main',
  creditCode: '',
  parentPointId: '',
  address: '',
  transformerId: '',
  licensedTonnesPerYear: 0,
  validFrom: null,
  validTo: null,
  ...change,
})
