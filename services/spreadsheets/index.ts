export { type Cell, type Column, instantCell, type Language } from './column.ts'
export { csvOf } from './csv.ts'
export { xlsxOf } from './xlsx.ts'
