import { z } from 'zod'

/** An execution as the console draws it: its status and the machine (Amazon States Language) it runs. */
export const executionView = z.object({
  name: z.string(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  startedAt: z.string(),
  stoppedAt: z.string().optional(),
  states: z.array(z.object({ name: z.string(), type: z.string(), next: z.array(z.string()) })),
})

export const historyView = z.object({
  items: z.array(
    z.object({
      id: z.number().int(),
      at: z.string(),
      type: z.string(),
      state: z.string().optional(),
      error: z.string().optional(),
      cause: z.string().optional(),
    }),
  ),
  cursor: z.string().optional(),
})
