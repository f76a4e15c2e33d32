export { refusalOfUrl } from './address-guard.ts'
export { createPost } from './undici-post.ts'
