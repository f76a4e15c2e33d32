export { type Calendar, createCalendar } from './calendar.ts'
export { createPipeline, type Pipeline } from './pipeline.ts'
