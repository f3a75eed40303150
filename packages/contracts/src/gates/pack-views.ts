import { type PackRecord, packRecord } from '@pilotgate/core/gates/pack-record'
import { z } from 'zod'

const { about, round, edition, madeAt, madeBy, rag, html } = packRecord.shape

/** A steering pack without its page. */
export const packLine = z.object({ packId: z.string(), about, round, edition, madeAt, madeBy, rag })
export const packView = packLine.extend({ html })

export const toPackView = (record: PackRecord): z.input<typeof packView> => ({ ...record, packId: record.id })
