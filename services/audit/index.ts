export { appendLink, type Deed, readChain } from './chain.ts'
