export { isPersonal, masked, maskedAddress, maskedId } from './mask.ts'
