export { createPost } from './undici-post.ts'
