export { refusalOfUrl } from './address-guard.ts'
export { type ClosablePost, createPost } from './undici-post.ts'
