import { tasks } from '../lib/task.ts'

export const handler = tasks({})
