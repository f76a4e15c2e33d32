export { districtName, districtToTell, isKnownDistrict } from './districts.ts'
export { CHONGQING, jurisdictionsOn, NATIONAL } from './jurisdictions.ts'
