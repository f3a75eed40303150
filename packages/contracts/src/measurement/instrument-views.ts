import { relations } from '@pilotgate/core/measurement/instruments/response-record'
import { instrumentNames } from '@pilotgate/core/program/collected'
import { z } from 'zod'

const instrument = z.enum(instrumentNames)
const count = z.number().int().min(0)
/** Why a figure is not shown (P7). */
const withheld = z.string().optional()

export const questionBankView = z.object({
  /** A response says which version it answered. */
  bank: z.number().int(),
  instruments: z.array(
    z.object({
      instrument,
      /** What 1 and 5 stand for. */
      low: z.string(),
      high: z.string(),
      questions: z.array(
        z.object({
          question: z.string(),
          scale: z.enum(['rating', 'yes-no']),
          behaviour: z.string().optional(),
          self: z.string(),
          others: z.string(),
        }),
      ),
    }),
  ),
})

export const ratersView = z.object({
  participantId: z.string(),
  /** Whether somebody named them; otherwise they are who is asked by default. */
  named: z.boolean(),
  raters: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      relation: z.enum(relations),
      /** Only members of the program can be asked. */
      member: z.boolean(),
    }),
  ),
  version: z.number().int(),
})

const othersFigure = z.object({ mean: z.number().optional(), people: count, withheld })
const self = z.number().optional()

export const ownReportView = z.object({
  rounds: z.array(
    z.object({
      gate: z.string(),
      instrument,
      asked: count,
      answered: count,
      items: z.array(z.object({ behaviour: z.string(), question: z.string(), self, others: othersFigure })),
    }),
  ),
  /** Follow-up less baseline, −4 to 4: your own rating, and the mean over the same others. */
  movement: z.array(z.object({ behaviour: z.string(), self, others: othersFigure })),
})

const resultLine = z.object({
  what: z.string(),
  behaviour: z.string().optional(),
  from: z.enum(['self', 'others']).optional(),
  respondents: count,
  subjects: count,
  mean: z.number().optional(),
  median: z.number().optional(),
  yes: z.object({ part: count, whole: count }).optional(),
  withheld,
})

export const instrumentResultsView = z.object({
  items: z.array(
    z.object({
      gate: z.string(),
      instrument,
      asked: count,
      answered: count,
      /** 0–1; absent when nobody was asked. */
      responseRate: z.number().optional(),
      lines: z.array(resultLine),
      withheld,
      comments: z.array(z.string()),
    }),
  ),
  /** Who is left out as things stand, and why. */
  notAsked: z.array(z.object({ instrument, personId: z.string(), why: z.string() })),
})

const changeFigure = z.object({ change: z.number().optional(), participants: count, raters: count, withheld })
const apart = { self: changeFigure, others: changeFigure }

export const movementView = z.object({
  behaviours: z.array(z.object({ behaviour: z.string(), ...apart })),
  all: z.object(apart),
  withheld,
})
