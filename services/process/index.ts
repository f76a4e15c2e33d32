export { createCalendar } from './calendar.ts'
export { daySums } from './day-sums.ts'
export { createPipeline, type Lateness } from './pipeline.ts'
export { type Keep, letGoOld } from './retention.ts'
