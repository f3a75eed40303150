import type { Change, Store } from '../../../ports.ts'
import type { ChangeEffectRecord } from '../employees/change-record.ts'

type Told = Pick<ChangeEffectRecord, 'effect' | 'words' | 'subjectId' | 'personId' | 'changeId'>

const effectId = ({ changeId, effect, subjectId = '' }: Pick<Told, 'changeId' | 'effect' | 'subjectId'>): string =>
  [changeId, effect, subjectId].join('.')

/** A line of the history of a person in a program; goes into the commit of what it tells of. */
export const effectOf = (
  { tenantId, programId, at }: { tenantId: string; programId: string; at: string },
  { personId, changeId, effect, subjectId, words }: Told,
): Change => ({
  kind: 'changeEffect',
  record: {
    ...{ tenantId, scope: programId, version: 0, at, personId, changeId, effect, words },
    id: effectId({ changeId, effect, subjectId }),
    ...(subjectId !== undefined && { subjectId }),
  },
  expect: 0,
})

/**
 * Whether a change had this effect before. The event of a change may come again long after, when people have decided otherwise since:
 * what it did once it does not do again.
 */
export const hadEffect = async (
  store: Store,
  { tenantId, programId }: { tenantId: string; programId: string },
  told: Pick<Told, 'changeId' | 'effect' | 'subjectId'>,
): Promise<boolean> => (await store.get('changeEffect', { tenantId, scope: programId }, effectId(told))) !== undefined
