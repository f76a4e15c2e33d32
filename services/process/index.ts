export { createCalendar } from './calendar.ts'
export { createPipeline } from './pipeline.ts'
