import { thermalStore } from '../loads/cooling.ts'
import { cementGrinding, heatTreatment } from '../loads/shifts.ts'
import { busDepot, chargingStation } from '../loads/vehicles.ts'
import { lookAlike, type Plan } from '../plan.ts'

/** Legal loads that prefer the night: what a furnace at night may be mistaken for. */
export const valleyPlans: readonly Plan[] = [
  lookAlike({
    name: '演示·青禾公交充电场',
    district: 'liangjiang',
    industryCode: '5411',
    contractKva: 1_600,
    load: busDepot({ buses: 60, plugs: 24, chargerKw: 60 }),
    story: 'Bus depot: charges by mileage from the evening on, tapering.',
  }),
  lookAlike({
    name: '演示·梧桐路充电站',
    district: 'jiulongpo',
    industryCode: '5267',
    contractKva: 1_000,
    load: chargingStation(2.5, 60),
    story: 'Public charging station: midday, evening, and taxis when the valley hours begin.',
  }),
  lookAlike({
    name: '演示·星河购物中心',
    district: 'liangjiang',
    industryCode: '5211',
    contractKva: 2_500,
    load: thermalStore({
      chargerKw: 900,
      baseKwh: 1_600,
      kwhPerK: 420,
      purpose: 'cooling',
      daytimeKw: 520,
    }),
    story: 'Shopping centre with ice storage, charged in the valley hours as the weather asks.',
  }),
  lookAlike({
    name: '演示·星河温泉酒店',
    district: 'jiulongpo',
    industryCode: '6110',
    contractKva: 1_000,
    load: thermalStore({
      chargerKw: 480,
      baseKwh: 1_100,
      kwhPerK: 170,
      purpose: 'heating',
      daytimeKw: 130,
    }),
    story: 'Hotel with electric heat storage, charged in the valley hours as the weather asks.',
  }),
  lookAlike({
    name: '演示·磐石水泥粉磨站',
    district: 'changshou',
    industryCode: '3011',
    contractKva: 3_150,
    load: cementGrinding(1_100),
    story: 'Cement mills that grind in the valley hours, packing by day.',
  }),
  lookAlike({
    name: '演示·磐石矿粉有限公司',
    district: 'jiulongpo',
    industryCode: '3011',
    contractKva: 1_250,
    load: cementGrinding(420),
    story: 'Slag mills that grind in the valley hours, packing by day.',
  }),
  lookAlike({
    name: '演示·赤焰热处理有限公司',
    district: 'jiulongpo',
    industryCode: '3360',
    contractKva: 800,
    licences: ['heat-treatment'],
    load: heatTreatment({ furnaceKw: 130, furnaces: 5, start: 'rolling' }),
    story: 'Heat-treatment works: five box furnaces day and night.',
  }),
  lookAlike({
    name: '演示·缓冷退火加工厂',
    district: 'liangjiang',
    industryCode: '3360',
    contractKva: 630,
    licences: ['heat-treatment'],
    load: heatTreatment({ furnaceKw: 140, furnaces: 3, start: 'valley' }),
    story: 'Annealing works: three box furnaces heated up when the valley hours begin.',
  }),
]
