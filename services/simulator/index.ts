export { type District, type Enterprise, makeDistrict } from './district.ts'
export { type Fleet, makeFleet } from './fleet.ts'
export { readings, registryCsv } from './readings.ts'
export { loadRecording, RECORDING_NAMES, type Recording, type RecordingName } from './recordings.ts'
