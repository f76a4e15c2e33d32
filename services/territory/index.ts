export { districtName, districtToTell, isKnownDistrict, turnsOfDistricts } from './districts.ts'
export { CHONGQING, jurisdictionsOn, NATIONAL } from './jurisdictions.ts'
export { districtOnDay, listDistricts } from './on-day.ts'
